<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Reserving;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Error\NotActive;
use WooInventoryGuard\Stock\Error\NotEnoughHeld;
use WooInventoryGuard\Stock\Error\NotFound;
use WooInventoryGuard\Stock\ExpiryListener;
use WooInventoryGuard\Stock\Level\Change;
use WooInventoryGuard\Stock\Level\Inconsistent;
use WooInventoryGuard\Stock\Level\Levels;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Lines\MovementStore;
use WooInventoryGuard\Stock\Participants;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Requests;
use WooInventoryGuard\Stock\Reservation;
use WooInventoryGuard\Stock\ReservationState;
use WooInventoryGuard\Stock\Sets\Made;

/**
 * How a reservation ends: committed (the units leave), released or expired (they are free again). The conditional change
 * of its state is the first statement of the transaction; who changes the row does the rest, everybody else is told.
 */
final class Ending {

	/** @var list<ExpiryListener> */
	private array $listeners = array();

	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly ReservationStore $store,
		private readonly Levels $levels,
		private readonly MovementStore $movements,
		private readonly Requests $requests,
		private readonly Participants $participants
	) {}

	/**
	 * Adds somebody who has to know of every reservation whose time ran out.
	 */
	public function listen( ExpiryListener $listener ): void {
		$this->listeners[] = $listener;
	}

	/**
	 * See Reservations::commit().
	 *
	 * @param list<AskedLine>|null $part
	 */
	public function commit( int $id, string $key, ?array $part, string $reason, int $actor, string $note ): Reservation {
		$asked = null === $part ? null : array_map( static fn( AskedLine $line ): array => array( $line->item_id, $line->location_id, $line->quantity->units ), $part );
		return $this->once(
			'commit',
			$id,
			$key,
			array( $asked ),
			function ( Reservation $reservation ) use ( $part, $reason, $actor, $note ): void {
				$lines = null === $part ? $this->close_all( $reservation ) : $this->close_part( $reservation, $part );
				$cause = new Cause( $reason, $reservation->reference, $actor, $note );
				foreach ( $lines as $line ) {
					$this->move( $line, Change::of_sale( $line ) );
					$this->movements->record( $line->item_id, $line->location_id, $line->quantity->negated(), $cause );
				}
				$this->participants->on_hand_changed( Line::items( $lines ) );
			}
		);
	}

	public function release( int $id, string $key ): Reservation {
		return $this->once(
			'release',
			$id,
			$key,
			array(),
			function ( Reservation $reservation ): void {
				if ( ! $this->store->close( $reservation->id, ReservationState::Released ) ) {
					throw new Ended();
				}
				$this->give_back( $reservation->id );
			}
		);
	}

	public function extend( int $id, string $key, int $seconds ): Reservation {
		return $this->once(
			'extend',
			$id,
			$key,
			array( $seconds ),
			function ( Reservation $reservation ) use ( $seconds ): void {
				if ( ! $this->store->extend( $reservation->id, $this->clock->now()->modify( "+{$seconds} seconds" ) ) ) {
					throw new Ended();
				}
			}
		);
	}

	/**
	 * Ends reservations whose time is up, each in a transaction of its own.
	 *
	 * @param int       $limit At most so many.
	 * @param list<int> $items Only those that hold one of these; empty for all.
	 * @return int How many this call ended.
	 */
	public function expire_due( int $limit, array $items = array() ): int {
		$ended = 0;
		foreach ( $this->store->due( $limit, $items ) as $id ) {
			try {
				$ended += $this->expire_this( $id ) ? 1 : 0;
			} catch ( Inconsistent $broken ) {
				// Rows that were changed from outside are for `verify` to name; they stop nobody's sale.
				Log::error( 'An expired reservation could not be ended.', $broken );
			}
		}
		return $ended;
	}

	/**
	 * Ends what a reference holds, if its time is up.
	 */
	public function expire_of( Reference $reference ): void {
		// By itself the look could lose a deadlock, and nobody would ask again.
		$id = $this->db->transaction( fn(): ?int => $this->store->lock_active( $reference ) );
		if ( null !== $id ) {
			$this->expire_this( $id );
		}
	}

	/**
	 * @param array<mixed>                  $request What the key stands for, beside operation and id.
	 * @param callable(Reservation): void $work    Throws Ended when the reservation was not active.
	 */
	private function once( string $operation, int $id, string $key, array $request, callable $work ): Reservation {
		$reservation = $this->store->find( $id ) ?? throw new NotFound( $id );
		try {
			$result = $this->requests->once(
				$key,
				Requests::fingerprint( $operation, array( $id, $request ) ),
				function () use ( $work, $reservation ): array {
					$work( $reservation );
					$after = $this->store->find( $reservation->id ) ?? $reservation;
					return array(
						'state'      => $after->state->value,
						'expires_at' => null === $after->expires_at ? null : Clock::sql( $after->expires_at ),
					);
				}
			);
		} catch ( Ended ) {
			$this->expire_this( $id );
			throw new NotActive( $id, ( $this->store->find( $id ) ?? $reservation )->state );
		}
		/** @var array{state: string, expires_at: string|null} $answer */
		$answer = $result['answer'];
		return $reservation->as_of( ReservationState::from( $answer['state'] ), Clock::from_sql( $answer['expires_at'] ), $result['replayed'] );
	}

	/**
	 * @return list<Line>
	 */
	private function close_all( Reservation $reservation ): array {
		if ( ! $this->store->close( $reservation->id, ReservationState::Committed ) ) {
			throw new Ended();
		}
		return $this->store->held( $reservation->id );
	}

	/**
	 * A part is named as it was asked for: a set of a bundle is the components that it had when it was reserved. Where its
	 * sets are not all alike, the first that have not gone yet go, and the reservation remembers how many have.
	 *
	 * @param list<AskedLine> $part
	 * @return list<Line>
	 */
	private function close_part( Reservation $reservation, array $part ): array {
		if ( ! $this->store->lock( $reservation->id ) ) {
			throw new Ended();
		}
		$is_mixed = array() !== array_filter( $reservation->lines, static fn( AskedLine $line ): bool => array() !== $line->made );
		$asked    = $is_mixed ? $this->store->asked( $reservation->id ) : $reservation->lines;
		$lines    = array();
		foreach ( $part as $wanted ) {
			array_push( $lines, ...$this->as_asked( $reservation->id, $asked, $wanted )->lines() );
		}
		if ( $is_mixed ) {
			$this->store->note_gone( $reservation->id, $asked );
		}
		$lines = Line::merge( $lines );
		foreach ( $lines as $line ) {
			if ( ! $this->store->commit_part( $reservation->id, $line ) ) {
				throw new NotEnoughHeld( $reservation->id, $line->item_id );
			}
		}
		$this->store->close_if_all_committed( $reservation->id );
		return $lines;
	}

	/**
	 * @param list<AskedLine> $asked Of lines whose sets are not all alike it is noted what has gone.
	 */
	private function as_asked( int $id, array &$asked, AskedLine $wanted ): AskedLine {
		$going = array();
		$open  = $wanted->quantity;
		foreach ( $asked as $at => $line ) {
			if ( $line->item_id !== $wanted->item_id || $line->location_id !== $wanted->location_id ) {
				continue;
			}
			if ( array() === $line->made ) {
				return new AskedLine( $line->item_id, $line->location_id, $wanted->quantity, $line->sku, $line->components );
			}
			$some         = Made::first( Made::after( $line->made, $line->gone ?? Quantity::zero() ), $open );
			$open         = $open->minus( Made::count( $some ) );
			$asked[ $at ] = $line->after( Made::count( $some ) );
			array_push( $going, ...$some );
			if ( $open->is_zero() ) {
				return $wanted->made_of( $going );
			}
		}
		throw new NotEnoughHeld( $id, $wanted->item_id );
	}

	private function give_back( int $id ): void {
		$lines = $this->store->held( $id );
		foreach ( $lines as $line ) {
			$this->move( $line, Change::of_reserved( new Line( $line->item_id, $line->location_id, $line->quantity->negated() ) ) );
		}
		$this->participants->reserved_changed( Line::items( $lines ) );
	}

	private function move( Line $line, Change $change ): void {
		if ( ! $this->levels->move( $change ) ) {
			throw new Inconsistent( $line->item_id, $line->location_id );
		}
	}

	/**
	 * Writes down what time has already decided, so that whoever asks next reads it from the row.
	 *
	 * @return bool Whether it was due and this call ended it.
	 */
	private function expire_this( int $id ): bool {
		return $this->db->transaction(
			function () use ( $id ): bool {
				if ( ! $this->store->close_due( $id ) ) {
					return false;
				}
				$this->give_back( $id );
				$this->tell_expired( $id );
				return true;
			}
		);
	}

	private function tell_expired( int $id ): void {
		$expired = array() === $this->listeners ? null : $this->store->find( $id );
		if ( null !== $expired ) {
			foreach ( $this->listeners as $listener ) {
				$listener->expired( $expired );
			}
		}
	}
}
