<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Settings\Settings;
use WooInventoryGuard\Shop\Doors\Holds;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Reservations;
use WooInventoryGuard\Stock\Error\StockError;

/**
 * How long units are held for an order: the minutes of its payment method, else those of WooCommerce, else our own.
 */
final class HoldMinutes {

	/**
	 * @param \Closure(): Settings $settings
	 */
	public function __construct( private readonly \Closure $settings ) {}

	/**
	 * @param Reservations $reservations Where an order that came over REST is already held.
	 */
	public function register( Reservations $reservations ): void {
		// Just before the guard itself reads the number that WooCommerce would hold for.
		add_filter( 'woocommerce_order_hold_stock_minutes', $this->of_checkout( ... ), PHP_INT_MAX - 1, 2 );
		add_action( 'woocommerce_rest_insert_shop_order_object', fn( mixed $order, mixed $request, mixed $creating ) => $this->after_rest( $reservations, $order, $creating ), 50, 3 );
	}

	public function of_order( \WC_Order $order ): int {
		return $this->of_method( $order->get_payment_method() );
	}

	/**
	 * For what is held without an order at hand, the order is looked up.
	 */
	public function of_reference( Reference $reference ): int {
		$order = 'order' === $reference->type ? wc_get_order( (int) $reference->id ) : null;
		return $this->of_method( $order instanceof \WC_Order ? $order->get_payment_method() : '' );
	}

	private function of_method( string $method ): int {
		$settings = ( $this->settings )();
		$shops    = get_option( 'woocommerce_hold_stock_minutes', '' );
		$shops    = is_numeric( $shops ) ? (int) $shops : 0;
		return $settings->method_holds[ $method ] ?? ( 0 < $shops ? $shops : $settings->hold_minutes );
	}

	private function of_checkout( mixed $minutes, mixed $order ): mixed {
		return $order instanceof \WC_Order ? ( ( $this->settings )()->method_holds[ $order->get_payment_method() ] ?? $minutes ) : $minutes;
	}

	/**
	 * An order that came over REST was held before it had a number.
	 */
	private function after_rest( Reservations $reservations, mixed $order, mixed $creating ): void {
		if ( true !== $creating || ! $order instanceof \WC_Order ) {
			return;
		}
		$minutes = ( $this->settings )()->method_holds[ $order->get_payment_method() ] ?? 0;
		$held    = 0 < $minutes ? $reservations->active_for( Holds::reference( $order->get_id() ) ) : null;
		if ( null === $held || null === $held->expires_at ) {
			return;
		}
		try {
			$reservations->extend( $held->id, 60 * $minutes, 'extend:' . wp_generate_uuid4() );
		} catch ( StockError ) {
			// Paid or ended this moment.
			return;
		}
	}
}
