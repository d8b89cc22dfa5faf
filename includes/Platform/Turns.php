<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * Long work that somebody else may begin too: one runner at a time has a row, which it takes with a conditional UPDATE for
 * some seconds. Each portion renews them; a runner that was killed loses the row when they are over.
 *
 * That two runners never do the same is not this: who does a portion moves its place on in the same transaction, from where
 * it was read, so the later one changes no row and stops.
 */
final class Turns {

	/**
	 * @param string       $table   One with `id`, `runner`, `runs_until` and, where there are states, `state`.
	 * @param int          $seconds For which a runner has a row without having done a portion.
	 * @param list<string> $states  Those in which there is something to do; none where that is not a matter of state.
	 */
	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly string $table,
		private readonly int $seconds,
		private readonly array $states = array()
	) {}

	/**
	 * @param string $runner Anything that no other runner is called.
	 * @return bool Whether the row is the runner's now.
	 */
	public function take( int $id, string $runner ): bool {
		$in_state = array() === $this->states ? '' : ' AND state IN (' . $this->db->marks( $this->states, '%s' ) . ')';
		return 1 === $this->db->execute(
			"UPDATE %i SET runner = %s, runs_until = %s WHERE id = %d AND ( runner = '' OR runs_until < %s )" . $in_state,
			...array( $this->db->table( $this->table ), $runner, $this->ends(), $id, Clock::sql( $this->clock->now() ), ...$this->states )
		);
	}

	public function leave( int $id, string $runner ): void {
		$this->db->execute( "UPDATE %i SET runner = '', runs_until = NULL WHERE id = %d AND runner = %s", $this->db->table( $this->table ), $id, $runner );
	}

	/**
	 * @return string When a turn that begins, or is renewed, now is over: as Clock::sql() writes it.
	 */
	public function ends(): string {
		return Clock::sql( $this->clock->now()->modify( "+{$this->seconds} seconds" ) );
	}
}
