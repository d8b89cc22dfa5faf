<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Cart;

use WooInventoryGuard\Shop\Doors\Holds;
use WooInventoryGuard\Shop\Doors\Refusal;
use WooInventoryGuard\Shop\Order\OrderLine;
use WooInventoryGuard\Stock\Reservation;
use WooInventoryGuard\Stock\Reservations;

/**
 * The orders that the shopper of this request has begun and not paid: what they hold must never stand in the shopper's
 * own way.
 */
final class OwnOrders {

	public function __construct( private readonly Holds $holds, private readonly Reservations $reservations ) {}

	/**
	 * From the session. WooCommerce looks at the first that is set, even where it is false (a paid order leaves that
	 * behind), and so forgets the other.
	 *
	 * @return list<int>
	 */
	public static function ids(): array {
		$session = function_exists( 'WC' ) ? WC()->session : null;
		$found   = array();
		if ( ! $session instanceof \WC_Session ) {
			return $found;
		}
		foreach ( array( 'order_awaiting_payment', 'store_api_draft_order' ) as $key ) {
			$id = $session->get( $key );
			if ( is_numeric( $id ) && 0 < (int) $id ) {
				$found[] = (int) $id;
			}
		}
		return array_values( array_unique( $found ) );
	}

	/**
	 * Holds the order's lines. Where they cannot be had because an earlier order of the same shopper holds them (back
	 * from the payment page, the cart changed, ordered again), that hold passes to this order: one change of its name,
	 * so nobody else can come in between.
	 *
	 * @param list<OrderLine> $lines
	 * @throws Refusal Nothing has changed then.
	 */
	public function hold( \WC_Order $order, array $lines, int $minutes ): ?Reservation {
		$reference = Holds::reference( $order->get_id() );
		try {
			return $this->holds->hold( $reference, $lines, $minutes );
		} catch ( Refusal $refusal ) {
			if ( 409 !== $refusal->status ) {
				throw $refusal;
			}
		}
		foreach ( array_diff( self::ids(), array( $order->get_id() ) ) as $earlier ) {
			$held = $this->reservations->active_for( Holds::reference( $earlier ) );
			if ( null === $held || ! $this->reservations->refer( $held->id, $reference ) ) {
				continue;
			}
			try {
				$now = $this->holds->hold( $reference, $lines, $minutes );
				$this->say_so( $earlier, $order->get_id() );
				return $now;
			} catch ( Refusal ) {
				$this->reservations->refer( $held->id, Holds::reference( $earlier ) );
			}
		}
		throw $refusal;
	}

	private function say_so( int $earlier, int $order_id ): void {
		$order = wc_get_order( $earlier );
		if ( $order instanceof \WC_Order ) {
			/* translators: %d: order number. */
			$order->add_order_note( sprintf( __( 'The shopper has begun another order, number %d. What this one held is held for that one now.', 'woo-inventory-guard' ), $order_id ), 0, false, array( 'note_group' => 'product_stock' ) );
		}
	}
}
