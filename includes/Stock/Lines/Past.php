<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Lines;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Correction;
use WooInventoryGuard\Stock\Integrity\Repair;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Level\Levels;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * Puts lines of a level's ledger that were kept elsewhere back into it. They are history: what is on hand does not
 * change by them. To be called in a transaction, levels in the order of their ids.
 *
 * Where the level has the same ledger with holes, the missing lines are filled in by their numbers: a sum into which lines
 * were folded stands for them, and they for it (see Folding). Where it has another one (it began anew), the old lines go
 * before it: what is there now is set aside (its numbers plus Gaps::ASIDE), the old ones are numbered from 1, a line takes
 * their last balance back to zero, and what was set aside follows. Sales in between are numbered on where the others were
 * set aside, so a level may be brought back in as many transactions as it takes.
 */
final class Past {

	private const AT_ONCE = 250;

	/** Reasons of a first line that says what there was, not what came. */
	private const BEGINNINGS = array( 'opening', 'external', 'repair' );

	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly Levels $levels,
		private readonly Ledger $ledger,
		private readonly Repair $repair,
		private readonly FoldedLevels $folded
	) {}

	/**
	 * How old lines go into the ledger that is there: `new` where nothing is known of the level, `same` where what is
	 * there is part of them, `before` where it is another ledger.
	 *
	 * @param non-empty-list<PastLine> $lines The first ones of the level, in order.
	 * @return array{way: 'new'|'same'|'before', missing: int} How many of these lines are not there.
	 */
	public function compare( int $item_id, int $location_id, array $lines ): array {
		$present = $this->present( $item_id, $location_id, $lines );
		$equal   = 0;
		foreach ( $lines as $line ) {
			$row = $present[ $line->seq ] ?? null;
			if ( null !== $row && ! self::is_same( $row, $line ) ) {
				return array(
					'way'     => 'before',
					'missing' => count( $lines ),
				);
			}
			$equal += self::is_there( $line, $present ) ? 1 : 0;
		}
		$level = $this->db->row( 'SELECT seq FROM %i WHERE item_id = %d AND location_id = %d', $this->db->table( 'levels' ), $item_id, $location_id );
		$later = 0 < $equal || null !== $this->db->value( 'SELECT 1 FROM %i WHERE item_id = %d AND location_id = %d LIMIT 1', $this->db->table( 'movements' ), $item_id, $location_id );
		return array(
			'way'     => match ( true ) {
				$later                    => 'same',
			null === $level           => 'new',
			0 === (int) $level['seq'] => 'before',
			default                   => 'same',
			},
			'missing' => count( $lines ) - $equal,
		);
	}

	/**
	 * Sets aside what is there.
	 */
	public function begin( int $item_id, int $location_id ): void {
		$this->levels->ensure( $item_id, $location_id );
		$this->levels->lock_on_hand( $item_id, $location_id );
		$this->shift( $item_id, $location_id, Gaps::ASIDE );
	}

	/**
	 * @param list<PastLine> $lines   In order.
	 * @param int            $after   The number of the last one that is back already.
	 * @param Quantity       $balance And what was on hand after it.
	 * @return array{after: int, balance: Quantity} The same, after these.
	 */
	public function add( int $item_id, int $location_id, array $lines, int $after, Quantity $balance ): array {
		$rows = array();
		foreach ( $lines as $line ) {
			$jump = $line->balance->minus( $line->delta )->minus( $balance );
			if ( ! $jump->is_zero() ) {
				// Lines were missing already when this was written down.
				$rows[] = new PastLine( ++$after, $jump, $balance->plus( $jump ), new Cause( 'repair', Reference::none() ), $line->at );
			}
			$balance = $line->balance;
			$after  += $line->stands_for;
			$rows[]  = new PastLine( $after, $line->delta, $balance, $line->cause, $line->at, $line->unit_cost, $line->stands_for );
		}
		$this->insert( $item_id, $location_id, $rows );
		return array(
			'after'   => $after,
			'balance' => $balance,
		);
	}

	/**
	 * The old lines are all back: what was set aside follows them.
	 *
	 * @param Quantity|null $number What is to be on hand in place of what the ledger here began with; NULL leaves on hand alone.
	 */
	public function end( int $item_id, int $location_id, int $after, Quantity $balance, ?Quantity $number, Cause $cause ): void {
		$this->levels->lock_on_hand( $item_id, $location_id );
		$first = $this->db->row( 'SELECT reason, delta, created_at FROM %i WHERE item_id = %d AND location_id = %d AND seq > %d ORDER BY seq LIMIT 1', $this->db->table( 'movements' ), $item_id, $location_id, Gaps::ASIDE );
		if ( ! $balance->is_zero() ) {
			$at = null === $first ? Clock::sql( $this->clock->now() ) : (string) $first['created_at'];
			$this->insert( $item_id, $location_id, array( new PastLine( ++$after, $balance->negated(), Quantity::zero(), $cause, $at ) ) );
		}
		$this->shift( $item_id, $location_id, $after - Gaps::ASIDE );
		$opened = in_array( $first['reason'] ?? '', self::BEGINNINGS, true ) ? Quantity::from_sql( $first['delta'] ?? null ) : Quantity::zero();
		$change = null === $number ? Quantity::zero() : $number->minus( $opened );
		if ( ! $change->is_zero() ) {
			$this->ledger->correct( array( new Correction( new Line( $item_id, $location_id, $change ), $cause ) ) );
		}
	}

	/**
	 * Puts missing lines where they were. Those that are there stay, also where they say something else.
	 *
	 * @param list<PastLine> $lines
	 * @return int How many were missing.
	 */
	public function fill( int $item_id, int $location_id, array $lines ): int {
		$this->levels->lock_on_hand( $item_id, $location_id );
		$present = array() === $lines ? array() : $this->present( $item_id, $location_id, $lines );
		$missing = array_values( array_filter( $lines, static fn( PastLine $line ): bool => ! self::is_there( $line, $present ) ) );
		$this->insert( $item_id, $location_id, $missing );
		return count( $missing );
	}

	/**
	 * After lines were filled in: what is still missing is bridged, and a level that was lost is there again.
	 */
	public function settle( int $item_id, int $location_id, int $actor ): void {
		$this->repair->level( $item_id, $location_id, $actor );
	}

	/**
	 * @param non-empty-list<PastLine> $lines
	 * @return array<int, array<string, string|null>> By number; with the next one, which may stand for the last of these.
	 */
	private function present( int $item_id, int $location_id, array $lines ): array {
		// No level has a number twice: so many rows reach as far as the last of these lines, and one further.
		$before = $lines[0]->seq - $lines[0]->stands_for;
		$rows   = $this->db->rows(
			'SELECT seq, stands_for, delta, balance_after, reference_type, created_at FROM %i WHERE item_id = %d AND location_id = %d AND seq > %d ORDER BY seq LIMIT %d',
			$this->db->table( 'movements' ),
			$item_id,
			$location_id,
			$before,
			$lines[ count( $lines ) - 1 ]->seq - $before + 1
		);
		return array_combine( array_map( 'intval', array_column( $rows, 'seq' ) ), $rows );
	}

	/**
	 * Whether what is there says what a line says: the same line, a sum that stands for it, or a part of what it is the sum of.
	 *
	 * @param array<int, array<string, string|null>> $present
	 */
	private static function is_there( PastLine $line, array $present ): bool {
		if ( isset( $present[ $line->seq ] ) ) {
			return true;
		}
		foreach ( $present as $seq => $row ) {
			if ( $line->meets( $seq, (int) $row['stands_for'] ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * To the second: some databases keep no more of a time. A sum says nothing of a single line, so it speaks neither for
	 * another ledger nor against it.
	 *
	 * @param array<string, string|null> $row
	 */
	private static function is_same( array $row, PastLine $line ): bool {
		if ( Folding::TYPE === $line->cause->reference->type || Folding::TYPE === $row['reference_type'] ) {
			return true;
		}
		return 0 === Quantity::from_sql( $row['delta'] )->compare( $line->delta )
			&& 0 === Quantity::from_sql( $row['balance_after'] )->compare( $line->balance )
			&& substr( (string) $row['created_at'], 0, 19 ) === substr( $line->at, 0, 19 );
	}

	private function shift( int $item_id, int $location_id, int $by ): void {
		$from = $by < 0 ? Gaps::ASIDE : -1;
		$this->db->execute( 'UPDATE %i SET seq = seq + %d WHERE item_id = %d AND location_id = %d AND seq > %d', $this->db->table( 'movements' ), $by, $item_id, $location_id, $from );
		$this->db->execute( 'UPDATE %i SET seq = seq + %d WHERE item_id = %d AND location_id = %d', $this->db->table( 'levels' ), $by, $item_id, $location_id );
	}

	/**
	 * @param list<PastLine> $lines
	 */
	private function insert( int $item_id, int $location_id, array $lines ): void {
		$sums = array_filter( $lines, static fn( PastLine $line ): bool => Folding::TYPE === $line->cause->reference->type );
		if ( array() !== $sums ) {
			$this->folded->mark( $item_id, $location_id, max( array_map( static fn( PastLine $line ): string => $line->at, $sums ) ) );
		}
		foreach ( array_chunk( $lines, self::AT_ONCE ) as $some ) {
			$values = array();
			foreach ( $some as $line ) {
				array_push( $values, $item_id, $location_id, $line->seq, $line->delta->sql(), $line->balance->sql(), null === $line->unit_cost ? '' : $line->unit_cost->sql(), $line->cause->reason, $line->cause->reference->type, $line->cause->reference->id, $line->cause->actor, $line->cause->note, $line->stands_for, $line->at );
			}
			$this->db->execute(
				'INSERT INTO %i (item_id, location_id, seq, delta, balance_after, unit_cost, reason, reference_type, reference_id, actor_id, note, stands_for, created_at) VALUES ' . $this->db->marks( array_keys( $some ), "(%d,%d,%d,%s,%s,CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ),%s,%s,%s,%d,%s,%d,%s)" ),
				$this->db->table( 'movements' ),
				...$values
			);
		}
	}
}
