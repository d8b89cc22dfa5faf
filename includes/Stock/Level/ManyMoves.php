<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Level;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Lines\MovementStore;
use WooInventoryGuard\Stock\Participants;
use WooInventoryGuard\Stock\Quantity;

/**
 * Changes on hand of many items at one location, each with its line of the ledger: what Ledger::adjust() does for one,
 * in a few statements for a hundred. To be called in a transaction, and in portions, since other writers of these items
 * wait for its end.
 */
final class ManyMoves {

	public function __construct(
		private readonly Db $db,
		private readonly Levels $levels,
		private readonly ItemSums $sums,
		private readonly MovementStore $movements,
		private readonly Participants $participants
	) {}

	/**
	 * The rows are locked before $by is asked, levels first and each in the order of ids, as every writer locks them: what
	 * it is told is still true when it is written. Items that are not counted are left out, and so are those of which more
	 * would go than orders and backorders leave.
	 *
	 * @param list<int>                              $item_ids
	 * @param \Closure(int, Quantity): Quantity $by By how much to change an item of which so much is on hand.
	 * @return array<int, Quantity> What was changed, by item.
	 */
	public function move( array $item_ids, int $location_id, \Closure $by, Cause $cause ): array {
		$moved = array();
		foreach ( array_chunk( $item_ids, ByItem::AT_ONCE ) as $some ) {
			$moved += $this->move_some( $some, $location_id, $by, $cause );
		}
		return $moved;
	}

	/**
	 * @param non-empty-list<int>                    $item_ids
	 * @param \Closure(int, Quantity): Quantity $by
	 * @return array<int, Quantity>
	 */
	private function move_some( array $item_ids, int $location_id, \Closure $by, Cause $cause ): array {
		$changes = array();
		foreach ( $this->lock( $item_ids, $location_id ) as $id => $level ) {
			$delta = $by( $id, $level['on_hand'] );
			if ( $delta->is_positive() || ( $delta->is_negative() && ! $level['free']->plus( $delta )->is_negative() ) ) {
				$changes[ $id ] = $delta;
			}
		}
		if ( array() !== $changes ) {
			$this->write( $changes, $location_id );
			$this->levels->settle_owed_of( array_keys( array_filter( $changes, static fn( Quantity $change ): bool => $change->is_positive() ) ), $location_id );
			$this->movements->record_many( $changes, $location_id, $cause );
			$this->participants->on_hand_changed( array_keys( $changes ) );
		}
		return $changes;
	}

	/**
	 * @param non-empty-list<int> $item_ids
	 * @return array<int, array{on_hand: Quantity, free: Quantity}> By item; free is what may go, what backorders allow included.
	 */
	private function lock( array $item_ids, int $location_id ): array {
		$marks  = $this->db->marks( $item_ids );
		$levels = $this->db->rows( 'SELECT item_id, on_hand, reserved FROM %i WHERE location_id = %d AND item_id IN (' . $marks . ') ORDER BY item_id FOR UPDATE', $this->db->table( 'levels' ), $location_id, ...$item_ids );
		$items  = $this->db->rows( "SELECT id, allowance FROM %i WHERE tracked = 1 AND kind <> 'bundle' AND id IN (" . $marks . ') ORDER BY id FOR UPDATE', $this->db->table( 'items' ), ...$item_ids );
		$levels = array_column( $levels, null, 'item_id' );
		$absent = array_diff( array_column( $items, 'id' ), array_keys( $levels ) );
		if ( array() !== $absent ) {
			// Counted only since a moment ago, or never here. Somebody else may make one at the same time: look again.
			foreach ( $absent as $id ) {
				$this->levels->ensure( (int) $id, $location_id );
			}
			return $this->lock( $item_ids, $location_id );
		}
		$found = array();
		foreach ( $items as $item ) {
			$id           = (int) $item['id'];
			$on_hand      = Quantity::from_sql( $levels[ $id ]['on_hand'] );
			$found[ $id ] = array(
				'on_hand' => $on_hand,
				'free'    => $on_hand->minus( Quantity::from_sql( $levels[ $id ]['reserved'] ) )->plus( Quantity::from_sql( $item['allowance'] ) ),
			);
		}
		return $found;
	}

	/**
	 * The rows are locked and what they allow has been decided; that each of them was changed is the answer.
	 *
	 * @param non-empty-array<int, Quantity> $changes By item.
	 */
	private function write( array $changes, int $location_id ): void {
		$ids   = array_keys( $changes );
		$marks = $this->db->marks( $ids );

		list( $by, $units ) = ByItem::amount( $changes, 'item_id' );
		$moved              = $this->db->execute(
			"UPDATE %i SET on_hand = ROUND( on_hand + {$by} * 0.0001, 4 ), seq = seq + 1 WHERE location_id = %d AND item_id IN ({$marks})",
			$this->db->table( 'levels' ),
			...array( ...$units, $location_id, ...$ids )
		);
		if ( count( $ids ) !== $moved ) {
			throw new Inconsistent( $ids[0], $location_id );
		}
		$this->sums->add( $changes );
	}
}
