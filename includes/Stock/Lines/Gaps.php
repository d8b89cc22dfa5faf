<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Lines;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * Makes a ledger with missing lines one without a gap again. What is left of it stays as it was written; where the
 * balance jumps, a line says by how much, so that nothing is hidden, and the lines are numbered anew. To be called in a
 * transaction that holds the level locked.
 */
final class Gaps {

	/** Larger than any number of a line: rows on their way to a new number are out of one another's way there. */
	public const ASIDE = 1_000_000_000_000;

	/**
	 * @param \Closure(int): string $words What the ledger says of so many lost lines.
	 */
	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly \Closure $words ) {}

	/**
	 * A level whose row is lost is on hand what its last line says.
	 */
	public function restore_level( int $item_id, int $location_id ): void {
		$this->db->execute(
			'INSERT INTO %i (item_id, location_id, on_hand, seq)
			SELECT m.item_id, m.location_id, m.balance_after, m.seq FROM %i m
			WHERE m.item_id = %d AND m.location_id = %d AND m.seq = ( SELECT MAX( n.seq ) FROM %i n WHERE n.item_id = %d AND n.location_id = %d )
				AND EXISTS ( SELECT 1 FROM %i i WHERE i.id = %d ) AND NOT EXISTS ( SELECT 1 FROM %i l WHERE l.item_id = %d AND l.location_id = %d )',
			$this->db->table( 'levels' ),
			$this->db->table( 'movements' ),
			$item_id,
			$location_id,
			$this->db->table( 'movements' ),
			$item_id,
			$location_id,
			$this->db->table( 'items' ),
			$item_id,
			$this->db->table( 'levels' ),
			$item_id,
			$location_id
		);
	}

	/**
	 * @param int $actor Who asked for it.
	 * @return int The number of the last line now.
	 */
	public function close( int $item_id, int $location_id, int $actor ): int {
		$shift   = 0;
		$bridges = array();
		$moves   = array();
		foreach ( $this->jumps( $item_id, $location_id ) as $jump ) {
			$lost = $jump['seq'] - $jump['width'] - $jump['before'];
			if ( $jump['by']->is_zero() ) {
				$shift -= $lost;
			} else {
				$bridges[] = array( $jump['before'] + 1 + $shift, $jump, $lost );
				$shift    += 1 - $lost;
			}
			$moves[] = array( $jump['seq'], $shift );
		}
		if ( array() !== $moves ) {
			$this->renumber( $item_id, $location_id, $moves );
		}
		foreach ( $bridges as list( $seq, $jump, $lost ) ) {
			$this->bridge( $item_id, $location_id, $seq, $jump, $lost, $actor );
		}
		return (int) $this->db->value( 'SELECT MAX( seq ) FROM %i WHERE item_id = %d AND location_id = %d', $this->db->table( 'movements' ), $item_id, $location_id );
	}

	/**
	 * Lines that do not follow from the one before them.
	 *
	 * @return list<array{seq: int, width: int, before: int, by: Quantity, balance: Quantity, at: string}> By how much the balance jumps, and to what.
	 */
	private function jumps( int $item_id, int $location_id ): array {
		$rows = $this->db->rows(
			'SELECT * FROM (
				SELECT seq, stands_for, created_at, ROUND( balance_after - delta, 4 ) AS balance,
					COALESCE( LAG( seq ) OVER ( ORDER BY seq ), 0 ) AS before_seq, COALESCE( LAG( balance_after ) OVER ( ORDER BY seq ), 0 ) AS before_balance
				FROM %i WHERE item_id = %d AND location_id = %d
			) m WHERE seq <> before_seq + stands_for OR ROUND( balance - before_balance, 4 ) <> 0 ORDER BY seq',
			$this->db->table( 'movements' ),
			$item_id,
			$location_id
		);
		return array_map(
			static fn( array $row ): array => array(
				'seq'     => (int) $row['seq'],
				'width'   => (int) $row['stands_for'],
				'before'  => (int) $row['before_seq'],
				'by'      => Quantity::from_sql( $row['balance'] )->minus( Quantity::from_sql( $row['before_balance'] ) ),
				'balance' => Quantity::from_sql( $row['balance'] ),
				'at'      => (string) $row['created_at'],
			),
			$rows
		);
	}

	/**
	 * @param non-empty-list<array{int, int}> $moves From which number on by how much, in order.
	 */
	private function renumber( int $item_id, int $location_id, array $moves ): void {
		foreach ( $moves as $place => list( $from, $shift ) ) {
			$this->db->execute(
				'UPDATE %i SET seq = seq + %d WHERE item_id = %d AND location_id = %d AND seq >= %d AND seq < %d',
				$this->db->table( 'movements' ),
				self::ASIDE + $shift,
				$item_id,
				$location_id,
				$from,
				$moves[ $place + 1 ][0] ?? self::ASIDE >> 1
			);
		}
		$this->db->execute( 'UPDATE %i SET seq = seq - %d WHERE item_id = %d AND location_id = %d AND seq > %d', $this->db->table( 'movements' ), self::ASIDE, $item_id, $location_id, self::ASIDE >> 1 );
	}

	/**
	 * @param array{by: Quantity, balance: Quantity, at: string} $jump
	 */
	private function bridge( int $item_id, int $location_id, int $seq, array $jump, int $lost, int $actor ): void {
		$this->db->execute(
			'INSERT INTO %i (item_id, location_id, seq, delta, balance_after, reason, reference_type, reference_id, actor_id, note, created_at) VALUES (%d, %d, %d, %s, %s, %s, %s, %s, %d, %s, %s)',
			$this->db->table( 'movements' ),
			$item_id,
			$location_id,
			$seq,
			$jump['by']->sql(),
			$jump['balance']->sql(),
			'repair',
			'',
			'',
			$actor,
			0 < $lost ? ( $this->words )( $lost ) : '',
			'' === $jump['at'] ? Clock::sql( $this->clock->now() ) : $jump['at']
		);
	}
}
