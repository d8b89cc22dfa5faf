<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Doors;

use WooInventoryGuard\Limit\LimitReached;
use WooInventoryGuard\Platform\Busy;
use WooInventoryGuard\Platform\DbError;
use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Shop\Following\ItemRows;
use WooInventoryGuard\Shop\Limit\PurchaseLimits;
use WooInventoryGuard\Shop\Order\OrderLine;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Error\KeyReused;
use WooInventoryGuard\Stock\Error\NotActive;
use WooInventoryGuard\Stock\Error\NotEnoughStock;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Reservation;
use WooInventoryGuard\Stock\Reservations;
use WooInventoryGuard\Stock\ReservationState;
use WooInventoryGuard\Stock\Error\StockError;

/**
 * Holds the units of an order until it is paid. An order has one reservation at most; a changed order replaces it, all
 * or nothing.
 */
final class Holds {

	/**
	 * @param \Closure(Reference): int $minutes How long where the caller does not say.
	 */
	public function __construct( private readonly Reservations $reservations, private readonly \Closure $minutes, private readonly PurchaseLimits $limits ) {}

	public static function reference( int $order_id ): Reference {
		return new Reference( 'order', (string) $order_id );
	}

	/**
	 * What an order still has to take, added up by item. Lines that WooCommerce counts by itself are left out.
	 *
	 * @param list<OrderLine> $lines
	 * @return list<AskedLine>
	 */
	public static function open( array $lines ): array {
		$sums = array();
		foreach ( $lines as $line ) {
			if ( null !== $line->item_id && $line->open()->is_positive() ) {
				$sums[ $line->item_id ] = $line->open()->plus( $sums[ $line->item_id ] ?? Quantity::zero() );
			}
		}
		ksort( $sums );
		return array_map(
			static fn( int $item_id, Quantity $quantity ): AskedLine => new AskedLine( $item_id, ItemRows::LOCATION, $quantity ),
			array_keys( $sums ),
			$sums
		);
	}

	/**
	 * @param list<OrderLine> $lines
	 * @param string          $key     '' for a key of its own: a new hold of the same reference replaces the old one.
	 * @param int             $minutes 0 for those of the order's payment method.
	 * @return Reservation|null NULL where there is nothing to hold; what was held before is free then.
	 * @throws Refusal
	 */
	public function hold( Reference $reference, array $lines, int $minutes = 0, string $key = '' ): ?Reservation {
		return $this->reserve( $reference, $lines, 60 * ( 0 < $minutes ? $minutes : ( $this->minutes )( $reference ) ), $key );
	}

	/**
	 * Holds until somebody ends it, as for an order that is paid.
	 *
	 * @param list<OrderLine> $lines
	 * @throws Refusal
	 */
	public function keep( Reference $reference, array $lines ): ?Reservation {
		return $this->reserve( $reference, $lines, null, '' );
	}

	/**
	 * @param list<OrderLine> $lines
	 * @throws Refusal
	 */
	private function reserve( Reference $reference, array $lines, ?int $seconds, string $key ): ?Reservation {
		$asked = self::open( $lines );
		if ( array() === $asked ) {
			$this->release( $reference );
			return null;
		}
		$terms = $this->limits->terms( $reference, $lines );
		try {
			$held = $this->reservations->reserve( '' === $key ? 'order:' . wp_generate_uuid4() : $key, $reference, $asked, $seconds, self::actor(), $terms );
			$this->limits->note( $reference, $terms );
			return $held;
		} catch ( LimitReached $reached ) {
			throw $this->limits->refusal( $reached );
		} catch ( NotEnoughStock $refused ) {
			throw Refusal::not_enough( $refused, $lines );
		} catch ( KeyReused ) {
			throw Refusal::sent_twice( '' );
		} catch ( Busy ) {
			throw Refusal::busy();
		} catch ( StockError | DbError $error ) {
			// A product that stopped being counted this moment, a database that went away: no reason to say "sold out".
			Log::error( 'An order could not be reserved.', $error );
			throw Refusal::busy();
		}
	}

	/**
	 * Whether the reference holds exactly what these lines still have to take.
	 *
	 * @param list<OrderLine> $lines
	 */
	public function holds( Reference $reference, array $lines ): bool {
		$held = array();
		foreach ( $this->reservations->active_for( $reference )->lines ?? array() as $line ) {
			$held[ $line->item_id ] = $line->quantity->units;
		}
		$open = array();
		foreach ( self::open( $lines ) as $line ) {
			$open[ $line->item_id ] = $line->quantity->units;
		}
		ksort( $held );
		return $held === $open;
	}

	/**
	 * What the reference holds, if that is at least what these lines still have to take.
	 *
	 * @param list<OrderLine> $lines
	 */
	public function covering( Reference $reference, array $lines ): ?Reservation {
		$held  = $this->reservations->active_for( $reference );
		$units = array();
		foreach ( $held->lines ?? array() as $line ) {
			$units[ $line->item_id ] = $line->quantity->units + ( $units[ $line->item_id ] ?? 0 );
		}
		foreach ( self::open( $lines ) as $line ) {
			if ( ( $units[ $line->item_id ] ?? 0 ) < $line->quantity->units ) {
				return null;
			}
		}
		return $held;
	}

	/**
	 * Whether the last thing that happened to what the reference held is that its time ran out.
	 */
	public function ran_out( Reference $reference ): bool {
		return ReservationState::Expired === ( $this->reservations->of_reference( $reference, 1 )[0]->state ?? null );
	}

	/**
	 * Frees what a reference holds, if it still does.
	 */
	public function release( Reference $reference ): void {
		$held = $this->reservations->active_for( $reference );
		if ( null !== $held ) {
			$this->release_one( $held->id );
		}
	}

	public function release_one( int $reservation_id ): void {
		try {
			$this->reservations->release( $reservation_id, 'release:' . $reservation_id );
		} catch ( NotActive ) {
			// Paid or run out meanwhile: both are right.
			return;
		} catch ( Busy $busy ) {
			Log::error( 'Units stay held until they expire.', $busy );
		}
	}

	/**
	 * Who is written into the ledger: staff by name, shoppers not.
	 */
	public static function actor(): int {
		return current_user_can( 'edit_shop_orders' ) ? get_current_user_id() : 0;
	}
}
