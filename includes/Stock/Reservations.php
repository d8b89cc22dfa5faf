<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

use WooInventoryGuard\Platform\Busy;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Stock\Error\InvalidQuantity;
use WooInventoryGuard\Stock\Error\KeyReused;
use WooInventoryGuard\Stock\Error\NotActive;
use WooInventoryGuard\Stock\Error\NotEnoughHeld;
use WooInventoryGuard\Stock\Error\NotEnoughStock;
use WooInventoryGuard\Stock\Error\NotFound;
use WooInventoryGuard\Stock\Error\NotTracked;
use WooInventoryGuard\Stock\Error\StockError;
use WooInventoryGuard\Stock\Error\UnknownItem;
use WooInventoryGuard\Stock\Error\UnknownLocation;
use WooInventoryGuard\Stock\Level\Inconsistent;
use WooInventoryGuard\Stock\Reserving\Ending;
use WooInventoryGuard\Stock\Reserving\ReservationStore;
use WooInventoryGuard\Stock\Reserving\Reserving;

/**
 * The door to reservations. Every call is one transaction that happens at most once for its key.
 */
final class Reservations {

	public function __construct(
		private readonly Reserving $reserving,
		private readonly Ending $ending,
		private readonly ReservationStore $store
	) {}

	/**
	 * Promises units to a reference, all lines or nothing.
	 *
	 * The same key gives the same answer for ever, whatever has happened since. A reference that holds an active
	 * reservation gets the new one instead of it, or keeps the old one when the new lines cannot be had.
	 *
	 * @param string          $key        1 to 191 printable ASCII characters.
	 * @param list<AskedLine> $lines      At least one, each more than zero.
	 * @param int|null        $expires_in Seconds; null holds until somebody ends it.
	 * @param int             $actor      User id, 0 for the system.
	 * @param SaleTerms       $terms      Whether safety stock is left alone, and what else must be true.
	 * @throws NotEnoughStock Nothing was changed, the key stays free.
	 * @throws StockError That a condition of the terms gave; nothing was changed either.
	 * @throws KeyReused|UnknownItem|UnknownLocation|NotTracked|InvalidQuantity
	 * @throws Busy Nothing was decided; ask again with the same key.
	 */
	public function reserve( string $key, Reference $reference, array $lines, ?int $expires_in, int $actor, SaleTerms $terms = new SaleTerms() ): Reservation {
		$this->require_something( $lines );
		return $this->reserving->reserve( $key, $reference, $lines, $expires_in, $actor, $terms );
	}

	/**
	 * The units leave: on hand and reserved go down, the ledger says why. Of a reservation of which only a part is
	 * committed the rest stays reserved.
	 *
	 * @param list<AskedLine>|null $part Null for all that is still held.
	 * @throws NotActive|NotFound|NotEnoughHeld|KeyReused|InvalidQuantity|Inconsistent|Busy
	 */
	public function commit( int $id, string $key, int $actor, ?array $part = null, string $reason = 'sold', string $note = '' ): Reservation {
		if ( null !== $part ) {
			$this->require_something( $part );
		}
		return $this->ending->commit( $id, $key, $part, $reason, $actor, $note );
	}

	/**
	 * The units are free again.
	 *
	 * @throws NotActive|NotFound|KeyReused|Busy
	 */
	public function release( int $id, string $key ): Reservation {
		return $this->ending->release( $id, $key );
	}

	/**
	 * Holds for so many seconds from now.
	 *
	 * @throws NotActive|NotFound|KeyReused|Busy
	 */
	public function extend( int $id, int $seconds, string $key ): Reservation {
		return $this->ending->extend( $id, $key, $seconds );
	}

	/**
	 * Ends what is due. Nobody has to call this for expired units to be sold (a reservation that finds too little does
	 * it itself); it keeps the shown numbers true where nobody buys.
	 *
	 * @return int How many were ended.
	 */
	public function expire_due( int $limit = 100 ): int {
		return $this->ending->expire_due( $limit );
	}

	/**
	 * Says what an active reservation is for, once that is known (an order that had no number yet).
	 *
	 * @return bool False when it is no longer active, or the reference holds another one.
	 */
	public function refer( int $id, Reference $reference ): bool {
		try {
			return $this->store->refer( $id, $reference );
		} catch ( DuplicateKey ) {
			return false;
		}
	}

	public function find( int $id ): ?Reservation {
		return $this->store->find( $id );
	}

	public function find_by_key( string $key ): ?Reservation {
		return $this->store->find_by_key( $key );
	}

	/**
	 * The reservation that a reference holds now.
	 */
	public function active_for( Reference $reference ): ?Reservation {
		foreach ( $this->store->of_reference( $reference ) as $reservation ) {
			if ( ReservationState::Active === $reservation->state ) {
				return $reservation;
			}
		}
		return null;
	}

	/**
	 * All reservations of a reference, newest first.
	 *
	 * @return list<Reservation>
	 */
	public function of_reference( Reference $reference, int $limit = 50 ): array {
		return $this->store->of_reference( $reference, $limit );
	}

	/**
	 * Reservations of a reference of which units have left, newest first: they know what a bundle was made of then.
	 *
	 * @return list<Reservation>
	 */
	public function committed_of( Reference $reference ): array {
		return $this->store->committed_of( $reference );
	}

	/**
	 * Who holds units of an item now, newest first.
	 *
	 * @return list<array{reservation: Reservation, quantity: Quantity}>
	 */
	public function active_for_item( int $item_id, int $limit = 50 ): array {
		return $this->store->active_for_item( $item_id, $limit );
	}

	/**
	 * A line of less than zero would turn a sale into a delivery.
	 *
	 * @param list<AskedLine> $lines
	 * @throws InvalidQuantity Unless there is at least one line and each is more than zero.
	 */
	private function require_something( array $lines ): void {
		foreach ( $lines as $line ) {
			if ( ! $line->quantity->is_positive() ) {
				throw new InvalidQuantity( 'Each line is for more than zero.' );
			}
		}
		if ( array() === $lines ) {
			throw new InvalidQuantity( 'There must be at least one line.' );
		}
	}
}
