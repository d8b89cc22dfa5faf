<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Fold;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stocktake\State;

/**
 * What folding waits for: whoever is reading old lines at the moment.
 */
final class Waiting {

	public function __construct( private readonly Db $db ) {}

	/**
	 * A stocktake that was begun before the cut and is not over compares its counts with lines of that time. A backup
	 * being made, or brought back, is somewhere in the middle of a level.
	 */
	public function is_needed( \DateTimeImmutable $cut ): bool {
		return null !== $this->db->value( 'SELECT id FROM %i WHERE state IN ' . State::ACTIVE . ' AND started_at < %s LIMIT 1', $this->db->table( 'stocktakes' ), Clock::sql( $cut ) )
			|| null !== $this->db->value( "SELECT id FROM %i WHERE state = 'making' LIMIT 1", $this->db->table( 'backups' ) )
			|| null !== $this->db->value( "SELECT id FROM %i WHERE state IN ('checking', 'running') LIMIT 1", $this->db->table( 'backup_returns' ) );
	}
}
