<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Shop\Doors\Holds;
use WooInventoryGuard\Shop\Doors\Refusal;
use WooInventoryGuard\Stock\Reservations;
use WooInventoryGuard\Stock\Error\StockError;

/**
 * What staff can do with the stock of an order: commit it, hold it longer, give it back. Each may be pressed twice.
 */
final class Acts {

	public function __construct(
		private readonly OrderLines $lines,
		private readonly Holds $holds,
		private readonly Reservations $reservations,
		private readonly HoldMinutes $minutes,
		private readonly Supply $supply,
		private readonly Flag $flag
	) {}

	/**
	 * The units leave now, whatever the setting says.
	 *
	 * @return bool Whether every line has its units.
	 */
	public function commit( \WC_Order $order ): bool {
		$done = $this->supply->take( $order, true ) ?? true;
		$this->flag->set( $order->get_id(), $done );
		return $done;
	}

	/**
	 * The hold begins anew, also when it has run out.
	 *
	 * @return bool Whether the order holds what it wants.
	 */
	public function extend( \WC_Order $order ): bool {
		$reference = Holds::reference( $order->get_id() );
		try {
			$open = array_values( array_filter( OrderLine::known( $this->lines->of( $order ) ), static fn( OrderLine $line ): bool => $line->open()->is_positive() ) );
			$held = array() === $open ? null : $this->holds->covering( $reference, $open );
			if ( array() === $open || ( null !== $held && null === $held->expires_at ) ) {
				return true;
			}
			$minutes = $this->minutes->of_order( $order );
			null === $held
				? $this->holds->hold( $reference, $open, $minutes )
				: $this->reservations->extend( $held->id, 60 * $minutes, 'extend:' . wp_generate_uuid4() );
		} catch ( Refusal | StockError $refusal ) {
			OrderNotes::plain( $order, $refusal instanceof Refusal ? $refusal->getMessage() : __( 'The hold ended this moment. Try again.', 'woo-inventory-guard' ) );
			return false;
		}
		/* translators: %d: minutes. */
		OrderNotes::plain( $order, sprintf( _n( 'Held for another %d minute.', 'Held for another %d minutes.', $minutes, 'woo-inventory-guard' ), $minutes ) );
		return true;
	}

	/**
	 * What is held is free again; of an order that has ended, also what it took.
	 */
	public function release( \WC_Order $order ): void {
		$reference = Holds::reference( $order->get_id() );
		if ( null !== $this->reservations->active_for( $reference ) ) {
			$this->holds->release( $reference );
			OrderNotes::plain( $order, __( 'Nothing is held for this order any more.', 'woo-inventory-guard' ) );
		}
		if ( $order->has_status( array( 'cancelled', 'refunded', 'failed' ) ) ) {
			wc_increase_stock_levels( $order );
			$this->flag->set( $order->get_id(), false );
		}
	}
}
