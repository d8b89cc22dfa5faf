<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

use WooInventoryGuard\Platform\Busy;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Error\KeyReused;
use WooInventoryGuard\Stock\Error\NotEnoughStock;
use WooInventoryGuard\Stock\Error\NotTracked;
use WooInventoryGuard\Stock\Error\StaleLevel;
use WooInventoryGuard\Stock\Error\StockError;
use WooInventoryGuard\Stock\Error\UnknownItem;
use WooInventoryGuard\Stock\Error\UnknownLocation;
use WooInventoryGuard\Stock\Level\AverageCost;
use WooInventoryGuard\Stock\Level\Change;
use WooInventoryGuard\Stock\Level\Levels;
use WooInventoryGuard\Stock\Lines\HistoryFilter;
use WooInventoryGuard\Stock\Lines\MovementStore;
use WooInventoryGuard\Stock\Reserving\Ending;
use WooInventoryGuard\Stock\Reserving\Plan;
use WooInventoryGuard\Stock\Reserving\Planner;
use WooInventoryGuard\Stock\Reserving\Short;

/**
 * The door to on hand: every change of it that is not a sale, each with its line in the ledger.
 */
final class Ledger {

	private const TURNS = 4;

	public function __construct(
		private readonly Db $db,
		private readonly Planner $planner,
		private readonly Levels $levels,
		private readonly MovementStore $movements,
		private readonly Requests $requests,
		private readonly Participants $participants,
		private readonly Ending $ending,
		private readonly AverageCost $average
	) {}

	/**
	 * @param string $key 1 to 191 printable ASCII characters; the same key returns the same movement for ever.
	 * @throws StaleLevel When the counted item has another number by now than the writer saw.
	 * @throws NotEnoughStock When it would take what is promised to orders.
	 * @throws KeyReused|UnknownItem|UnknownLocation|NotTracked|Busy
	 */
	public function adjust( Adjustment $adjustment, string $key ): Movement {
		return $this->once(
			$adjustment,
			$key,
			function () use ( $adjustment ): int {
				$change = null === $adjustment->seen
					? Change::of_on_hand( $adjustment->line() )
					: Change::of_count( $adjustment->line(), $adjustment->seen );
				if ( ! $this->levels->move( $change ) ) {
					$this->levels->ensure( $adjustment->item_id, $adjustment->location_id );
					if ( ! $this->levels->move( $change ) ) {
						throw new Short();
					}
				}
				if ( null !== $adjustment->unit_cost ) {
					$this->average->receive( $adjustment->line(), $adjustment->unit_cost );
					$this->participants->cost_changed( $adjustment->item_id, $adjustment->unit_cost );
				}
				return $this->record( $adjustment->line(), $adjustment->cause, $adjustment->unit_cost );
			}
		);
	}

	/**
	 * Opens the level of a new item with what is there, and writes the first line of its ledger. To be called inside
	 * the transaction that inserts the item.
	 *
	 * @param Quantity $on_hand May be below zero: shops that oversold before have such numbers.
	 */
	public function open( int $item_id, Quantity $on_hand, Cause $cause, int $location_id = 1 ): void {
		$this->levels->open( $item_id, $location_id, $on_hand );
		$this->record( new Line( $item_id, $location_id, $on_hand ), $cause );
	}

	/**
	 * Takes note of a number that somebody else has already written, whatever it is: the difference becomes a movement.
	 * No limit applies; where it leaves less than is promised, the level owes the rest and sells nothing.
	 *
	 * @return bool False when the number was the same.
	 */
	public function accept( int $item_id, int $location_id, Quantity $on_hand, Cause $cause ): bool {
		return $this->db->transaction(
			function () use ( $item_id, $location_id, $on_hand, $cause ): bool {
				// The lock makes "read, subtract, write" one act: nobody changes the row between.
				$this->levels->ensure( $item_id, $location_id );
				$before = $this->levels->lock_on_hand( $item_id, $location_id ) ?? Quantity::zero();
				$line   = new Line( $item_id, $location_id, $on_hand->minus( $before ) );
				if ( $line->quantity->is_zero() ) {
					return false;
				}
				$this->levels->move( Change::of_fact( $line ) );
				$this->levels->note_owed( $item_id, $location_id );
				$this->record( $line, $cause );
				return true;
			}
		);
	}

	/**
	 * Locks levels, in the order in which every writer takes them: until the commit nothing moves there, so what is read
	 * of their ledger after this stays true. To be called first in a transaction.
	 *
	 * @param non-empty-list<int> $item_ids
	 */
	public function lock( array $item_ids, int $location_id ): void {
		$this->levels->lock( $item_ids, $location_id );
	}

	/**
	 * Writes down many differences that somebody has found, each as a line of its own. They are facts, so no limit applies,
	 * as in accept(). To be called inside the transaction that claims them, so that each is written once.
	 *
	 * @param list<Correction> $corrections One for a level, none of them zero.
	 */
	public function correct( array $corrections ): void {
		usort( $corrections, static fn( Correction $a, Correction $b ): int => array( $a->line->item_id, $a->line->location_id ) <=> array( $b->line->item_id, $b->line->location_id ) );
		$causes = array();
		$found  = array();
		foreach ( $corrections as $correction ) {
			$line = $correction->line;
			if ( ! $this->levels->move( Change::of_fact( $line ) ) ) {
				$this->levels->ensure( $line->item_id, $line->location_id );
				$this->levels->move( Change::of_fact( $line ) );
			}
			$cause            = $correction->cause->key();
			$causes[ $cause ] = $correction->cause;
			$found[ $line->location_id ][ $cause ][ $line->item_id ] = $line->quantity;
		}
		foreach ( $found as $location_id => $by_cause ) {
			foreach ( $by_cause as $cause => $deltas ) {
				$came = array_filter( $deltas, static fn( Quantity $delta ): bool => $delta->is_positive() );
				$this->levels->settle_owed_of( array_keys( $came ), $location_id );
				$this->levels->note_owed_of( array_keys( array_diff_key( $deltas, $came ) ), $location_id );
				$this->movements->record_many( $deltas, $location_id, $causes[ $cause ] );
			}
		}
		if ( array() !== $corrections ) {
			$this->participants->on_hand_changed( Line::items( array_map( static fn( Correction $correction ): Line => $correction->line, $corrections ) ) );
		}
	}

	/**
	 * Takes units that are not there, because they are sold and paid already: the level owes them, and sells nothing
	 * until they have come. To be called inside the transaction that remembers for whom.
	 *
	 * @param Line $line More than zero.
	 */
	public function owe( Line $line, Cause $cause ): void {
		$taken = new Line( $line->item_id, $line->location_id, $line->quantity->negated() );
		$this->levels->ensure( $line->item_id, $line->location_id );
		$this->levels->move( Change::of_fact( $taken ) );
		$this->levels->note_owed( $line->item_id, $line->location_id );
		$this->record( $taken, $cause );
	}

	/**
	 * Changes on hand by a difference, or, where that would take what is promised, by as much of it as is free. To be
	 * called inside the transaction that remembers what it was for.
	 *
	 * @return Quantity By how much it was changed; nothing is written where that is zero.
	 */
	public function change_as_far( Line $line, Cause $cause ): Quantity {
		if ( $line->quantity->is_zero() ) {
			return $line->quantity;
		}
		$this->levels->ensure( $line->item_id, $line->location_id );
		if ( ! $this->levels->move( Change::of_on_hand( $line ) ) ) {
			// With the row locked, what is free stays free until the statement below takes it.
			$free = $this->levels->lock_free( $line->item_id, $line->location_id );
			$line = new Line( $line->item_id, $line->location_id, Quantity::from_units( max( $line->quantity->units, -$free->units ) ) );
			if ( ! $line->quantity->is_negative() || ! $this->levels->move( Change::of_on_hand( $line ) ) ) {
				return Quantity::zero();
			}
		}
		$this->record( $line, $cause );
		return $line->quantity;
	}

	/**
	 * Takes note of a change that somebody outside has made, by its difference: what others moved meanwhile stays. No
	 * limit applies, as in accept().
	 *
	 * @return Quantity What is on hand now.
	 */
	public function accept_change( int $item_id, int $location_id, Quantity $by, Cause $cause ): Quantity {
		$result = $this->requests->once(
			// A key of its own: a COMMIT whose answer was lost is not made twice.
			'external:' . bin2hex( random_bytes( 16 ) ),
			Requests::fingerprint( 'external', array( $item_id, $location_id, $by->units ) ),
			function () use ( $item_id, $location_id, $by, $cause ): array {
				$line = new Line( $item_id, $location_id, $by );
				$this->levels->ensure( $item_id, $location_id );
				if ( ! $by->is_zero() ) {
					$this->levels->move( Change::of_fact( $line ) );
					$this->levels->note_owed( $item_id, $location_id );
					$this->record( $line, $cause );
				}
				return array( 'on_hand' => ( $this->levels->lock_on_hand( $item_id, $location_id ) ?? Quantity::zero() )->units );
			}
		);
		/** @var array{on_hand: int} $answer */
		$answer = $result['answer'];
		return Quantity::from_units( $answer['on_hand'] );
	}

	/**
	 * @return list<Movement> Newest first.
	 */
	public function history( int $item_id, HistoryFilter $filter ): array {
		return $this->movements->history( $item_id, $filter );
	}

	public function count( int $item_id, HistoryFilter $filter ): int {
		return $this->movements->count( $item_id, $filter );
	}

	private function record( Line $line, Cause $cause, ?Quantity $unit_cost = null ): int {
		if ( $line->quantity->is_positive() ) {
			$this->levels->settle_owed( $line->item_id, $line->location_id );
		}
		$id = $this->movements->record( $line->item_id, $line->location_id, $line->quantity, $cause, $unit_cost );
		$this->participants->on_hand_changed( array( $line->item_id ) );
		return $id;
	}

	/**
	 * @param callable(): int $work Returns the movement's id; throws Short when the statement said no.
	 */
	private function once( Adjustment $adjustment, string $key, callable $work ): Movement {
		$this->require_countable( $adjustment, $key );
		for ( $turn = 1; $turn <= self::TURNS; $turn++ ) {
			try {
				$result = $this->requests->once(
					$key,
					$adjustment->fingerprint(),
					static fn(): array => array( 'movement' => $work() )
				);
				/** @var array{movement: int} $answer */
				$answer = $result['answer'];
				return $this->movements->find( $answer['movement'] ) ?? throw new Busy( 'The movement cannot be read yet.' );
			} catch ( Short ) {
				// What is held by a reservation whose time is up is not in the way.
				if ( ! $this->db->in_transaction() && 0 < $this->ending->expire_due( 50, array( $adjustment->item_id ) ) ) {
					--$turn;
					continue;
				}
				$this->refuse( $adjustment );
				if ( $this->db->in_transaction() ) {
					// Only the owner of the larger transaction can begin it again.
					break;
				}
			}
		}
		throw new Busy( 'This item changes too quickly.' );
	}

	/**
	 * Read before the transaction, whose snapshot must not be older than its locks. What is true today does not take
	 * back an answer that this key was given yesterday.
	 */
	private function require_countable( Adjustment $adjustment, string $key ): void {
		try {
			$this->planner->require_countable( $adjustment->item_id, $adjustment->location_id );
		} catch ( StockError $refusal ) {
			if ( null === $this->requests->answer_to( $key, $adjustment->fingerprint() ) ) {
				throw $refusal;
			}
		}
	}

	/**
	 * Says why the statement said no, unless the reason has gone meanwhile.
	 */
	private function refuse( Adjustment $adjustment ): void {
		$line = $adjustment->line();
		$this->planner->require_countable( $line->item_id, $line->location_id );
		$on_hand = $this->planner->on_hand( $line->item_id, $line->location_id );
		if ( null !== $adjustment->seen && 0 !== $on_hand->compare( $adjustment->seen ) ) {
			throw new StaleLevel( $line->item_id, $adjustment->seen, $on_hand );
		}
		$asked = new AskedLine( $line->item_id, $line->location_id, $line->quantity->negated() );
		$lines = ( new Plan( array( $asked ) ) )->shortages( $this->planner->free( array( $line->item_id ) ) );
		if ( Plan::is_short( $lines ) ) {
			throw new NotEnoughStock( $lines );
		}
	}
}
