<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DbError;
use WooInventoryGuard\Shop\Doors\Refusal;
use WooInventoryGuard\Shop\Mirror\StockNotices;
use WooInventoryGuard\Shop\Product\Products;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Error\StockError;

/**
 * Units of refunded lines go back on the shelf, where the person who refunds says so. The line remembers how many it
 * does not want any more (exactly: WooCommerce cuts fractions off) and has taken that much less, in one transaction
 * with the stock; of units that it never had, none come back.
 */
final class Refunds {

	/** On the line: how many units each refund has put back, so that a deleted refund can be undone. */
	private const BY_REFUND = '_wig_refunds';

	/** @var array<int, array<int, Quantity>> Order id => line id => what the refund that is being made puts back. */
	private array $made = array();

	public function __construct(
		private readonly Db $db,
		private readonly OrderLines $lines,
		private readonly Taking $taking,
		private readonly Marks $marks,
		private readonly Marks $restocked,
		private readonly StockNotices $notices,
		private readonly Supply $supply,
		private readonly RefundedLines $refunded
	) {}

	public function register(): void {
		add_filter( 'woocommerce_can_restock_refunded_items', $this->restock( ... ), PHP_INT_MAX, 3 );
		add_action( 'woocommerce_refund_created', $this->remember( ... ), 10, 2 );
		add_action( 'woocommerce_order_refunded', $this->refunded( ... ) );
		add_action( 'woocommerce_refund_deleted', $this->deleted( ... ), 10, 2 );
		add_action( 'woocommerce_rest_delete_shop_order_refund_object', fn( mixed $refund, mixed $response, mixed $request ) => $request instanceof \WP_REST_Request ? $this->deleted( $request['id'], $request['order_id'] ) : null, 10, 3 );
	}

	/**
	 * @param mixed $posted Per line id what is refunded.
	 * @return mixed False where the books have done it.
	 */
	private function restock( mixed $may, mixed $order, mixed $posted ): mixed {
		if ( true !== $may || ! $order instanceof \WC_Order || ! is_array( $posted ) ) {
			return $may;
		}
		try {
			$lines = array_values( array_filter( $this->lines->of( $order ), static fn( OrderLine $line ): bool => self::asked( $posted, $line )->is_positive() ) );
			$ours  = OrderLine::known( $lines );
			if ( array() === $ours ) {
				return $may;
			}
			$before = $this->marks->read( array_map( static fn( OrderLine $line ): int => $line->line_id, $ours ) );
			$back   = $this->db->transaction( fn(): array => $this->put_back( $order, $ours, $posted ) );
		} catch ( Refusal | StockError | DbError ) {
			OrderNotes::busy( $order );
			return false;
		}
		$this->marks->tell_lines( $order, $ours );
		$this->restocked->tell_lines( $order, $ours );
		$moved = array();
		foreach ( $back as $line ) {
			$line = $line->having( $before[ $line->line_id ] ?? Quantity::zero() );
			if ( $line->wanted->compare( $line->taken ) < 0 ) {
				$moved[] = $line;
			}
		}
		OrderNotes::refunded( $order, $moved );
		$this->notices->restocked( $order, $moved, OrderLine::foreign( $lines ), $posted );
		return false;
	}

	/**
	 * What is not taken is refunded first: it never was on its way.
	 *
	 * @param list<OrderLine> $lines
	 * @param array<mixed>    $posted
	 * @return list<OrderLine> As they are then.
	 */
	private function put_back( \WC_Order $order, array $lines, array $posted ): array {
		$ids   = array_map( static fn( OrderLine $line ): int => $line->line_id, $lines );
		$taken = $this->marks->lock( $ids );
		$gone  = $this->restocked->lock( $ids );
		$after = array();
		foreach ( $lines as $line ) {
			if ( ! isset( $taken[ $line->line_id ], $gone[ $line->line_id ] ) ) {
				continue;
			}
			$more = self::asked( $posted, $line );
			// Another refund of this moment may have been faster than the order in memory.
			$item   = $order->get_item( $line->line_id );
			$seen   = Products::quantity( $item instanceof \WC_Order_Item ? strval( $item->get_meta( Marks::RESTOCKED, true ) ) : '' ) ?? Quantity::zero();
			$wanted = $line->wanted->minus( $gone[ $line->line_id ]->minus( $seen ) )->minus( $more );
			$wanted = $wanted->is_negative() ? Quantity::zero() : $wanted;
			$this->restocked->write( $line->line_id, $gone[ $line->line_id ], $gone[ $line->line_id ]->plus( $more ) );
			$after[] = $line->wanting( $taken[ $line->line_id ]->compare( $wanted ) < 0 ? $taken[ $line->line_id ] : $wanted );

			$this->made[ $order->get_id() ][ $line->line_id ] = $more;
		}
		$this->taking->settle( $order->get_id(), $after, 'refunded' );
		return $after;
	}

	private function remember( mixed $refund_id, mixed $args ): void {
		$order_id = is_array( $args ) && is_numeric( $args['order_id'] ?? null ) ? (int) $args['order_id'] : 0;
		$made     = $this->made[ $order_id ] ?? array();
		$order    = array() === $made || ! is_numeric( $refund_id ) ? null : wc_get_order( $order_id );
		unset( $this->made[ $order_id ] );
		if ( ! $order instanceof \WC_Order ) {
			return;
		}
		foreach ( $made as $line_id => $units ) {
			$line = $order->get_item( $line_id );
			if ( $line instanceof \WC_Order_Item_Product ) {
				$known = $line->get_meta( self::BY_REFUND, true );
				$line->update_meta_data( self::BY_REFUND, array( (int) $refund_id => (string) $units ) + ( is_array( $known ) ? $known : array() ) );
				$line->save_meta_data();
			}
		}
	}

	/**
	 * Money that went back for units that were never taken: nobody waits for them any more.
	 */
	private function refunded( mixed $order_id ): void {
		$order = is_numeric( $order_id ) ? wc_get_order( (int) $order_id ) : null;
		if ( $order instanceof \WC_Order ) {
			$this->refunded->settle( $order );
		}
	}

	/**
	 * A refund that was a mistake: the line wants its units again.
	 */
	private function deleted( mixed $refund_id, mixed $order_id ): void {
		$order = is_numeric( $order_id ) ? wc_get_order( (int) $order_id ) : null;
		if ( ! $order instanceof \WC_Order || ! is_numeric( $refund_id ) ) {
			return;
		}
		$wanted = false;
		foreach ( $order->get_items() as $line ) {
			$known = $line->get_meta( self::BY_REFUND, true );
			$known = is_array( $known ) ? $known : array();
			$units = Products::quantity( strval( $known[ (int) $refund_id ] ?? '' ) );
			if ( null !== $units && $line instanceof \WC_Order_Item_Product ) {
				$this->want_again( $line, $units );
				$line->update_meta_data( self::BY_REFUND, array_diff_key( $known, array( (int) $refund_id => '' ) ) );
				$line->save_meta_data();
				$wanted = true;
			}
		}
		if ( $wanted && $order->has_status( array( 'on-hold', ...wc_get_is_paid_statuses() ) ) ) {
			$this->supply->provide( $order );
		}
	}

	private function want_again( \WC_Order_Item_Product $line, Quantity $units ): void {
		$this->db->transaction(
			function () use ( $line, $units ): void {
				$gone = $this->restocked->lock( array( $line->get_id() ) )[ $line->get_id() ] ?? Quantity::zero();
				$left = $gone->minus( $units );
				$this->restocked->write( $line->get_id(), $gone, $left->is_negative() ? Quantity::zero() : $left );
			}
		);
		$this->restocked->tell( $line, $this->restocked->read( array( $line->get_id() ) )[ $line->get_id() ] ?? Quantity::zero() );
	}

	/**
	 * @param array<mixed> $posted
	 */
	private static function asked( array $posted, OrderLine $line ): Quantity {
		$one      = $posted[ $line->line_id ] ?? null;
		$quantity = is_array( $one ) ? $one['qty'] ?? '' : '';
		return ( is_scalar( $quantity ) ? Products::quantity( (string) $quantity ) : null ) ?? Quantity::zero();
	}
}
