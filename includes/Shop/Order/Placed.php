<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Settings\Settings;
use WooInventoryGuard\Settings\StockLeaves;
use WooInventoryGuard\Shop\Doors\Holds;
use WooInventoryGuard\Stock\Reservations;
use WooInventoryGuard\Stock\ReservationState;

/**
 * Where the owner wants stock to leave as soon as an order is placed, paid or not. It does not leave for ever: the
 * minutes of the payment method count here too.
 */
final class Placed {

	/**
	 * @param \Closure(): Settings $settings
	 */
	public function __construct(
		private readonly ExpiredHolds $expired,
		private readonly Reservations $reservations,
		private readonly HoldMinutes $minutes,
		private readonly \Closure $settings
	) {}

	/**
	 * At the end of every way to place an order, after its units were reserved.
	 */
	public function register(): void {
		add_action( 'woocommerce_checkout_order_processed', fn( mixed $id, mixed $data = null, mixed $order = null ) => $this->take( $order ), 30, 3 );
		add_action( 'woocommerce_store_api_checkout_order_processed', $this->take( ... ), 30 );
		add_action( 'woocommerce_rest_insert_shop_order_object', fn( mixed $order, mixed $request, mixed $creating ) => true === $creating ? $this->take( $order ) : null, 60, 3 );
		add_action( 'woocommerce_before_pay_action', fn( mixed $order ) => 0 === wc_notice_count( 'error' ) ? $this->take( $order ) : null, 30 );
		// Made or opened again on the order screen, or by code that sets the status last.
		add_action( 'woocommerce_order_status_pending', fn( mixed $id, mixed $order = null ) => is_admin() ? $this->take( $order ) : null, 30, 2 );
	}

	private function take( mixed $order ): void {
		if ( $order instanceof \WC_Order && $order->has_status( 'pending' ) && StockLeaves::Placed === ( $this->settings )()->stock_leaves && array() !== $order->get_items() ) {
			wc_maybe_reduce_stock_levels( $order->get_id() );
			$this->look_later( $order );
		}
	}

	/**
	 * What the order held was taken this moment: no hold is left whose time could run out.
	 */
	private function look_later( \WC_Order $order ): void {
		$last = $this->reservations->of_reference( Holds::reference( $order->get_id() ), 1 )[0] ?? null;
		if ( null !== $last && ReservationState::Committed === $last->state ) {
			$this->expired->look_later( $last->id, $order->get_id(), $this->minutes->of_order( $order ) );
		}
	}
}
