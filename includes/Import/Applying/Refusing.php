<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Applying;

use WooInventoryGuard\Import\Import;
use WooInventoryGuard\Import\Phase;
use WooInventoryGuard\Import\Problem;
use WooInventoryGuard\Import\RowState;
use WooInventoryGuard\Import\State;
use WooInventoryGuard\Platform\Db;

/**
 * Writes down that a row could not be written, after what it had begun was rolled back.
 */
final class Refusing implements Phase {

	public function __construct( private readonly Db $db, private readonly Problem $problem ) {}

	public function next( Import $import ): array {
		return array();
	}

	public function act( Import $import, array $rows ): array {
		$row = $rows[0];
		if ( State::Undoing === $import->state ) {
			// The row itself is still to come (see Undoing), which counts it.
			$this->db->execute( 'UPDATE %i SET parts = 3, problems = %s WHERE import_id = %d AND row_no = %d', $this->db->table( 'import_rows' ), Problem::write( array( $this->problem ) ), $import->id, (int) $row['row_no'] );
			return array();
		}
		$problems = array( ...Problem::read( (string) $row['problems'] ), $this->problem );
		$written  = RowState::Applied->value === $row['state'];
		// Components come last: what else the row says was written before, and can be undone.
		$this->db->execute(
			"UPDATE %i SET state = 'conflict', problems = %s, changes = CASE WHEN 1 = %d THEN changes ELSE '{}' END, delta = CASE WHEN 1 = %d THEN delta ELSE NULL END WHERE import_id = %d AND row_no = %d",
			$this->db->table( 'import_rows' ),
			Problem::write( $problems ),
			$written ? 1 : 0,
			$written ? 1 : 0,
			$import->id,
			(int) $row['row_no']
		);
		return array(
			'applied'       => $written ? -1 : 0,
			'conflict_rows' => RowState::Conflict->value === $row['state'] ? 0 : 1,
		);
	}
}
