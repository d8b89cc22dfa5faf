<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Level;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Lines\MovementStore;
use WooInventoryGuard\Stock\Participants;
use WooInventoryGuard\Stock\Quantity;

/**
 * Opens the levels of many new items at one location, each with the first line of its ledger: what Ledger::open() does for
 * one, in a few statements for a hundred. To be called inside the transaction that inserts the items, so nobody else knows
 * them yet.
 */
final class ManyOpenings {

	public function __construct(
		private readonly Db $db,
		private readonly ItemSums $sums,
		private readonly MovementStore $movements,
		private readonly Participants $participants
	) {}

	/**
	 * @param array<int, Quantity> $on_hand By item; may be below zero, as in Ledger::open().
	 */
	public function open( array $on_hand, int $location_id, Cause $cause ): void {
		ksort( $on_hand );
		foreach ( array_chunk( $on_hand, ByItem::AT_ONCE, true ) as $some ) {
			$this->levels( $some, $location_id );
			$this->sums->add( $some );
			// What an item begins with is no news: from here on a change of its status is (see Alert\Crossings).
			$this->db->execute( 'UPDATE %i SET told_status = status WHERE id IN (' . $this->db->marks( array_keys( $some ) ) . ')', $this->db->table( 'items' ), ...array_keys( $some ) );
			$this->movements->record_many( $some, $location_id, $cause );
			$this->participants->on_hand_changed( array_keys( $some ) );
		}
	}

	/**
	 * @param non-empty-array<int, Quantity> $on_hand
	 */
	private function levels( array $on_hand, int $location_id ): void {
		$values = array();
		foreach ( $on_hand as $id => $quantity ) {
			array_push( $values, $id, $location_id, $quantity->sql(), $quantity->is_negative() ? $quantity->negated()->sql() : '0.0000' );
		}
		$this->db->execute(
			'INSERT INTO %i (item_id, location_id, on_hand, reserved, owed, seq) VALUES ' . $this->db->marks( array_keys( $on_hand ), '(%d,%d,%s,0,%s,1)' ),
			$this->db->table( 'levels' ),
			...$values
		);
	}
}
