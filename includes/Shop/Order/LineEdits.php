<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Settings\Settings;
use WooInventoryGuard\Settings\StockLeaves;
use WooInventoryGuard\Shop\Doors\Holds;
use WooInventoryGuard\Shop\Doors\Refusal;
use WooInventoryGuard\Shortfall\Outcome;
use WooInventoryGuard\Shortfall\Shortfalls;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Error\StockError;

/**
 * Lines that are changed or removed after the order was placed. Who edits has been asked before where WooCommerce lets
 * us; here nothing can be refused any more, so what is not there is said on the order and put on the work list.
 */
final class LineEdits {

	/** @var array<int, true> Orders that are being deleted as a whole: what they took is gone for good. */
	private array $deleting = array();

	/**
	 * @param \Closure(): Settings $settings
	 */
	public function __construct(
		private readonly OrderLines $lines,
		private readonly Taking $taking,
		private readonly Holds $holds,
		private readonly Flag $flag,
		private readonly Short $short,
		private readonly Shortfalls $shortfalls,
		private readonly \Closure $settings
	) {}

	public function register(): void {
		add_action( 'woocommerce_before_delete_order', fn( mixed $id ) => is_numeric( $id ) ? $this->deleting[ (int) $id ] = true : null, 1 );
		add_action( 'before_delete_post', fn( mixed $id ) => is_numeric( $id ) ? $this->deleting[ (int) $id ] = true : null, 1 );
		add_action( 'woocommerce_before_delete_order_item', $this->line_goes( ... ) );
		add_action( 'woocommerce_remove_order_items', $this->lines_go( ... ), 10, 2 );
	}

	/**
	 * @param OrderLine $target The line as it is to be.
	 */
	public function adjust( \WC_Order $order, OrderLine $line, OrderLine $target ): void {
		try {
			if ( $line->taken->is_zero() && StockLeaves::Manual === ( $this->settings )()->stock_leaves ) {
				$this->hold_anew( $order, $target );
				return;
			}
			$moved = $this->taking->settle( $order->get_id(), array( $target ) );
			if ( $moved ) {
				OrderNotes::adjusted( $order, $line, $target->wanted );
			}
			if ( $target->wanted->is_positive() ) {
				$this->flag->set( $order->get_id(), true );
			}
			$this->no_longer_short( $order->get_id(), $line->line_id, Outcome::Taken );
		} catch ( Refusal $refusal ) {
			409 === $refusal->status ? $this->short->found( $order, array( $target ), true ) : OrderNotes::busy( $order );
		} catch ( StockError ) {
			OrderNotes::busy( $order );
		}
	}

	/**
	 * Where stock is committed by hand, an edited order holds what it wants now.
	 *
	 * @throws Refusal
	 */
	private function hold_anew( \WC_Order $order, OrderLine $target ): void {
		$lines = array();
		foreach ( OrderLine::known( $this->lines->of( $order ) ) as $one ) {
			if ( $one->line_id !== $target->line_id ) {
				$lines[] = $one;
			}
		}
		$this->holds->keep( Holds::reference( $order->get_id() ), array( ...$lines, $target ) );
		$this->no_longer_short( $order->get_id(), $target->line_id, Outcome::Taken );
	}

	/**
	 * Code that removes a line asks nobody for its units. (The order screen does, before it deletes the line; then there
	 * is nothing left to give back.)
	 */
	private function line_goes( mixed $line_id ): void {
		$id       = is_numeric( $line_id ) ? (int) $line_id : 0;
		$order_id = wc_get_order_id_by_order_item_id( $id );
		if ( 0 === $order_id || isset( $this->deleting[ $order_id ] ) ) {
			return;
		}
		$order = wc_get_order( $order_id );
		$line  = $order instanceof \WC_Order ? $order->get_item( $id ) : false;
		if ( $order instanceof \WC_Order && $line instanceof \WC_Order_Item_Product ) {
			$this->give_up( $order, array( $line ) );
		}
	}

	private function lines_go( mixed $order, mixed $type = null ): void {
		if ( ! $order instanceof \WC_Order || 0 === $order->get_id() || ! in_array( $type, array( null, '', 'line_item' ), true ) ) {
			return;
		}
		$lines = array();
		foreach ( $order->get_items() as $line ) {
			if ( $line instanceof \WC_Order_Item_Product ) {
				$lines[] = $line;
			}
		}
		$this->give_up( $order, $lines );
	}

	/**
	 * @param list<\WC_Order_Item_Product> $lines
	 */
	private function give_up( \WC_Order $order, array $lines ): void {
		try {
			$found = OrderLine::known( $this->lines->of_lines( $order, $lines ) );
			$back  = array_values( array_filter( $found, static fn( OrderLine $line ): bool => $line->taken->is_positive() ) );
			$none  = array_map( static fn( OrderLine $line ): OrderLine => $line->wanting( Quantity::zero() ), $back );
			if ( array() !== $none && $this->taking->settle( $order->get_id(), $none ) ) {
				OrderNotes::returned( $order, $back );
			}
			foreach ( $found as $line ) {
				$this->no_longer_short( $order->get_id(), $line->line_id, Outcome::Substitute );
			}
		} catch ( Refusal | StockError ) {
			OrderNotes::busy( $order );
		}
	}

	private function no_longer_short( int $order_id, int $line_id, Outcome $outcome ): void {
		if ( $this->shortfalls->close_line( $line_id, $outcome ) ) {
			$this->short->supplied( $order_id );
		}
	}
}
