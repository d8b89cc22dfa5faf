<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Integrity;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Lines\Gaps;
use WooInventoryGuard\Stock\Lines\MovementStore;
use WooInventoryGuard\Stock\Participants;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * Mends what Integrity names, level by level and each in a transaction of its own. An explicit act: nothing here runs by
 * itself. What stands on a level is kept as the number on hand; the ledger gets a line of its own that says so.
 */
final class Repair {

	public function __construct(
		private readonly Db $db,
		private readonly Integrity $integrity,
		private readonly MovementStore $movements,
		private readonly Participants $participants,
		private readonly Gaps $gaps
	) {}

	/**
	 * @param int $actor Who asked for it.
	 * @return IntegrityReport What is still wrong afterwards: rows that a person has to look at.
	 */
	public function run( int $actor ): IntegrityReport {
		$mended = array();
		do {
			$levels  = array_diff_key( $this->broken_levels(), $mended );
			$mended += $levels;
			foreach ( $levels as $level ) {
				$this->level( $level['item_id'], $level['location_id'], $actor );
			}
			// The check names some rows at a time.
		} while ( array() !== $levels );
		return $this->integrity->check();
	}

	/**
	 * One level.
	 */
	public function level( int $item_id, int $location_id, int $actor ): void {
		$this->db->transaction(
			function () use ( $item_id, $location_id, $actor ): void {
				$this->gaps->restore_level( $item_id, $location_id );
				$this->mend_reserved( $item_id, $location_id );
				$this->mend_ledger( $item_id, $location_id, $actor );
				$this->mend_owed( $item_id, $location_id );
				$this->mend_sums( $item_id );
				$this->participants->on_hand_changed( array( $item_id ) );
			}
		);
	}

	/**
	 * @return array<string, array{item_id: int, location_id: int}>
	 */
	private function broken_levels(): array {
		$levels = array();
		foreach ( $this->integrity->check()->problems as $problem ) {
			if ( 0 < $problem->item_id ) {
				$location                                      = max( 1, $problem->location_id );
				$levels[ $problem->item_id . ':' . $location ] = array(
					'item_id'     => $problem->item_id,
					'location_id' => $location,
				);
			}
		}
		return $levels;
	}

	private function mend_reserved( int $item_id, int $location_id ): void {
		// Lock first: reservations of this item wait until the sum is written.
		$this->db->rows( 'SELECT item_id FROM %i WHERE item_id = %d AND location_id = %d FOR UPDATE', $this->db->table( 'levels' ), $item_id, $location_id );
		$held = $this->db->value(
			"SELECT COALESCE( SUM( rl.quantity - rl.committed ), 0 ) FROM %i r JOIN %i rl ON rl.reservation_id = r.id
			WHERE r.state = 'active' AND rl.item_id = %d AND rl.location_id = %d",
			$this->db->table( 'reservations' ),
			$this->db->table( 'reservation_lines' ),
			$item_id,
			$location_id
		);
		$this->db->execute(
			'UPDATE %i SET reserved = %s WHERE item_id = %d AND location_id = %d',
			$this->db->table( 'levels' ),
			Quantity::from_sql( $held )->sql(),
			$item_id,
			$location_id
		);
	}

	private function mend_ledger( int $item_id, int $location_id, int $actor ): void {
		$level = $this->db->row( 'SELECT on_hand, seq FROM %i WHERE item_id = %d AND location_id = %d', $this->db->table( 'levels' ), $item_id, $location_id );
		if ( null === $level ) {
			return;
		}
		$last  = $this->gaps->close( $item_id, $location_id, $actor );
		$total = $this->db->value( 'SELECT COALESCE( SUM( delta ), 0 ) FROM %i WHERE item_id = %d AND location_id = %d', $this->db->table( 'movements' ), $item_id, $location_id );
		$off   = Quantity::from_sql( $level['on_hand'] )->minus( Quantity::from_sql( $total ) );
		if ( $off->is_zero() && (int) $level['seq'] === $last ) {
			return;
		}
		$this->db->execute(
			'UPDATE %i SET seq = %d WHERE item_id = %d AND location_id = %d',
			$this->db->table( 'levels' ),
			$last + ( $off->is_zero() ? 0 : 1 ),
			$item_id,
			$location_id
		);
		if ( ! $off->is_zero() ) {
			$this->movements->record( $item_id, $location_id, $off, new Cause( 'repair', Reference::none(), $actor ) );
		}
	}

	/**
	 * What is short after all is owed, so that nothing more is sold from it.
	 */
	private function mend_owed( int $item_id, int $location_id ): void {
		$this->db->execute(
			'UPDATE %i SET owed = ROUND( reserved - on_hand - ( SELECT i.allowance FROM %i i WHERE i.id = %d ), 4 )
			WHERE item_id = %d AND location_id = %d AND ROUND( on_hand - reserved + owed + ( SELECT i.allowance FROM %i i WHERE i.id = %d ), 4 ) < 0',
			$this->db->table( 'levels' ),
			$this->db->table( 'items' ),
			$item_id,
			$item_id,
			$location_id,
			$this->db->table( 'items' ),
			$item_id
		);
	}

	private function mend_sums( int $item_id ): void {
		$sums = $this->db->row( 'SELECT COALESCE( SUM( on_hand ), 0 ) AS on_hand, COALESCE( SUM( reserved ), 0 ) AS reserved FROM %i WHERE item_id = %d', $this->db->table( 'levels' ), $item_id );
		if ( null === $sums ) {
			return;
		}
		$on_hand   = Quantity::from_sql( $sums['on_hand'] );
		$reserved  = Quantity::from_sql( $sums['reserved'] );
		$available = $on_hand->minus( $reserved )->sql();
		$this->db->execute(
			"UPDATE %i SET
				status = CASE WHEN tracked = 0 THEN 4
					WHEN CAST( %s AS DECIMAL(19,4) ) > low_at AND CAST( %s AS DECIMAL(19,4) ) > 0 THEN 3
					WHEN CAST( %s AS DECIMAL(19,4) ) > 0 THEN 1
					WHEN backorders <> 'no' THEN 2 ELSE 0 END,
				available = %s, on_hand = %s, reserved = %s, version = version + 1 WHERE id = %d AND kind <> 'bundle'",
			$this->db->table( 'items' ),
			$available,
			$available,
			$available,
			$available,
			$on_hand->sql(),
			$reserved->sql(),
			$item_id
		);
	}
}
