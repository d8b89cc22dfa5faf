<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;

/**
 * The rows of the ledger. There is an insert and there are reads; nothing here changes or deletes a row.
 */
final class MovementStore {

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * Writes down the change of on hand that this transaction has just made to a level.
	 *
	 * Balance and number are taken from the row that we have just changed and still hold locked, by the same statement:
	 * a plain read could be older than the lock.
	 *
	 * @return int The movement's id.
	 */
	public function record( int $item_id, int $location_id, Quantity $delta, Cause $cause ): int {
		$this->db->execute(
			'INSERT INTO %i (item_id, location_id, seq, delta, balance_after, reason, reference_type, reference_id, actor_id, note, created_at)
			SELECT l.item_id, l.location_id, l.seq, CAST( %s AS DECIMAL(19,4) ), l.on_hand, %s, %s, %s, %d, %s, %s FROM %i l WHERE l.item_id = %d AND l.location_id = %d',
			$this->db->table( 'movements' ),
			$delta->sql(),
			$cause->reason,
			$cause->reference->type,
			$cause->reference->id,
			$cause->actor,
			$cause->note,
			Clock::sql( $this->clock->now() ),
			$this->db->table( 'levels' ),
			$item_id,
			$location_id
		);
		return $this->db->insert_id();
	}

	public function find( int $id ): ?Movement {
		$row = $this->db->row( 'SELECT * FROM %i WHERE id = %d' . $this->db->newest(), $this->db->table( 'movements' ), $id );
		return null === $row ? null : $this->one( $row );
	}

	/**
	 * An item's history, newest first. Within a level `seq` is the order; ids of two cluster nodes interleave.
	 *
	 * @return list<Movement>
	 */
	public function history( int $item_id, HistoryFilter $filter ): array {
		$rows = $this->db->rows(
			"SELECT * FROM %i WHERE item_id = %d AND ( '' = %s OR reason = %s ) AND created_at > %s AND created_at < %s
			ORDER BY location_id, seq DESC LIMIT %d OFFSET %d",
			$this->db->table( 'movements' ),
			$item_id,
			...$filter->conditions(),
			...array( $filter->limit, $filter->offset )
		);
		return array_map( $this->one( ... ), $rows );
	}

	public function count( int $item_id, HistoryFilter $filter ): int {
		return (int) $this->db->value(
			"SELECT COUNT(*) FROM %i WHERE item_id = %d AND ( '' = %s OR reason = %s ) AND created_at > %s AND created_at < %s",
			$this->db->table( 'movements' ),
			$item_id,
			...$filter->conditions()
		);
	}

	/**
	 * @param array<string, string|null> $row
	 */
	private function one( array $row ): Movement {
		return new Movement(
			(int) $row['id'],
			(int) $row['item_id'],
			(int) $row['location_id'],
			(int) $row['seq'],
			Quantity::from_sql( $row['delta'] ),
			Quantity::from_sql( $row['balance_after'] ),
			(string) $row['reason'],
			new Reference( (string) $row['reference_type'], (string) $row['reference_id'] ),
			(int) $row['actor_id'],
			(string) $row['note'],
			Clock::from_sql( $row['created_at'] ) ?? $this->clock->now()
		);
	}
}
