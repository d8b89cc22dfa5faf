<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stock;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Report\LastCheck;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Stock\Integrity\Integrity;
use WooInventoryGuard\Stock\Integrity\Problem;

/**
 * Whether the books agree. Only looks; putting them right is `wp inventory-guard repair`, an act of its own.
 */
final class IntegrityController extends Controller {

	public function __construct( private readonly Integrity $integrity, private readonly LastCheck $last_check ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array( new Operation( 'GET', '/integrity', Access::CONFIGURE, $this->check( ... ), 'Check every invariant of the stock records.', 'integrity' ) );
	}

	private function check(): \WP_REST_Response {
		$report = $this->integrity->check();
		$this->last_check->keep( $report );
		return new \WP_REST_Response(
			array(
				'ok'       => $report->ok(),
				'checked'  => array(
					'levels'       => $report->levels,
					'movements'    => $report->movements,
					'reservations' => $report->reservations,
				),
				'problems' => array_map(
					static fn( Problem $problem ): array => array(
						'invariant'   => $problem->invariant,
						'item_id'     => $problem->item_id,
						'location_id' => $problem->location_id,
						'expected'    => $problem->expected,
						'found'       => $problem->found,
					),
					$report->problems
				),
			)
		);
	}
}
