<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shortfall;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Stock\Quantity;

/**
 * The work list of what is sold and short. An order line has one open entry: the unique key decides, whoever writes.
 */
final class Shortfalls {

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * Notes what a line is short of. A line that is on the list already gets the new number.
	 *
	 * @return bool Whether that is news: not where the line is on the list, nor where a person has decided about it before.
	 */
	public function record( int $order_id, int $line_id, int $item_id, Quantity $missing, bool $owed ): bool {
		$known = $this->db->value(
			"SELECT COUNT(*) FROM %i WHERE order_id = %d AND line_id = %d AND outcome IN ( 'substitute', 'refund' )",
			$this->db->table( 'shortfalls' ),
			$order_id,
			$line_id
		);
		try {
			$this->db->execute(
				'INSERT INTO %i (order_id, line_id, item_id, missing, owed, created_at) VALUES (%d, %d, %d, %s, %d, %s)',
				$this->db->table( 'shortfalls' ),
				$order_id,
				$line_id,
				$item_id,
				$missing->sql(),
				$owed ? 1 : 0,
				Clock::sql( $this->clock->now() )
			);
			return 0 === (int) $known;
		} catch ( DuplicateKey ) {
			$this->db->execute(
				'UPDATE %i SET missing = CAST( %s AS DECIMAL(19,4) ), owed = %d, item_id = %d WHERE line_id = %d AND active = 1',
				$this->db->table( 'shortfalls' ),
				$missing->sql(),
				$owed ? 1 : 0,
				$item_id,
				$line_id
			);
			return false;
		}
	}

	/**
	 * Takes a line off the list.
	 *
	 * @return bool Whether it was on it.
	 */
	public function close_line( int $line_id, Outcome $outcome ): bool {
		return 0 < $this->db->execute(
			'UPDATE %i SET active = NULL, outcome = %s, closed_at = %s WHERE line_id = %d AND active = 1',
			$this->db->table( 'shortfalls' ),
			$outcome->value,
			Clock::sql( $this->clock->now() ),
			$line_id
		);
	}

	/**
	 * Takes a line off the list that has its units now. What is owed has not: it is taken, and still to come.
	 */
	public function close_supplied( int $line_id, Outcome $outcome = Outcome::Taken ): bool {
		return 0 < $this->db->execute(
			'UPDATE %i SET active = NULL, outcome = %s, closed_at = %s WHERE line_id = %d AND active = 1 AND owed = 0',
			$this->db->table( 'shortfalls' ),
			$outcome->value,
			Clock::sql( $this->clock->now() ),
			$line_id
		);
	}

	public function close( int $id, Outcome $outcome ): bool {
		return 1 === $this->db->execute(
			'UPDATE %i SET active = NULL, outcome = %s, closed_at = %s WHERE id = %d AND active = 1',
			$this->db->table( 'shortfalls' ),
			$outcome->value,
			Clock::sql( $this->clock->now() ),
			$id
		);
	}

	/**
	 * Takes a decision of a person's back: the customer waits. Not where the line has another open entry by now: the
	 * unique key decides.
	 */
	public function reopen( int $id ): bool {
		try {
			return 1 === $this->db->execute(
				"UPDATE %i SET active = 1, outcome = 'wait', closed_at = NULL WHERE id = %d AND active IS NULL AND outcome IN ( 'substitute', 'refund' )",
				$this->db->table( 'shortfalls' ),
				$id
			);
		} catch ( DuplicateKey ) {
			return false;
		}
	}

	public function find( int $id ): ?Shortfall {
		$row = $this->db->row( 'SELECT * FROM %i WHERE id = %d', $this->db->table( 'shortfalls' ), $id );
		return null === $row ? null : Shortfall::from_row( $row );
	}

	/**
	 * All of an order, oldest first, open or not.
	 *
	 * @return list<Shortfall>
	 */
	public function of_order( int $order_id ): array {
		return array_map( Shortfall::from_row( ... ), $this->db->rows( 'SELECT * FROM %i WHERE order_id = %d ORDER BY id', $this->db->table( 'shortfalls' ), $order_id ) );
	}

	/**
	 * @return list<Shortfall> Oldest first while open, newest first of those that are closed.
	 */
	public function page( bool $open, int $limit, int $offset ): array {
		$rows = $open
			? $this->db->rows( 'SELECT * FROM %i WHERE active = 1 ORDER BY id LIMIT %d OFFSET %d', $this->db->table( 'shortfalls' ), $limit, $offset )
			: $this->db->rows( 'SELECT * FROM %i WHERE active IS NULL ORDER BY id DESC LIMIT %d OFFSET %d', $this->db->table( 'shortfalls' ), $limit, $offset );
		return array_map( Shortfall::from_row( ... ), $rows );
	}

	public function count( bool $open ): int {
		return (int) ( $open
			? $this->db->value( 'SELECT COUNT(*) FROM %i WHERE active = 1', $this->db->table( 'shortfalls' ) )
			: $this->db->value( 'SELECT COUNT(*) FROM %i WHERE active IS NULL', $this->db->table( 'shortfalls' ) ) );
	}

	/**
	 * What waits for units and may find some, oldest first. Only a look: taking them decides.
	 *
	 * @return list<Shortfall>
	 */
	public function hopeful( int $limit, int $after = 0 ): array {
		return array_map(
			Shortfall::from_row( ... ),
			$this->db->rows(
				"SELECT s.* FROM %i s JOIN %i i ON i.id = s.item_id
				WHERE s.active = 1 AND s.owed = 0 AND s.outcome = 'wait' AND s.id > %d AND ROUND( i.available + i.allowance, 4 ) > 0 ORDER BY s.id LIMIT %d",
				$this->db->table( 'shortfalls' ),
				$this->db->table( 'items' ),
				$after,
				$limit
			)
		);
	}

	/**
	 * Takes off the list what was owed and has come by now, the oldest first: of an item that is still short of some
	 * units, the newest entries wait for those.
	 *
	 * @return list<Shortfall> Those that this call closed.
	 */
	public function close_delivered(): array {
		$rows   = $this->db->rows(
			"SELECT s.*, CASE WHEN i.kind = 'bundle' THEN i.available ELSE i.on_hand END AS there FROM %i s JOIN %i i ON i.id = s.item_id
			WHERE s.active = 1 AND s.owed = 1 ORDER BY s.item_id, s.id DESC",
			$this->db->table( 'shortfalls' ),
			$this->db->table( 'items' )
		);
		$wanted = array();
		$closed = array();
		foreach ( $rows as $row ) {
			$one    = Shortfall::from_row( $row );
			$sum    = $wanted[ $one->item_id ] ?? Quantity::zero();
			$behind = Quantity::from_sql( $row['there'] )->plus( $sum );
			if ( ! $behind->is_negative() && $this->close( $one->id, Outcome::Taken ) ) {
				$closed[] = $one;
			}
			$wanted[ $one->item_id ] = $sum->plus( $one->missing );
		}
		return array_reverse( $closed );
	}
}
