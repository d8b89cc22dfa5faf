<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Shop\Doors\Refusal;
use WooInventoryGuard\Shop\Mirror\StockNotices;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Error\StockError;

/**
 * The moments in which WooCommerce would change stock for an order: it is paid, it is cancelled, a line of it is edited.
 * The books do it for the items they know; other lines stay with WooCommerce.
 */
final class Orders {

	public function __construct(
		private readonly OrderLines $lines,
		private readonly Taking $taking,
		private readonly Marks $marks,
		private readonly StockNotices $notices,
		private readonly Supply $supply,
		private readonly Flag $flag,
		private readonly LineEdits $edits
	) {}

	public function register(): void {
		add_filter( 'woocommerce_can_reduce_order_stock', $this->take( ... ), PHP_INT_MAX, 2 );
		add_filter( 'woocommerce_can_restore_order_stock', $this->give_back( ... ), PHP_INT_MAX, 2 );
		add_filter( 'woocommerce_prevent_adjust_line_item_product_stock', $this->adjust( ... ), PHP_INT_MAX, 3 );
	}

	/**
	 * @return mixed False where the books have done it.
	 */
	private function take( mixed $may, mixed $order ): mixed {
		if ( true !== $may || ! $order instanceof \WC_Order ) {
			return $may;
		}
		$done = $this->supply->provide( $order );
		if ( false === $done ) {
			$this->flag->not_all_taken( $order->get_id() );
		}
		return null === $done ? $may : false;
	}

	/**
	 * @return mixed False where the books have done it.
	 */
	private function give_back( mixed $may, mixed $order ): mixed {
		if ( true !== $may || ! $order instanceof \WC_Order ) {
			return $may;
		}
		try {
			$lines = array_filter( $this->lines->of( $order ), static fn( OrderLine $line ): bool => $line->taken->is_positive() );
			$ours  = OrderLine::known( $lines );
			if ( array() === $ours ) {
				return $may;
			}
			if ( $this->flag->keeps_taken( $order ) ) {
				return false;
			}
			$nothing = array_map( static fn( OrderLine $line ): OrderLine => $line->wanting( Quantity::zero() ), $ours );
			$back    = $this->taking->settle( $order->get_id(), $nothing, 'cancelled' );
		} catch ( Refusal | StockError ) {
			OrderNotes::busy( $order );
			return false;
		}
		$this->marks->tell_lines( $order, $ours );
		if ( $back ) {
			OrderNotes::returned( $order, $ours );
		}
		$this->notices->restored( $order, $back ? $ours : array(), OrderLine::foreign( $lines ) );
		return false;
	}

	/**
	 * The difference of one edited line.
	 *
	 * @param mixed $quantity The new quantity, below zero for "that of the line", 0 before the line is deleted.
	 * @return mixed True where the books have done it.
	 */
	private function adjust( mixed $prevent, mixed $item, mixed $quantity = -1 ): mixed {
		if ( true === $prevent || ! $item instanceof \WC_Order_Item_Product || 0 === $item->get_id() ) {
			return $prevent;
		}
		$order = wc_get_order( $item->get_order_id() );
		if ( ! $order instanceof \WC_Order ) {
			return $prevent;
		}
		try {
			$line = OrderLine::known( $this->lines->of_lines( $order, array( $item ) ) )[0] ?? null;
		} catch ( Refusal ) {
			OrderNotes::busy( $order );
			return true;
		}
		if ( null === $line ) {
			return $prevent;
		}
		$this->edits->adjust( $order, $line, is_numeric( $quantity ) && 0.0 === (float) $quantity ? $line->wanting( Quantity::zero() ) : $line );
		$this->marks->tell_lines( $order, array( $line ), $item );
		return true;
	}
}
