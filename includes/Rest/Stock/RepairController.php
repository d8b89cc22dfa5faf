<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stock;

use WooInventoryGuard\Backup\Finding;
use WooInventoryGuard\Backup\Mending;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Stock\Quantity;

/**
 * What is lost or does not agree, and mending it: an act of its own each time.
 */
final class RepairController extends Controller {

	public function __construct( private readonly Mending $mending ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/repair', Access::CONFIGURE, $this->findings( ... ), 'Look what is lost or does not agree, and what mending it would do.', 'repair' ),
			new Operation( 'POST', '/repair', Access::CONFIGURE, $this->mend( ... ), 'Mend one finding; the ledger gets lines of its own that say so.', 'repair', body: 'repair-request' ),
			new Operation( 'POST', '/repair/estimates', Access::CONFIGURE, $this->adopt( ... ), 'Take over a number that was estimated from old orders.', 'repair', body: 'repair-estimate-request', refusals: array( 409, 422 ) ),
		);
	}

	private function findings(): \WP_REST_Response {
		return new \WP_REST_Response(
			array(
				'findings'  => array_map(
					static fn( Finding $finding ): array => array(
						'act'     => $finding->act,
						'count'   => $finding->count,
						'details' => $finding->details,
					),
					$this->mending->findings()
				),
				'estimates' => array_map(
					static fn( array $guess ): array => array(
						'item_id'  => $guess['item_id'],
						'name'     => $guess['name'],
						'on_hand'  => $guess['on_hand']->json(),
						'estimate' => $guess['estimate']->json(),
						'at'       => $guess['at'],
						'order_id' => $guess['order_id'],
					),
					$this->mending->estimates()
				),
			)
		);
	}

	private function mend( Call $call ): \WP_REST_Response {
		$call->key();
		$act = $call->text( 'act' );
		$this->mending->mend( 'tables' === $act || 'shop' === $act ? $act : 'records', $call->actor() );
		return $this->findings();
	}

	private function adopt( Call $call ): \WP_REST_Response {
		$call->name( 'item', (int) $call->int( 'item_id' ), 'item_id' );
		$this->mending->adopt( (int) $call->int( 'item_id' ), $call->quantity( 'estimate' ) ?? Quantity::zero(), $call->quantity( 'on_hand' ) ?? Quantity::zero(), $call->actor(), $call->key() );
		return $this->findings();
	}
}
