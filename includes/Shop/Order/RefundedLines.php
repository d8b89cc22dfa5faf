<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DbError;
use WooInventoryGuard\Shop\Doors\Holds;
use WooInventoryGuard\Shop\Doors\Refusal;
use WooInventoryGuard\Shortfall\Outcome;
use WooInventoryGuard\Shortfall\Shortfalls;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reservations;
use WooInventoryGuard\Stock\Error\StockError;

/**
 * After a refund, restocked or not: units that the line never took are not waited for and not held any more.
 */
final class RefundedLines {

	public function __construct(
		private readonly Db $db,
		private readonly OrderLines $lines,
		private readonly Holds $holds,
		private readonly Reservations $reservations,
		private readonly Marks $restocked,
		private readonly Shortfalls $shortfalls,
		private readonly Short $short
	) {}

	public function settle( \WC_Order $order ): void {
		try {
			$lines = array_map( fn( OrderLine $line ): OrderLine => $this->without_refunded( $order, $line ), OrderLine::known( $this->lines->of( $order ) ) );
			foreach ( $lines as $line ) {
				if ( $line->open()->is_zero() && $this->shortfalls->close_supplied( $line->line_id, Outcome::Refund ) ) {
					$this->short->supplied( $order->get_id() );
				}
			}
			$this->hold_less( $order, $lines );
		} catch ( Refusal | StockError | DbError ) {
			OrderNotes::busy( $order );
		}
	}

	/**
	 * The line as it is wanted after all refunds; what it took stays taken.
	 */
	private function without_refunded( \WC_Order $order, OrderLine $line ): OrderLine {
		if ( $line->open()->is_zero() ) {
			return $line;
		}
		$refunded = Quantity::from_units( (int) round( 10_000 * abs( (float) $order->get_qty_refunded_for_item( $line->line_id ) ) ) );
		return $this->db->transaction(
			function () use ( $line, $refunded ): OrderLine {
				$gone   = $this->restocked->lock( array( $line->line_id ) )[ $line->line_id ] ?? Quantity::zero();
				$wanted = $line->wanted->plus( $gone )->minus( $refunded );
				$wanted = $wanted->compare( $line->taken ) < 0 ? $line->taken : $wanted;
				if ( $wanted->compare( $line->wanted ) < 0 ) {
					$this->restocked->write( $line->line_id, $gone, $gone->plus( $line->wanted )->minus( $wanted ) );
					return $line->wanting( $wanted );
				}
				return $line;
			}
		);
	}

	/**
	 * @param list<OrderLine> $lines
	 * @throws Refusal
	 */
	private function hold_less( \WC_Order $order, array $lines ): void {
		$reference = Holds::reference( $order->get_id() );
		$held      = $this->reservations->active_for( $reference );
		if ( null === $held || $this->holds->holds( $reference, $lines ) ) {
			return;
		}
		null === $held->expires_at ? $this->holds->keep( $reference, $lines ) : $this->holds->hold( $reference, $lines );
		$this->restocked->tell_lines( $order, $lines );
	}
}
