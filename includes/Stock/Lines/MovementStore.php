<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Lines;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Level\ByItem;
use WooInventoryGuard\Stock\Movement;
use WooInventoryGuard\Stock\Quantity;

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
	 * @param Quantity|null $unit_cost What each unit cost that came.
	 * @return int The movement's id.
	 */
	public function record( int $item_id, int $location_id, Quantity $delta, Cause $cause, ?Quantity $unit_cost = null ): int {
		$this->db->execute(
			"INSERT INTO %i (item_id, location_id, seq, delta, balance_after, unit_cost, reason, reference_type, reference_id, actor_id, note, created_at)
			SELECT l.item_id, l.location_id, l.seq, CAST( %s AS DECIMAL(19,4) ), l.on_hand, CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ), %s, %s, %s, %d, %s, %s FROM %i l WHERE l.item_id = %d AND l.location_id = %d",
			$this->db->table( 'movements' ),
			$delta->sql(),
			null === $unit_cost ? '' : $unit_cost->sql(),
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

	/**
	 * The same of many levels at one location and for one cause: those of a hundred by one statement. A level that is not
	 * there gets no line, as above.
	 *
	 * @param array<int, Quantity> $deltas By item.
	 */
	public function record_many( array $deltas, int $location_id, Cause $cause ): void {
		foreach ( array_chunk( $deltas, ByItem::AT_ONCE, true ) as $some ) {
			$ids                = array_keys( $some );
			list( $by, $units ) = ByItem::amount( $some, 'item_id' );
			$this->db->execute(
				"INSERT INTO %i (item_id, location_id, seq, delta, balance_after, reason, reference_type, reference_id, actor_id, note, created_at)
				SELECT item_id, location_id, seq, ROUND( {$by} * 0.0001, 4 ), on_hand, %s, %s, %s, %d, %s, %s FROM %i WHERE location_id = %d AND item_id IN (" . $this->db->marks( $ids ) . ') ORDER BY item_id',
				$this->db->table( 'movements' ),
				...array( ...$units, $cause->reason, $cause->reference->type, $cause->reference->id, $cause->actor, $cause->note, Clock::sql( $this->clock->now() ), $this->db->table( 'levels' ), $location_id, ...$ids )
			);
		}
	}

	public function find( int $id ): ?Movement {
		$row = $this->db->row( 'SELECT * FROM %i WHERE id = %d' . $this->db->newest(), $this->db->table( 'movements' ), $id );
		return null === $row ? null : Movement::from_row( $row );
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
		return array_map( Movement::from_row( ... ), $rows );
	}

	public function count( int $item_id, HistoryFilter $filter ): int {
		return (int) $this->db->value(
			"SELECT COUNT(*) FROM %i WHERE item_id = %d AND ( '' = %s OR reason = %s ) AND created_at > %s AND created_at < %s",
			$this->db->table( 'movements' ),
			$item_id,
			...$filter->conditions()
		);
	}
}
