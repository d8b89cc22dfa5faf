<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Shop\Doors\Holds;
use WooInventoryGuard\Shop\Doors\Refusal;
use WooInventoryGuard\Shop\Product\Products;
use WooInventoryGuard\Shortfall\Shortfall;
use WooInventoryGuard\Shortfall\Shortfalls;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reservation;
use WooInventoryGuard\Stock\Reservations;
use WooInventoryGuard\Stock\ReservationState;

/**
 * What the panel on an order tells: per line what it took, what is held for it and until when, what is missing and what
 * came back; and what happened to its reservations.
 */
final class PanelRows {

	public function __construct( private readonly OrderLines $lines, private readonly Reservations $reservations, private readonly Shortfalls $shortfalls, private readonly LineParts $parts ) {}

	/**
	 * @return list<array{line_id: int, parts: string, name: string, wanted: string, taken: string, held: string, restocked: string, why: string, short: Shortfall|null}>
	 */
	public function lines( \WC_Order $order ): array {
		try {
			$lines = OrderLine::known( $this->lines->of( $order ) );
		} catch ( Refusal ) {
			return array();
		}
		$held  = $this->reservations->active_for( Holds::reference( $order->get_id() ) );
		$short = array();
		foreach ( array() === $lines ? array() : $this->shortfalls->of_order( $order->get_id() ) as $one ) {
			$short[ $one->line_id ] = $one->open ? $one : null;
		}
		$left = array();
		foreach ( $held->lines ?? array() as $line ) {
			$left[ $line->item_id ] = $line->quantity->plus( $left[ $line->item_id ] ?? Quantity::zero() );
		}
		$rows   = array();
		$shares = array();
		foreach ( $lines as $line ) {
			$share                        = self::smaller( $left[ (int) $line->item_id ] ?? Quantity::zero(), $line->open() );
			$left[ (int) $line->item_id ] = ( $left[ (int) $line->item_id ] ?? Quantity::zero() )->minus( $share );
			$item                         = $order->get_item( $line->line_id );
			$shares[ $line->line_id ]     = $share;
			$rows[]                       = array(
				'line_id'   => $line->line_id,
				'parts'     => '',
				'name'      => $line->name,
				'wanted'    => (string) $line->wanted,
				'taken'     => (string) $line->taken,
				'held'      => (string) $share,
				'restocked' => (string) ( Products::quantity( $item instanceof \WC_Order_Item ? strval( $item->get_meta( Marks::RESTOCKED, true ) ) : '' ) ?? Quantity::zero() ),
				'why'       => self::why( $order, $line, $share, $held, $short[ $line->line_id ] ?? null ),
				'short'     => $short[ $line->line_id ] ?? null,
			);
		}
		$parts = $this->parts->of( Holds::reference( $order->get_id() ), $lines, $held, $shares );
		foreach ( $rows as $at => $row ) {
			$rows[ $at ]['parts'] = $parts[ $row['line_id'] ] ?? '';
		}
		return $rows;
	}

	/**
	 * @return list<string> Sentences, newest first.
	 */
	public function history( \WC_Order $order ): array {
		return array_map( self::sentence( ... ), $this->reservations->of_reference( Holds::reference( $order->get_id() ), 10 ) );
	}

	private static function why( \WC_Order $order, OrderLine $line, Quantity $held, ?Reservation $reservation, ?Shortfall $short ): string {
		if ( null !== $short ) {
			return $short->owed
				/* translators: %s: units. */
				? sprintf( __( '%s owed to the customer: sold beyond what is in stock', 'woo-inventory-guard' ), (string) $short->missing )
				/* translators: %s: units. */
				: sprintf( __( '%s missing: sold, and not in stock', 'woo-inventory-guard' ), (string) $short->missing );
		}
		if ( $held->is_positive() ) {
			return null === $reservation?->expires_at
				? __( 'Held until stock is committed', 'woo-inventory-guard' )
				/* translators: %s: date and time. */
				: sprintf( __( 'Held until %s', 'woo-inventory-guard' ), self::time( $reservation->expires_at ) );
		}
		if ( $line->open()->is_positive() ) {
			return $order->has_status( array( 'cancelled', 'failed', 'refunded' ) ) ? __( 'Not held: the order has ended', 'woo-inventory-guard' ) : __( 'Not held and not taken', 'woo-inventory-guard' );
		}
		return $line->taken->is_positive() ? __( 'Taken from stock', 'woo-inventory-guard' ) : __( 'Back in stock', 'woo-inventory-guard' );
	}

	private static function sentence( Reservation $reservation ): string {
		$from = self::time( $reservation->created_at );
		$end  = null === $reservation->expires_at ? '' : self::time( $reservation->expires_at );
		return match ( $reservation->state ) {
			ReservationState::Active    => '' === $end
				/* translators: %s: date and time. */
				? sprintf( __( 'Reserved %s, until stock is committed.', 'woo-inventory-guard' ), $from )
				/* translators: 1: date and time, 2: date and time. */
				: sprintf( __( 'Reserved %1$s until %2$s.', 'woo-inventory-guard' ), $from, $end ),
			/* translators: %s: date and time. */
			ReservationState::Committed => sprintf( __( 'Reserved %s, then taken from stock.', 'woo-inventory-guard' ), $from ),
			/* translators: %s: date and time. */
			ReservationState::Released  => sprintf( __( 'Reserved %s, then released or replaced.', 'woo-inventory-guard' ), $from ),
			/* translators: 1: date and time, 2: date and time. */
			ReservationState::Expired   => sprintf( __( 'Reserved %1$s; ran out %2$s, unpaid.', 'woo-inventory-guard' ), $from, $end ),
		};
	}

	private static function smaller( Quantity $one, Quantity $other ): Quantity {
		return $one->compare( $other ) < 0 ? $one : $other;
	}

	private static function time( \DateTimeImmutable $time ): string {
		return (string) wp_date( strval( get_option( 'date_format' ) ) . ' ' . strval( get_option( 'time_format' ) ), $time->getTimestamp() );
	}
}
