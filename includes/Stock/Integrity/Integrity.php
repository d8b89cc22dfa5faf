<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Integrity;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * Checks every invariant over whole tables, each with one statement, and names the rows that break it. Changes nothing.
 *
 * All statements read one snapshot, so sales that go on meanwhile make no false alarm.
 */
final class Integrity {

	/** Enough to see what is wrong; a broken table would otherwise answer with itself. */
	private const MOST_PROBLEMS = 200;

	/** @var list<Check> */
	private array $checks = array();

	public function __construct( private readonly Db $db ) {}

	/**
	 * Adds an invariant of another room.
	 */
	public function add( Check $check ): void {
		$this->checks[] = $check;
	}

	public function check(): IntegrityReport {
		return $this->db->transaction(
			function (): IntegrityReport {
				$problems = array_merge(
					$this->promised_too_much(),
					$this->ledger_differs(),
					$this->ledger_has_gaps(),
					$this->reserved_differs(),
					$this->states_disagree(),
					$this->requests_without_answer(),
					$this->sums_differ(),
					...array_map( static fn( Check $check ): array => $check->check(), $this->checks )
				);
				return new IntegrityReport(
					$this->count( 'levels' ),
					$this->count( 'movements' ),
					$this->count( 'reservations' ),
					array_slice( $problems, 0, self::MOST_PROBLEMS )
				);
			}
		);
	}

	/**
	 * 1: reserved is never below zero, and available never below what backorders allow and the books were handed over
	 * with.
	 *
	 * @return list<Problem>
	 */
	private function promised_too_much(): array {
		$rows = $this->db->rows(
			'SELECT l.item_id, l.location_id, i.allowance + l.owed AS expected, l.on_hand - l.reserved AS found, l.reserved
			FROM %i l JOIN %i i ON i.id = l.item_id
			WHERE l.reserved < 0 OR ROUND( l.on_hand - l.reserved + i.allowance + l.owed, 4 ) < 0 LIMIT %d',
			$this->db->table( 'levels' ),
			$this->db->table( 'items' ),
			self::MOST_PROBLEMS
		);
		return array_map(
			static fn( array $row ): Problem => Quantity::from_sql( $row['reserved'] )->is_negative()
				? new Problem( 1, (int) $row['item_id'], (int) $row['location_id'], 'reserved >= 0', (string) Quantity::from_sql( $row['reserved'] ) )
				: new Problem( 1, (int) $row['item_id'], (int) $row['location_id'], 'available >= ' . Quantity::from_sql( $row['expected'] )->negated(), (string) Quantity::from_sql( $row['found'] ) ),
			$rows
		);
	}

	/**
	 * 2: on hand is the sum of the level's movements. The other direction finds movements whose level has gone.
	 *
	 * @return list<Problem>
	 */
	private function ledger_differs(): array {
		return array_merge(
			$this->compare(
				2,
				'SELECT l.item_id, l.location_id, COALESCE( m.total, 0 ) AS expected, l.on_hand AS found
				FROM %i l LEFT JOIN ( SELECT item_id, location_id, SUM( delta ) AS total FROM %i GROUP BY item_id, location_id ) m
					ON m.item_id = l.item_id AND m.location_id = l.location_id
				WHERE ROUND( COALESCE( m.total, 0 ) - l.on_hand, 4 ) <> 0 LIMIT %d',
				'levels',
				'movements'
			),
			$this->compare(
				2,
				'SELECT m.item_id, m.location_id, SUM( m.delta ) AS expected, 0 AS found
				FROM %i m LEFT JOIN %i l ON l.item_id = m.item_id AND l.location_id = m.location_id
				WHERE l.item_id IS NULL GROUP BY m.item_id, m.location_id LIMIT %d',
				'movements',
				'levels'
			)
		);
	}

	/**
	 * 2, the append-only half: a level's movements are numbered 1 to `seq` without a gap (a sum takes up the numbers of
	 * what it stands for), and the last balance is what is on hand.
	 *
	 * @return list<Problem>
	 */
	private function ledger_has_gaps(): array {
		$gaps = $this->compare(
			2,
			'SELECT l.item_id, l.location_id, l.seq AS expected, COALESCE( m.lines, 0 ) AS found
			FROM %i l LEFT JOIN ( SELECT item_id, location_id, SUM( stands_for ) AS `lines`, MAX( seq ) AS last FROM %i GROUP BY item_id, location_id ) m
				ON m.item_id = l.item_id AND m.location_id = l.location_id
			WHERE COALESCE( m.lines, 0 ) <> l.seq OR COALESCE( m.last, 0 ) <> l.seq LIMIT %d',
			'levels',
			'movements'
		);
		$last = $this->compare(
			2,
			'SELECT l.item_id, l.location_id, m.balance_after AS expected, l.on_hand AS found
			FROM %i l JOIN %i m ON m.item_id = l.item_id AND m.location_id = l.location_id AND m.seq = l.seq
			WHERE ROUND( m.balance_after - l.on_hand, 4 ) <> 0 LIMIT %d',
			'levels',
			'movements'
		);
		return array_merge( $gaps, $last, $this->balances_differ() );
	}

	/**
	 * 2, line by line: each balance is the one before it plus what changed.
	 *
	 * @return list<Problem>
	 */
	private function balances_differ(): array {
		$rows = $this->db->rows(
			'SELECT item_id, location_id, before_it + delta AS expected, balance_after AS found FROM (
				SELECT item_id, location_id, delta, balance_after,
					COALESCE( LAG( balance_after ) OVER ( PARTITION BY item_id, location_id ORDER BY seq ), 0 ) AS before_it FROM %i
			) m WHERE ROUND( before_it + delta - balance_after, 4 ) <> 0 LIMIT %d',
			$this->db->table( 'movements' ),
			self::MOST_PROBLEMS
		);
		return $this->problems( 2, $rows );
	}

	/**
	 * 3: reserved is the sum of what active reservations still hold.
	 *
	 * @return list<Problem>
	 */
	private function reserved_differs(): array {
		$rows = $this->db->rows(
			"SELECT l.item_id, l.location_id, COALESCE( a.held, 0 ) AS expected, l.reserved AS found
			FROM %i l LEFT JOIN (
				SELECT rl.item_id, rl.location_id, SUM( rl.quantity - rl.committed ) AS held
				FROM %i r JOIN %i rl ON rl.reservation_id = r.id WHERE r.state = 'active' GROUP BY rl.item_id, rl.location_id
			) a ON a.item_id = l.item_id AND a.location_id = l.location_id
			WHERE ROUND( COALESCE( a.held, 0 ) - l.reserved, 4 ) <> 0 LIMIT %d",
			$this->db->table( 'levels' ),
			$this->db->table( 'reservations' ),
			$this->db->table( 'reservation_lines' ),
			self::MOST_PROBLEMS
		);
		return $this->problems( 3, $rows );
	}

	/**
	 * 4: a reservation is active or it has ended, and never gave more than it held.
	 *
	 * @return list<Problem>
	 */
	private function states_disagree(): array {
		$states = $this->db->rows(
			"SELECT 0 AS item_id, r.id AS location_id, r.state AS expected, COALESCE( r.active, 0 ) AS found FROM %i r
			WHERE ( r.state = 'active' ) <> ( COALESCE( r.active, 0 ) = 1 ) OR ( r.state = 'active' ) <> ( r.closed_at IS NULL ) LIMIT %d",
			$this->db->table( 'reservations' ),
			self::MOST_PROBLEMS
		);
		$lines  = $this->db->rows(
			'SELECT item_id, location_id, quantity AS expected, committed AS found FROM %i WHERE committed < 0 OR ROUND( quantity - committed, 4 ) < 0 LIMIT %d',
			$this->db->table( 'reservation_lines' ),
			self::MOST_PROBLEMS
		);
		$empty  = $this->db->rows(
			'SELECT 0 AS item_id, 0 AS location_id, r.id AS expected, 0 AS found FROM %i r
			LEFT JOIN %i rl ON rl.reservation_id = r.id WHERE rl.reservation_id IS NULL LIMIT %d',
			$this->db->table( 'reservations' ),
			$this->db->table( 'reservation_lines' ),
			self::MOST_PROBLEMS
		);
		$found  = array_map( static fn( array $row ): Problem => new Problem( 4, 0, 0, "reservation {$row['location_id']} {$row['expected']}", "active {$row['found']}" ), $states );
		$bare   = array_map( static fn( array $row ): Problem => new Problem( 4, 0, 0, "lines of reservation {$row['expected']}", 'none' ), $empty );
		return array_merge( $found, $this->problems( 4, $lines ), $bare );
	}

	/**
	 * 5: a key has one answer. The unique index sees to "one"; this sees to "an".
	 *
	 * @return list<Problem>
	 */
	private function requests_without_answer(): array {
		$keys = $this->db->column( "SELECT idem_key FROM %i WHERE answer = '' LIMIT %d", $this->db->table( 'requests' ), self::MOST_PROBLEMS );
		return array_map( static fn( string $key ): Problem => new Problem( 5, 0, 0, "an answer for key {$key}", 'none' ), $keys );
	}

	/**
	 * 7: the sums that lists show are those of the levels. (A bundle has no level: what it can sell follows from its
	 * components after each commit and is healed by a job.)
	 *
	 * @return list<Problem>
	 */
	private function sums_differ(): array {
		$rows = $this->db->rows(
			"SELECT i.id, i.on_hand, i.reserved, i.available, COALESCE( s.on_hand, 0 ) AS level_on_hand, COALESCE( s.reserved, 0 ) AS level_reserved
			FROM %i i LEFT JOIN ( SELECT item_id, SUM( on_hand ) AS on_hand, SUM( reserved ) AS reserved FROM %i GROUP BY item_id ) s ON s.item_id = i.id
			WHERE i.kind <> 'bundle' AND ( ROUND( COALESCE( s.on_hand, 0 ) - i.on_hand, 4 ) <> 0
				OR ROUND( COALESCE( s.reserved, 0 ) - i.reserved, 4 ) <> 0 OR ROUND( i.on_hand - i.reserved - i.available, 4 ) <> 0 ) LIMIT %d",
			$this->db->table( 'items' ),
			$this->db->table( 'levels' ),
			self::MOST_PROBLEMS
		);
		return array_map( $this->sums_of( ... ), $rows );
	}

	/**
	 * @param array<string, string|null> $row
	 */
	private function sums_of( array $row ): Problem {
		$on_hand  = Quantity::from_sql( $row['level_on_hand'] );
		$reserved = Quantity::from_sql( $row['level_reserved'] );
		return new Problem(
			7,
			(int) $row['id'],
			0,
			"on hand {$on_hand}, reserved {$reserved}, available {$on_hand->minus( $reserved )}",
			sprintf( 'on hand %s, reserved %s, available %s', Quantity::from_sql( $row['on_hand'] ), Quantity::from_sql( $row['reserved'] ), Quantity::from_sql( $row['available'] ) )
		);
	}

	/**
	 * @param literal-string $sql With two tables and a limit.
	 * @return list<Problem>
	 */
	private function compare( int $invariant, string $sql, string $first, string $second ): array {
		return $this->problems( $invariant, $this->db->rows( $sql, $this->db->table( $first ), $this->db->table( $second ), self::MOST_PROBLEMS ) );
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return list<Problem>
	 */
	private function problems( int $invariant, array $rows ): array {
		return array_map(
			static fn( array $row ): Problem => new Problem(
				$invariant,
				(int) $row['item_id'],
				(int) $row['location_id'],
				(string) Quantity::from_sql( $row['expected'] ),
				(string) Quantity::from_sql( $row['found'] )
			),
			$rows
		);
	}

	private function count( string $table ): int {
		return (int) $this->db->value( 'SELECT COUNT(*) FROM %i', $this->db->table( $table ) );
	}
}
