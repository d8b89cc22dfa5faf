<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Doors;

use WooInventoryGuard\Shop\Order\OrderLines;
use WooInventoryGuard\Shop\Order\OrderNotes;

/**
 * An order that waits for its payment is paid on its own page. WooCommerce looks at no stock there, however long ago the
 * order was made. (The block checkout's page for it comes by in Checkout.)
 */
final class PayForOrder {

	public function __construct( private readonly OrderLines $lines, private readonly Holds $holds ) {}

	public function register(): void {
		add_action( 'woocommerce_before_pay_action', $this->hold( ... ), 1 );
	}

	/**
	 * Holds what the order holds already once more: the time for the payment begins anew. A notice of the kind "error"
	 * keeps WooCommerce from asking the gateway.
	 */
	private function hold( mixed $order ): void {
		if ( ! $order instanceof \WC_Order ) {
			return;
		}
		try {
			$lines = $this->lines->of( $order );
			$known = $this->holds->holds( Holds::reference( $order->get_id() ), $lines );
			$held  = $this->holds->hold( Holds::reference( $order->get_id() ), $lines, (int) get_option( 'woocommerce_hold_stock_minutes', 0 ) );
			if ( ! $known && null !== $held ) {
				OrderNotes::reserved( $order, $lines );
			}
		} catch ( Refusal $refusal ) {
			$refusal->tell( 'pay_for_order' );
			wc_add_notice( esc_html( $refusal->getMessage() ), 'error' );
		}
	}
}
