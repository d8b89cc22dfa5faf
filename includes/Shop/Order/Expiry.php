<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Settings\Settings;
use WooInventoryGuard\Shop\Holds;
use WooInventoryGuard\Stock\Reservations;

/**
 * What becomes of an unpaid order when the time of its hold is up: cancelled or kept, by setting, and said on the order.
 * Its units are free since that moment, whether or not anybody comes by here.
 */
final class Expiry {

	/** Orders that shoppers made themselves. What staff and programs make is theirs to end. */
	private const FROM_SHOPPERS = array( 'checkout', 'store-api' );

	/**
	 * @param \Closure(): Settings $settings
	 */
	public function __construct( private readonly ExpiredHolds $expired, private readonly Reservations $reservations, private readonly \Closure $settings ) {}

	/**
	 * @param string $sweep The job that comes round again.
	 */
	public function register( string $sweep ): void {
		add_action( $sweep, fn() => $this->work( 50 ), 20 );
		add_filter( 'woocommerce_cancel_unpaid_order', $this->may_be_cancelled( ... ), PHP_INT_MAX, 2 );
	}

	/**
	 * Looks at orders whose hold ran out.
	 *
	 * @param int $order_id Only this one; 0 for all.
	 */
	public function work( int $limit, int $order_id = 0 ): void {
		foreach ( $this->expired->due( $limit, $order_id ) as $reservation_id => $id ) {
			if ( $this->expired->claim( $reservation_id ) && $this->look_at( $id ) ) {
				$this->expired->done( $reservation_id );
			}
		}
	}

	/**
	 * @return bool False to come back later.
	 */
	private function look_at( int $order_id ): bool {
		$order = wc_get_order( $order_id );
		if ( ! $order instanceof \WC_Order || ! $order->has_status( array( 'pending', 'on-hold' ) ) || null !== $order->get_date_paid() ) {
			return true;
		}
		if ( null !== $this->reservations->active_for( Holds::reference( $order_id ) ) || $this->took_something( $order ) ) {
			// Held again, or taken.
			return true;
		}
		if ( self::is_being_edited( $order ) ) {
			return false;
		}
		$cancel = $order->has_status( 'pending' ) && ( $this->settings )()->expiry_cancels && $this->is_to_be_cancelled( $order );
		if ( $cancel ) {
			$order->update_status( 'cancelled', __( 'Not paid in time: the units that were held for this order are free again.', 'woo-inventory-guard' ) );
		} else {
			$order->add_order_note( __( 'Not paid in time: nothing is held for this order any more. If it is paid later, its units are taken if they are still there.', 'woo-inventory-guard' ), 0, false, array( 'note_group' => 'product_stock' ) );
		}
		/**
		 * The hold of an unpaid order has run out.
		 *
		 * @param int  $order_id
		 * @param bool $cancelled Whether the order was cancelled because of it.
		 */
		do_action( 'woo_inventory_guard_hold_expired', $order_id, $cancel );
		return true;
	}

	/**
	 * Asks those who may object to WooCommerce's own time-out, too.
	 */
	private function is_to_be_cancelled( \WC_Order $order ): bool {
		/** This filter is documented in woocommerce/includes/wc-order-functions.php */
		return (bool) apply_filters( 'woocommerce_cancel_unpaid_order', in_array( $order->get_created_via(), self::FROM_SHOPPERS, true ), $order );
	}

	/**
	 * WooCommerce's own time-out counts from the last change of the order, with one number of minutes for all: an order
	 * whose hold still runs, or whose owner keeps orders when it ran out, is none of its business.
	 */
	private function may_be_cancelled( mixed $may, mixed $order ): mixed {
		if ( true !== $may || ! $order instanceof \WC_Order ) {
			return $may;
		}
		$reference = Holds::reference( $order->get_id() );
		if ( ! ( $this->settings )()->expiry_cancels ) {
			return array() === $this->reservations->of_reference( $reference, 1 );
		}
		return null === $this->reservations->active_for( $reference );
	}

	private function took_something( \WC_Order $order ): bool {
		foreach ( $order->get_items() as $line ) {
			if ( 0.0 < (float) $line->get_meta( '_reduced_stock', true ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Somebody has it open on the screen and may be entering the payment.
	 */
	private static function is_being_edited( \WC_Order $order ): bool {
		$lock = $order->get_meta( '_edit_lock', true );
		if ( '' === $lock || ! is_string( $lock ) ) {
			$lock = get_post_meta( $order->get_id(), '_edit_lock', true );
		}
		/** This filter is documented in wordpress/wp-admin/includes/ajax-actions.php */
		$window = apply_filters( 'wp_check_post_lock_window', 150 );
		$since  = is_string( $lock ) ? (int) strtok( $lock, ':' ) : 0;
		return $since > time() - ( is_numeric( $window ) ? (int) $window : 150 );
	}
}
