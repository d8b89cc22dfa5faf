<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Reserving;

use WooInventoryGuard\Platform\Busy;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Platform\Unmet;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Error\KeyReused;
use WooInventoryGuard\Stock\Error\NotEnoughStock;
use WooInventoryGuard\Stock\Error\StockError;
use WooInventoryGuard\Stock\Level\Change;
use WooInventoryGuard\Stock\Level\Levels;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Participants;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Requests;
use WooInventoryGuard\Stock\Reservation;
use WooInventoryGuard\Stock\SaleTerms;

/**
 * Makes a reservation: one short transaction whose unique keys and conditional updates decide.
 *
 * The hot rows are changed last, so the time during which buyers of one item wait for each other is one statement a
 * line and the COMMIT.
 */
final class Reserving {

	/** How often a refusal that turns out to be no longer true is tried again before the answer is "busy". */
	private const TURNS = 4;

	/** The same where there are alternatives: each of them may go while it is reached for. The last turns go without extras. */
	private const MIXED_TURNS = 12;

	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly Planner $planner,
		private readonly ReservationStore $store,
		private readonly Levels $levels,
		private readonly Ending $ending,
		private readonly Participants $participants
	) {}

	/**
	 * See Reservations::reserve().
	 *
	 * @param list<AskedLine> $asked
	 */
	public function reserve( string $key, Reference $reference, array $asked, ?int $expires_in, int $actor, SaleTerms $terms ): Reservation {
		if ( $this->db->in_transaction() ) {
			// What a refused try leaves behind is undone by its own rollback; inside a larger transaction it would stay.
			throw new \LogicException( 'A reservation is a transaction of its own. Make it before or after yours.' );
		}
		$fingerprint = $this->fingerprint( $reference, $asked );
		$now         = $this->clock->now();
		$expires     = null === $expires_in ? null : $now->add( new \DateInterval( "PT{$expires_in}S" ) );
		$wish        = new Wish( $key, $fingerprint, $reference, Plan::unseen( $asked ), $now, $expires, $actor, $terms );
		$granted     = $this->grant_unseen( $wish );
		for ( $turn = 1; null === $granted && $turn <= ( null === $wish->plan->mix ? self::TURNS : self::MIXED_TURNS ); ) {
			try {
				$wish = $wish->planned( $this->planner->plan( $asked, $terms->online, fn(): array => $this->store->held_for( $reference ), $turn < self::TURNS ) );
				return $this->grant( $wish );
			} catch ( StockError $refusal ) {
				// What is true today must not change the answer that this key was given yesterday.
				return $this->first_answer( $key, $fingerprint ) ?? throw $refusal;
			} catch ( DuplicateKey | Short $rival ) {
				$first = $this->first_answer( $key, $fingerprint );
				if ( null !== $first ) {
					return $first;
				}
				// However many carts have expired, they do not use up the turns.
				$turn += $rival instanceof Short && $rival->freed ? 0 : 1;
			}
		}
		return $granted ?? throw new Busy( 'These items change hands too quickly to say what is left of them.' );
	}

	/**
	 * The usual case, whose statements are all known beforehand: plain items that are there, a new key, a new reference.
	 * What they are is not read first: the conditional update knows. (The reading took a sixth of a reservation.)
	 *
	 * @return Reservation|null Null when something was not as usual; nothing was changed.
	 */
	private function grant_unseen( Wish $wish ): ?Reservation {
		if ( $wish->plan->is_plainly_short() || array() !== $wish->terms->conditions ) {
			return null;
		}
		try {
			$id = $this->db->at_once( ...$this->store->insertion( $wish ), ...$this->levels->taking( $wish->plan->lines, $wish->terms->online ) );
		} catch ( Unmet | DuplicateKey ) {
			return null;
		}
		$this->participants->reserved_changed( Line::items( $wish->plan->lines ) );
		return $wish->granted( $id );
	}

	/**
	 * @throws NotEnoughStock When it is really so; Short or DuplicateKey when a rival was in the way and another turn is due.
	 */
	private function grant( Wish $wish ): Reservation {
		try {
			if ( $wish->plan->is_plainly_short() ) {
				throw new Short();
			}
			try {
				return $wish->granted( $this->db->transaction( fn(): int => $this->insert_and_take( $wish, array() ) ) );
			} catch ( DuplicateKey $duplicate ) {
				if ( null !== $this->store->fingerprint_of( $wish->key ) ) {
					throw $duplicate;
				}
				// The key is new, so it is the reference that holds a reservation already. One whose time is up lends nothing.
				$this->ending->expire_of( $wish->reference );
				return $this->replace( $wish );
			}
		} catch ( Short ) {
			if ( 0 === $this->ending->expire_due( 50, $wish->plan->items() ) ) {
				$this->refuse_if_short( $wish );
				if ( null !== $wish->plan->mix ) {
					// There is a way, but not this one any more: it is mixed anew.
					throw new Short();
				}
				return $this->replace( $wish );
			}
			throw new Short( true );
		}
	}

	/**
	 * The new reservation instead of the one that the reference holds, in one transaction: if the new lines cannot be
	 * had, the rollback leaves the old ones as they were.
	 */
	private function replace( Wish $wish ): Reservation {
		return $wish->granted(
			$this->db->transaction(
				function () use ( $wish ): int {
					$old  = $this->store->lock_active( $wish->reference );
					$back = null !== $old && $this->store->close_replaced( $old ) ? $this->store->held( $old ) : array();
					return $this->insert_and_take( $wish, $back );
				}
			)
		);
	}

	/**
	 * @param list<Line> $back What the replaced reservation gives back; only the difference touches the hot rows.
	 * @throws Short
	 */
	private function insert_and_take( Wish $wish, array $back ): int {
		$id      = $this->insert( $wish );
		$changes = Line::merge( array( ...$wish->plan->lines, ...Line::negate( $back ) ) );
		foreach ( $changes as $line ) {
			if ( ! $this->levels->move( Change::of_reserved( $line, $wish->terms->online ) ) ) {
				throw new Short();
			}
		}
		$this->participants->reserved_changed( Line::items( $changes ) );
		return $id;
	}

	/**
	 * The reservation's own rows, and what else must be true of it: before the hot rows, so that a buyer who waits for
	 * an own other session keeps nobody else waiting.
	 */
	private function insert( Wish $wish ): int {
		$id = $this->store->insert( $wish );
		foreach ( $wish->terms->conditions as $condition ) {
			$condition->claim( $id );
		}
		return $id;
	}

	private function first_answer( string $key, string $fingerprint ): ?Reservation {
		$known = $this->store->fingerprint_of( $key );
		if ( null !== $known && $known !== $fingerprint ) {
			throw new KeyReused( $key );
		}
		return null === $known ? null : $this->store->first_answer( $key );
	}

	/**
	 * @throws NotEnoughStock Unless what was missing has come back meanwhile.
	 */
	private function refuse_if_short( Wish $wish ): void {
		$free  = $this->planner->free( $wish->plan->items(), $wish->terms->online );
		$lines = $wish->plan->shortages( Planner::with_own( $free, $this->store->held_for( $wish->reference ) ) );
		if ( Plan::is_short( $lines ) ) {
			throw new NotEnoughStock( $lines );
		}
	}

	/**
	 * The order of lines does not matter, nor how long it is to hold: a client that tries again may count from now.
	 *
	 * @param list<AskedLine> $asked
	 */
	private function fingerprint( Reference $reference, array $asked ): string {
		$lines = array_map( static fn( AskedLine $line ): array => array( $line->item_id, $line->location_id, $line->quantity->units ), $asked );
		sort( $lines );
		return Requests::fingerprint( 'reserve', array( $reference->type, $reference->id, $lines ) );
	}
}
