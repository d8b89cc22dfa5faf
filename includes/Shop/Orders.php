<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop;

use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\StockError;

/**
 * The three moments in which WooCommerce would change stock for an order: it is paid, it is cancelled, a line of it is
 * edited. The books do it for the items they know; other lines stay with WooCommerce.
 */
final class Orders {

	public function __construct(
		private readonly OrderLines $lines,
		private readonly Taking $taking,
		private readonly Holds $holds,
		private readonly Marks $marks,
		private readonly StockNotices $notices
	) {}

	public function register(): void {
		add_filter( 'woocommerce_can_reduce_order_stock', $this->take( ... ), PHP_INT_MAX, 2 );
		add_filter( 'woocommerce_can_restore_order_stock', $this->give_back( ... ), PHP_INT_MAX, 2 );
		add_filter( 'woocommerce_prevent_adjust_line_item_product_stock', $this->adjust( ... ), PHP_INT_MAX, 3 );
	}

	/**
	 * Takes the units of every line that has not taken any. What cannot be had is left open and said on the order:
	 * never below zero, never silent.
	 *
	 * @return mixed False where the books have done it.
	 */
	private function take( mixed $may, mixed $order ): mixed {
		if ( true !== $may || ! $order instanceof \WC_Order ) {
			return $may;
		}
		$ours   = array();
		$theirs = array();
		$taken  = array();
		try {
			$lines  = array_filter( $this->lines->of( $order ), static fn( OrderLine $line ): bool => $line->taken->is_zero() && $line->wanted->is_positive() );
			$ours   = self::known( $lines );
			$theirs = self::foreign( $lines );
			if ( array() === $ours ) {
				return $may;
			}
			$taken = $this->take_what_is_there( $order, $ours );
		} catch ( Refusal | StockError ) {
			OrderNotes::busy( $order );
		}
		$this->tell( $order, $ours );
		$this->notices->reduced( $order, $taken, $theirs );
		return false;
	}

	/**
	 * All lines at once, or, when that is refused, one after the other.
	 *
	 * @param list<OrderLine> $lines
	 * @return list<OrderLine> Those whose units this call has taken.
	 */
	private function take_what_is_there( \WC_Order $order, array $lines ): array {
		try {
			return $this->taking->settle( $order->get_id(), $lines ) ? $lines : array();
		} catch ( Refusal $refusal ) {
			if ( 409 !== $refusal->status ) {
				throw $refusal;
			}
		}
		$taken = array();
		$short = array();
		// What the order holds for some lines must not stand in the way of others.
		$this->holds->release( Holds::reference( $order->get_id() ) );
		foreach ( $lines as $line ) {
			try {
				if ( $this->taking->settle( $order->get_id(), array( $line ) ) ) {
					$taken[] = $line;
				}
			} catch ( Refusal ) {
				$short[] = $line;
			}
		}
		OrderNotes::short( $order, $short );
		return $taken;
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
			$ours  = self::known( $lines );
			if ( array() === $ours ) {
				return $may;
			}
			$nothing = array_map( static fn( OrderLine $line ): OrderLine => $line->wanting( Quantity::zero() ), $ours );
			$back    = $this->taking->settle( $order->get_id(), $nothing, 'cancelled' );
		} catch ( Refusal | StockError ) {
			OrderNotes::busy( $order );
			return false;
		}
		$this->tell( $order, $ours );
		if ( $back ) {
			OrderNotes::returned( $order, $ours );
		}
		$this->notices->restored( $order, $back ? $ours : array(), self::foreign( $lines ) );
		return false;
	}

	/**
	 * The difference of one edited line. Who edits has been asked before where WooCommerce lets us (REST); here nothing
	 * can be refused any more, so what is not there is said on the order and the marker tells the truth.
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
			$line = self::known( $this->lines->of_lines( $order, array( $item ) ) )[0] ?? null;
		} catch ( Refusal ) {
			OrderNotes::busy( $order );
			return true;
		}
		if ( null === $line ) {
			return $prevent;
		}
		$this->adjust_line( $order, $line, is_numeric( $quantity ) && 0.0 === (float) $quantity ? $line->wanting( Quantity::zero() ) : $line );
		$this->tell( $order, array( $line ), $item );
		return true;
	}

	/**
	 * @param OrderLine $target The line as it is to be.
	 */
	private function adjust_line( \WC_Order $order, OrderLine $line, OrderLine $target ): void {
		try {
			if ( $this->taking->settle( $order->get_id(), array( $target ) ) ) {
				OrderNotes::adjusted( $order, $line, $target->wanted );
			}
			if ( $target->wanted->is_positive() ) {
				$this->remember_taking( $order->get_id() );
			}
		} catch ( Refusal $refusal ) {
			409 === $refusal->status ? OrderNotes::short( $order, array( $target ) ) : OrderNotes::busy( $order );
		} catch ( StockError ) {
			OrderNotes::busy( $order );
		}
	}

	/**
	 * So that cancelling gives it back: WooCommerce sets this flag only where it moved the units itself.
	 */
	private function remember_taking( int $order_id ): void {
		$store   = \WC_Data_Store::load( 'order' );
		$reduced = array( $store, 'get_stock_reduced' );
		$reduce  = array( $store, 'set_stock_reduced' );
		if ( is_callable( $reduced ) && is_callable( $reduce ) && true !== $reduced( $order_id ) ) {
			$reduce( $order_id, true );
		}
	}

	/**
	 * @param array<OrderLine> $lines
	 * @return list<OrderLine>
	 */
	private static function known( array $lines ): array {
		return array_values( array_filter( $lines, static fn( OrderLine $line ): bool => null !== $line->item_id ) );
	}

	/**
	 * @param array<OrderLine> $lines
	 * @return list<OrderLine>
	 */
	private static function foreign( array $lines ): array {
		return array_values( array_filter( $lines, static fn( OrderLine $line ): bool => null === $line->item_id ) );
	}

	/**
	 * @param list<OrderLine> $lines
	 */
	private function tell( \WC_Order $order, array $lines, ?\WC_Order_Item_Product $item = null ): void {
		if ( array() === $lines ) {
			return;
		}
		$taken = $this->marks->read( array_map( static fn( OrderLine $line ): int => $line->line_id, $lines ) );
		foreach ( $lines as $line ) {
			$object = $item ?? $order->get_item( $line->line_id, false );
			if ( $object instanceof \WC_Order_Item_Product ) {
				$this->marks->tell( $object, $taken[ $line->line_id ] ?? Quantity::zero() );
			}
		}
	}
}
