<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Doors;

/**
 * The classic checkout saves the order first and asks for its units then. An order that was made by the request that was
 * refused is nobody's order: it would lie among the unpaid ones, one for each try of the shopper.
 */
final class RefusedOrders {

	/** @var array<int, true> Orders that this checkout has made. */
	private array $made = array();

	/** @var array<int, true> Orders that this request has refused. */
	private array $refused = array();

	public function register(): void {
		add_action( 'woocommerce_new_order', $this->made( ... ) );
		add_action( 'woocommerce_checkout_order_exception', $this->remove( ... ), PHP_INT_MAX );
	}

	public function refused( int $order_id ): void {
		$this->refused[ $order_id ] = true;
	}

	private function made( mixed $order_id ): void {
		if ( is_numeric( $order_id ) && 0 < did_action( 'woocommerce_checkout_process' ) ) {
			$this->made[ (int) $order_id ] = true;
		}
	}

	/**
	 * An order that was there before (a second try after a failed payment) stays, and so does one that money has touched.
	 */
	private function remove( mixed $given ): void {
		$id = $given instanceof \WC_Order ? $given->get_id() : 0;
		if ( ! isset( $this->made[ $id ], $this->refused[ $id ] ) ) {
			return;
		}
		$order = wc_get_order( $id );
		if ( $order instanceof \WC_Order && $order->has_status( array( 'pending', 'checkout-draft' ) ) && '' === $order->get_transaction_id() && null === $order->get_date_paid() ) {
			$order->delete( true );
		}
	}
}
