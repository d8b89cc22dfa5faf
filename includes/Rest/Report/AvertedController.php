<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Report;

use WooInventoryGuard\Alert\DailyCounts;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Stock\Quantity;

/**
 * What the guard is there for, in numbers.
 */
final class AvertedController extends Controller {

	public function __construct( private readonly DailyCounts $counts ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array( new Operation( 'GET', '/reports/averted', Access::VIEW, $this->report( ... ), 'Oversells averted: orders for more than there was that have been refused.', 'averted', query: 'averted-query' ) );
	}

	private function report( Call $call ): \WP_REST_Response {
		$days  = (int) $call->int( 'days' );
		$times = 0;
		$units = Quantity::zero();
		$doors = array();
		$rows  = array();
		foreach ( $this->counts->averted_in( $days ) as $count ) {
			$times                  += $count['times'];
			$units                   = $units->plus( $count['units'] );
			$doors[ $count['door'] ] = ( $doors[ $count['door'] ] ?? 0 ) + $count['times'];
			$rows[]                  = array_merge( $count, array( 'units' => $count['units']->json() ) );
		}
		return new \WP_REST_Response(
			array(
				'days'   => $days,
				'times'  => $times,
				'units'  => $units->json(),
				'doors'  => (object) $doors,
				'by_day' => $rows,
			)
		);
	}
}
