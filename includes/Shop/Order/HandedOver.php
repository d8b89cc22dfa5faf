<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Stocktake\Review\Packing;

/**
 * Says when the goods of an order have left the house: when it is completed (or ends in another way), as the shop tells
 * it. A word that was lost is made up for by a look at the order, once an hour.
 */
final class HandedOver {

	private const CHECKS = 50;

	public function __construct( private readonly Packing $packing ) {}

	/**
	 * @param string $sweep The job that comes round again.
	 */
	public function register( string $sweep ): void {
		// After everybody who gives units back: as long as those are on their way the order is still there.
		add_action( 'woocommerce_order_status_changed', $this->changed( ... ), 90, 3 );
		foreach ( array( 'woocommerce_trash_order', 'woocommerce_before_delete_order', 'trashed_post', 'before_delete_post' ) as $gone ) {
			add_action( $gone, $this->gone( ... ), 90 );
		}
		add_action( $sweep, $this->check( ... ), 30 );
	}

	private function changed( mixed $order_id, mixed $from, mixed $to ): void {
		if ( ! is_numeric( $order_id ) || ! is_string( $to ) ) {
			return;
		}
		if ( self::is_over( $to ) ) {
			$this->packing->handed_over( (string) (int) $order_id );
		} elseif ( is_string( $from ) && self::is_over( $from ) ) {
			$this->packing->still_here( (string) (int) $order_id );
		}
	}

	private function gone( mixed $order_id ): void {
		if ( is_numeric( $order_id ) ) {
			$this->packing->handed_over( (string) (int) $order_id );
		}
	}

	public function check(): void {
		foreach ( $this->packing->to_check( self::CHECKS ) as $id ) {
			$order = wc_get_order( (int) $id );
			if ( ! $order instanceof \WC_Order || self::is_over( $order->get_status() ) ) {
				$date = $order instanceof \WC_Order ? $order->get_date_completed() : null;
				$this->packing->handed_over( $id, null === $date ? null : \DateTimeImmutable::createFromMutable( $date )->setTimezone( new \DateTimeZone( 'UTC' ) ) );
			}
		}
	}

	/**
	 * Whether goods of an order with this status are no longer in the house (or never were to leave it).
	 */
	private static function is_over( string $status ): bool {
		/**
		 * Filters the statuses of orders whose goods have left the house, or stay in it as stock.
		 *
		 * @param list<string> $statuses Without "wc-".
		 */
		$statuses = apply_filters( 'woo_inventory_guard_handed_over_statuses', array( 'completed', 'refunded', 'cancelled', 'failed', 'trash' ) );
		return in_array( $status, is_array( $statuses ) ? $statuses : array(), true );
	}
}
