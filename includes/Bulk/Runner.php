<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Bulk;

use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\Turns;

/**
 * Does what was started, portion by portion, whoever calls: the screen that watches it, or a job once nobody does.
 *
 * One runner at a time has a change: it takes it with a conditional UPDATE, for some seconds, which each portion renews;
 * one that was killed loses it when they are over. Even so nothing happens twice: a portion moves the change's place from
 * where it was read to the next one in the transaction that writes the items, so of two who do the same portion the
 * later one changes no row and stops.
 */
final class Runner {

	/** How long one job works, in seconds; web servers end longer ones. */
	public const JOB_SECONDS = 15.0;

	/** Items of one portion; so many rows are locked for as long as it takes. Moving stock takes longer for each. */
	private const FIELDS = 1_000;
	private const STOCK  = 100;

	/** WordPress's driver for SQLite reads each statement with a parser in PHP. */
	private const ON_SQLITE = 100;

	/** Seconds for which a runner has a change without having done a portion of it. */
	private const TURN = 30;

	private readonly Turns $turns;

	/**
	 * @param int|null $size Items of one portion; NULL for as many as are good.
	 */
	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly BulkChanges $changes,
		private readonly FieldPortion $fields,
		private readonly StockPortion $stock,
		private readonly ?int $size = null
	) {
		$this->turns = new Turns( $db, $clock, 'bulk_changes', self::TURN, array( State::Running->value, State::Undoing->value ) );
	}

	/**
	 * Works for so many seconds, at least one portion. Where somebody else is at it, not at all.
	 *
	 * @return bool Whether it is finished.
	 */
	public function work( int $id, float $seconds ): bool {
		$runner = wp_generate_uuid4();
		$change = $this->take( $id, $runner );
		$until  = microtime( true ) + $seconds;
		try {
			while ( null !== $change && $change->state->is_under_way() ) {
				if ( ! $this->portion( $change, $runner ) ) {
					// Somebody else has it now, or it is to be undone.
					return false;
				}
				$change = $this->changes->find( $id );
				if ( null !== $change && $change->state->is_under_way() && microtime( true ) >= $until ) {
					return false;
				}
			}
		} finally {
			$this->turns->leave( $id, $runner );
		}
		return null !== $change;
	}

	/**
	 * The job's part: all that is under way.
	 *
	 * @return bool Whether all is finished.
	 */
	public function work_all( float $seconds ): bool {
		$until    = microtime( true ) + $seconds;
		$finished = true;
		foreach ( $this->changes->under_way() as $id ) {
			$finished = $this->work( $id, max( 0.0, $until - microtime( true ) ) ) && $finished;
		}
		return $finished;
	}

	private function take( int $id, string $runner ): ?BulkChange {
		$taken  = $this->turns->take( $id, $runner );
		$change = $this->changes->find( $id );
		return $taken || ( null !== $change && ! $change->state->is_under_way() ) ? $change : null;
	}

	/**
	 * @return bool Whether it was ours to do.
	 */
	private function portion( BulkChange $change, string $runner ): bool {
		$ids  = State::Running === $change->state ? $this->next( $change ) : $this->next_to_undo( $change );
		$doer = null === $change->wish->step ? $this->fields : $this->stock;
		if ( array() === $ids ) {
			return $this->finish( $change, $runner );
		}
		return $this->db->transaction(
			function () use ( $change, $runner, $ids, $doer ): bool {
				// The change's row first: who waits for it here finds its place moved.
				$ours = $this->db->execute(
					'UPDATE %i SET reached = %d, done = done + %d, runs_until = %s WHERE id = %d AND state = %s AND reached = %d AND runner = %s',
					$this->db->table( 'bulk_changes' ),
					$ids[ count( $ids ) - 1 ],
					count( $ids ),
					$this->turns->ends(),
					$change->id,
					$change->state->value,
					$change->reached,
					$runner
				);
				if ( 1 !== $ours ) {
					return false;
				}
				$done = State::Running === $change->state ? $doer->change( $change, $ids ) : $doer->put_back( $change, $ids );
				$set  = State::Running === $change->state
					? new Clause( 'changed = changed + %d', $done )
					: new Clause( 'put_back = put_back + %d, kept = kept + %d', $done, count( $ids ) - $done );
				$this->db->execute( 'UPDATE %i SET ' . $set->sql . ' WHERE id = %d', $this->db->table( 'bulk_changes' ), ...array( ...$set->args, $change->id ) );
				return true;
			}
		);
	}

	private function finish( BulkChange $change, string $runner ): bool {
		$end = State::Running === $change->state ? State::Done : State::Undone;
		return 1 === $this->db->execute(
			"UPDATE %i SET state = %s, ended_at = %s, runner = '', runs_until = NULL WHERE id = %d AND state = %s AND reached = %d AND runner = %s",
			$this->db->table( 'bulk_changes' ),
			$end->value,
			Clock::sql( $this->clock->now() ),
			$change->id,
			$change->state->value,
			$change->reached,
			$runner
		);
	}

	/**
	 * The next items that match, in the order of ids: by the primary key, or each portion would sort all that match.
	 *
	 * @return list<int>
	 */
	private function next( BulkChange $change ): array {
		$where = $change->matches->where( $this->db );
		$ids   = $this->db->column(
			'SELECT id FROM %i FORCE INDEX (PRIMARY) WHERE id > %d AND id <= %d AND ' . $where->sql . ' ORDER BY id LIMIT %d',
			...array( $this->db->table( 'items' ), $change->reached, $change->last_id, ...$where->args, $this->size( $change ) )
		);
		return array_map( 'intval', $ids );
	}

	/**
	 * @return list<int>
	 */
	private function next_to_undo( BulkChange $change ): array {
		$ids = $this->db->column(
			'SELECT item_id FROM %i WHERE change_id = %d AND item_id > %d ORDER BY item_id LIMIT %d',
			$this->db->table( 'bulk_change_items' ),
			$change->id,
			$change->reached,
			$this->size( $change )
		);
		return array_map( 'intval', $ids );
	}

	private function size( BulkChange $change ): int {
		return $this->size ?? match ( true ) {
			null !== $change->wish->step => self::STOCK,
			$this->db->is_sqlite()       => self::ON_SQLITE,
			default                      => self::FIELDS,
		};
	}
}
