<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\Log;

/**
 * Sold orders whose units are still reserved because the owner commits stock by hand. WooCommerce knows no such state:
 * where it is alone, an order that is paid has taken its units. So they are taken when the guard is switched off, and
 * marked as WooCommerce marks them, so that nobody takes them again.
 */
final class KeptOrders {

	private const AT_ONCE = 100;

	/** In these WooCommerce has reduced stock. */
	private const SOLD = array( 'on-hold', 'processing', 'completed' );

	public function __construct( private readonly Db $db, private readonly Supply $supply, private readonly Flag $flag ) {}

	public function take_all(): void {
		$last = 0;
		do {
			$rows = $this->db->rows(
				"SELECT id, reference_id FROM %i WHERE active = 1 AND reference_type = 'order' AND id > %d ORDER BY id LIMIT %d",
				$this->db->table( 'reservations' ),
				$last,
				self::AT_ONCE
			);
			foreach ( $rows as $row ) {
				$last = (int) $row['id'];
				$this->take( (int) $row['reference_id'] );
			}
		} while ( isset( $rows[ self::AT_ONCE - 1 ] ) );
	}

	/**
	 * Each in a transaction of its own. What is short stays open, and the flag of the order says so: WooCommerce tries
	 * again with the next change of its status, line by line.
	 */
	private function take( int $order_id ): void {
		$order = wc_get_order( $order_id );
		if ( ! $order instanceof \WC_Order || ! ( $order->is_paid() || $order->has_status( self::SOLD ) ) ) {
			return;
		}
		try {
			$this->flag->set( $order_id, true === $this->supply->take( $order ) );
		} catch ( \RuntimeException $error ) {
			Log::error( "What order {$order_id} holds was not taken.", $error );
		}
	}
}
