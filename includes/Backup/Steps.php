<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\Turns;

/**
 * How far a backup, or what is brought back from one, has come. Each portion moves `step` on from what was read, so of two
 * who do the same portion the later one changes no row and stops.
 */
final class Steps {

	private const TURN_SECONDS = 60;

	public readonly Turns $turns;

	/**
	 * @param 'backups'|'backup_returns' $table
	 */
	public function __construct( private readonly Db $db, Clock $clock, private readonly string $table ) {
		$this->turns = new Turns( $db, $clock, $table, self::TURN_SECONDS, array( 'making', 'checking', 'running' ) );
	}

	/**
	 * Moves on to the next place, before or together with what the portion writes.
	 *
	 * @param array<string, mixed> $place
	 */
	public function move( int $id, int $step, string $runner, array $place, int $done ): bool {
		return 1 === $this->db->execute(
			"UPDATE %i SET step = step + 1, place = %s, done = %d, runs_until = %s WHERE id = %d AND step = %d AND runner = %s AND state IN ('making', 'checking', 'running')",
			$this->db->table( $this->table ),
			json_encode( $place, JSON_THROW_ON_ERROR ),
			$done,
			$this->turns->ends(),
			$id,
			$step,
			$runner
		);
	}
}
