<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Settings\Settings;
use WooInventoryGuard\Shop\Doors\Holds;
use WooInventoryGuard\Stock\Reservations;
use WooInventoryGuard\Stock\ReservationState;

/**
 * What becomes of an unpaid order when the time of its hold is up: cancelled or kept, by setting, and said on the order.
 * Its units are free since that moment, whether or not anybody comes by here. Where stock leaves when an order is placed
 * they come back from here.
 */
final class Expiry {

	/** Orders that shoppers made themselves. What staff and programs make is theirs to end. */
	private const FROM_SHOPPERS = array( 'checkout', 'store-api' );

	/** On an order that had taken its units before it was paid, and whose time ran out: a payment of it is a late one. */
	public const RAN_OUT = '_wig_ran_out';

	/** The order that is looked at: whether it may be cancelled is asked of others. */
	private int $looked_at = 0;

	/**
	 * @param \Closure(): Settings $settings
	 */
	public function __construct(
		private readonly ExpiredHolds $expired,
		private readonly Reservations $reservations,
		private readonly Flag $flag,
		private readonly \Closure $settings
	) {}

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
			if ( $this->expired->claim( $reservation_id ) && $this->look_at( $reservation_id, $id ) ) {
				$this->expired->done( $reservation_id );
			}
		}
	}

	/**
	 * @return bool False to come back later.
	 */
	private function look_at( int $reservation_id, int $order_id ): bool {
		$order = wc_get_order( $order_id );
		if ( ! $order instanceof \WC_Order || ! $order->has_status( array( 'pending', 'on-hold' ) ) || null !== $order->get_date_paid() ) {
			return true;
		}
		$takes_back = $this->took_when_placed( $reservation_id, $order );
		if ( ! $takes_back && ( null !== $this->reservations->active_for( Holds::reference( $order_id ) ) || $this->took_something( $order ) ) ) {
			// Held again, or taken.
			return true;
		}
		if ( self::is_being_edited( $order ) ) {
			return false;
		}
		$cancel = $order->has_status( 'pending' ) && ( $this->settings )()->expiry_cancels && $this->is_to_be_cancelled( $order );
		if ( $takes_back ) {
			$order->update_meta_data( self::RAN_OUT, '1' );
			$order->save_meta_data();
		}
		if ( $takes_back && ! $cancel ) {
			$this->take_back( $order );
		}
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
		$this->looked_at = $order->get_id();
		/** This filter is documented in woocommerce/includes/wc-order-functions.php */
		$may = (bool) apply_filters( 'woocommerce_cancel_unpaid_order', in_array( $order->get_created_via(), self::FROM_SHOPPERS, true ), $order );

		$this->looked_at = 0;
		return $may;
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
		if ( $order->get_id() !== $this->looked_at && $this->expired->waits( $order->get_id() ) ) {
			return false;
		}
		if ( ! ( $this->settings )()->expiry_cancels ) {
			return array() === $this->reservations->of_reference( $reference, 1 );
		}
		return null === $this->reservations->active_for( $reference );
	}

	/**
	 * The entry of an order that took its units before it was paid, unless it was placed again meanwhile.
	 */
	private function took_when_placed( int $reservation_id, \WC_Order $order ): bool {
		return $order->has_status( 'pending' ) && $this->took_something( $order )
			&& ReservationState::Committed === $this->reservations->find( $reservation_id )?->state
			&& ! $this->expired->waits( $order->get_id(), $reservation_id );
	}

	/**
	 * Through WooCommerce's own function, so that its actions tell others. A payment of this moment has perhaps seen that
	 * the units are taken and gone on; its status was written before it looked, so it is seen here, and they are taken
	 * again. A later one takes them by itself.
	 */
	private function take_back( \WC_Order $order ): void {
		$this->flag->give_back( $order );
		clean_post_cache( $order->get_id() );
		$now = wc_get_order( $order->get_id() );
		if ( $now instanceof \WC_Order && ( $now->is_paid() || $now->has_status( 'on-hold' ) ) ) {
			wc_maybe_reduce_stock_levels( $now->get_id() );
		}
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
