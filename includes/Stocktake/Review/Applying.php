<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Review;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Correction;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stocktake\NotReady;
use WooInventoryGuard\Stocktake\State;
use WooInventoryGuard\Stocktake\Stocktake;
use WooInventoryGuard\Stocktake\Stocktakes;
use WooInventoryGuard\Stocktake\WrongState;

/**
 * Applies a stocktake: writes each accepted variance into the books, as a difference with a line in the ledger. It is one
 * act that may be cut off anywhere and goes on where it stopped.
 *
 * A portion is one transaction: the levels are locked first, so nothing of these items moves until the commit; then the
 * lines are compared once more, with all that other stocktakes have put right meanwhile; then the lines are claimed by
 * one conditional UPDATE that asks again for all that allows it (accepted, fresh, a second person where one is needed),
 * and the claimed ones are written. So each line is written once, however many work at it or are killed. A line that cannot
 * be claimed (its variance is another by now) is given back undecided and flagged.
 */
final class Applying {

	public const REASON = 'stocktake';

	private const PORTION = 100;

	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly Stocktakes $stocktakes,
		private readonly Comparing $comparing,
		private readonly Ledger $ledger
	) {}

	/**
	 * Nobody may have to decide or to agree any more; the statement itself asks for that.
	 *
	 * @throws WrongState|NotReady
	 */
	public function begin( int $id, int $actor ): Stocktake {
		$lines = $this->lines();
		$begun = $this->db->execute(
			"UPDATE %i SET state = 'applying', applied_by = %d, version = version + 1 WHERE id = %d AND state = 'review'
				AND NOT EXISTS ( SELECT 1 FROM %i a WHERE a.stocktake_id = %d AND a.stale = 1 )
				AND NOT EXISTS ( SELECT 1 FROM %i b WHERE b.stocktake_id = %d AND b.decision = 'none' AND b.variance <> 0 )
				AND NOT EXISTS ( SELECT 1 FROM %i c WHERE c.stocktake_id = %d AND c.decision = 'accept' AND c.needs_second = 1 AND ( c.approved_by = 0 OR c.approved_by = c.decided_by ) )",
			$this->db->table( 'stocktakes' ),
			$actor,
			$id,
			$lines,
			$id,
			$lines,
			$id,
			$lines,
			$id
		);
		$after = $this->stocktakes->find( $id ) ?? throw new \LogicException( 'A stocktake is never deleted.' );
		if ( 0 === $begun && State::Review === $after->state ) {
			throw $this->reason( $id );
		}
		if ( 0 === $begun && State::Applying !== $after->state && State::Applied !== $after->state ) {
			throw new WrongState( $id, $after->state );
		}
		return $after;
	}

	/**
	 * @return bool Whether nothing is left to do.
	 */
	public function work( int $id, float $seconds ): bool {
		$until     = microtime( true ) + $seconds;
		$stocktake = $this->stocktakes->find( $id );
		if ( null === $stocktake || State::Applying !== $stocktake->state ) {
			return true;
		}
		do {
			$items = array_map(
				intval( ... ),
				$this->db->column( "SELECT item_id FROM %i WHERE stocktake_id = %d AND decision = 'accept' AND applied IS NULL AND variance <> 0 ORDER BY item_id LIMIT %d", $this->lines(), $id, self::PORTION )
			);
			if ( array() === $items ) {
				return $this->finish( $id );
			}
			$this->db->transaction( fn() => $this->portion( $stocktake, $items ) );
		} while ( microtime( true ) < $until );
		return false;
	}

	/**
	 * @param non-empty-list<int> $items
	 */
	private function portion( Stocktake $stocktake, array $items ): void {
		$this->ledger->lock( $items, $stocktake->location_id );
		$this->comparing->lines_of( $stocktake, $items );
		$rows = $this->rows( $stocktake->id, $items );
		if ( array() === $rows ) {
			return;
		}
		$claimed     = $this->claim( $stocktake->id, array_keys( $rows ) );
		$corrections = array();
		foreach ( $rows as $item => $row ) {
			if ( isset( $claimed[ $item ] ) ) {
				$corrections[] = new Correction(
					new Line( $item, $stocktake->location_id, $claimed[ $item ] ),
					new Cause( self::REASON, new Reference( Stocktake::REFERENCE, (string) $stocktake->id ), $stocktake->applied_by, self::note( (string) $row['reason'], (string) $row['note'] ) )
				);
			} else {
				$this->give_back( $stocktake->id, $item );
			}
		}
		$this->ledger->correct( $corrections );
	}

	/**
	 * Claims those of these lines that may be applied, all by one statement. The lines are locked and were not applied when
	 * they were locked, so one that is applied now was claimed here, whoever else works at this stocktake.
	 *
	 * @param non-empty-list<int> $items
	 * @return array<int, Quantity> What is to be written, by item.
	 */
	private function claim( int $id, array $items ): array {
		$lines = $this->lines();
		$marks = $this->db->marks( $items );
		$this->db->execute(
			'UPDATE %i SET applied = variance WHERE stocktake_id = %d AND item_id IN (' . $marks . ") AND applied IS NULL AND decision = 'accept' AND stale = 0 AND variance <> 0
				AND ( needs_second = 0 OR ( approved_by <> 0 AND approved_by <> decided_by
					AND approved_by NOT IN ( SELECT c.counter_id FROM %i c WHERE c.stocktake_id = %d AND c.item_id = %i.item_id )
					AND approved_by NOT IN ( SELECT g.counter_id FROM %i g WHERE g.stocktake_id = %d AND g.item_id = %i.item_id ) ) )
				AND EXISTS ( SELECT 1 FROM %i s WHERE s.id = %d AND s.state = 'applying' )",
			$lines,
			$id,
			...array(
				...$items,
				$this->db->table( 'stocktake_counts' ),
				$id,
				$lines,
				$this->db->table( 'stocktake_tags' ),
				$id,
				$lines,
				$this->db->table( 'stocktakes' ),
				$id,
			)
		);
		$claimed = array();
		foreach ( $this->db->rows( 'SELECT item_id, applied FROM %i WHERE stocktake_id = %d AND item_id IN (' . $marks . ') AND applied IS NOT NULL', $lines, $id, ...$items ) as $row ) {
			$claimed[ (int) $row['item_id'] ] = Quantity::from_sql( $row['applied'] );
		}
		return $claimed;
	}

	private function give_back( int $id, int $item ): void {
		$this->db->execute(
			"UPDATE %i SET decision = 'none', approved_by = 0, flags = flags | %d WHERE stocktake_id = %d AND item_id = %d AND applied IS NULL AND decision = 'accept'",
			$this->lines(),
			Flag::Changed->value,
			$id,
			$item
		);
	}

	/**
	 * Lines whose count agrees with the books are confirmed: an earlier count of the same item has nothing to say any more.
	 */
	private function finish( int $id ): bool {
		do {
			$right = array_map( intval( ... ), $this->db->column( 'SELECT item_id FROM %i WHERE stocktake_id = %d AND variance = 0 AND applied IS NULL ORDER BY item_id LIMIT 2000', $this->lines(), $id ) );
			if ( array() !== $right ) {
				$this->db->execute( 'UPDATE %i SET applied = 0 WHERE stocktake_id = %d AND variance = 0 AND applied IS NULL AND item_id <= %d', $this->lines(), $id, max( $right ) );
			}
		} while ( array() !== $right );
		$this->db->execute( "UPDATE %i SET state = 'applied', applied_at = %s, version = version + 1 WHERE id = %d AND state = 'applying'", $this->db->table( 'stocktakes' ), Clock::sql( $this->clock->now() ), $id );
		return true;
	}

	/**
	 * Those of these lines that wait to be applied, locked until the commit.
	 *
	 * @param non-empty-list<int> $items
	 * @return array<int, array<string, string|null>>
	 */
	private function rows( int $id, array $items ): array {
		$rows = array();
		foreach ( $this->db->rows( "SELECT item_id, reason, note FROM %i WHERE stocktake_id = %d AND decision = 'accept' AND applied IS NULL AND item_id IN (" . $this->db->marks( $items ) . ') ORDER BY item_id FOR UPDATE', $this->lines(), $id, ...$items ) as $row ) {
			$rows[ (int) $row['item_id'] ] = $row;
		}
		return $rows;
	}

	private static function note( string $reason, string $note ): string {
		return 'unknown' === $reason ? $note : mb_substr( rtrim( "{$reason}: {$note}", ' :' ), 0, 500 );
	}

	private function reason( int $id ): NotReady {
		$count = fn( string $what ): int => 'stale' === $what
			? (int) $this->db->value( 'SELECT COUNT(*) FROM %i WHERE stocktake_id = %d AND stale = 1', $this->lines(), $id )
			: (int) $this->db->value( "SELECT COUNT(*) FROM %i WHERE stocktake_id = %d AND decision = 'none' AND variance <> 0", $this->lines(), $id );
		$stale = $count( 'stale' );
		$open  = $count( 'open' );
		return match ( true ) {
			$stale > 0 => new NotReady( NotReady::COMPARING, $stale ),
			$open > 0  => new NotReady( NotReady::UNDECIDED, $open ),
			default    => new NotReady(
				NotReady::SECOND,
				(int) $this->db->value( "SELECT COUNT(*) FROM %i WHERE stocktake_id = %d AND decision = 'accept' AND needs_second = 1 AND ( approved_by = 0 OR approved_by = decided_by )", $this->lines(), $id )
			),
		};
	}

	private function lines(): string {
		return $this->db->table( 'stocktake_lines' );
	}
}
