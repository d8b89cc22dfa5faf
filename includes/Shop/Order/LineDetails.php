<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

/**
 * Under each bundle in an order's list of lines: what it was really put together from.
 */
final class LineDetails {

	/** @var array<int, array<int, string>> Order id => line id => words. */
	private array $known = array();

	public function __construct( private readonly PanelRows $rows ) {}

	public function register(): void {
		add_action( 'woocommerce_after_order_itemmeta', $this->show( ... ), 10, 2 );
	}

	private function show( mixed $line_id, mixed $line ): void {
		$order = $line instanceof \WC_Order_Item_Product ? $line->get_order() : false;
		if ( ! is_numeric( $line_id ) || ! $order instanceof \WC_Order ) {
			return;
		}
		$this->known[ $order->get_id() ] ??= array_column( $this->rows->lines( $order ), 'parts', 'line_id' );

		$parts = $this->known[ $order->get_id() ][ (int) $line_id ] ?? '';
		if ( '' !== $parts ) {
			echo '<div class="wig-parts"><small>' . esc_html( $parts ) . '</small></div>';
		}
	}
}
