<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import;

use WooInventoryGuard\Import\Applying\Refused;
use WooInventoryGuard\Import\Applying\Refusing;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\Turns;

/**
 * Checks, applies and undoes imports, portion by portion, whoever calls: the screen that watches, or a job once nobody
 * does. Each of the three goes through the rows in phases (see Phase).
 *
 * One runner at a time has an import: it takes it with a conditional UPDATE, for some seconds, which each portion renews;
 * one that was killed loses it when they are over. Even so no row is written twice: a portion moves the import's place
 * from where it was read to the next one in the transaction that writes, so of two who do the same portion the later one
 * changes no row and stops.
 */
final class Runner {

	/** How long one job works, in seconds; web servers end longer ones. */
	public const JOB_SECONDS = 15.0;

	/** Seconds for which a runner has an import without having done a portion of it. */
	private const TURN = 30;

	private readonly Turns $turns;

	/**
	 * @param array<string, non-empty-list<Phase>> $phases By state.
	 */
	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly Imports $imports, private readonly array $phases ) {
		$this->turns = new Turns( $db, $clock, 'imports', self::TURN, array( State::Checking->value, State::Applying->value, State::Undoing->value ) );
	}

	/**
	 * Works for so many seconds, at least one portion. Where somebody else is at it, not at all.
	 *
	 * @return bool Whether it is finished.
	 */
	public function work( int $id, float $seconds ): bool {
		$runner = wp_generate_uuid4();
		$import = $this->take( $id, $runner );
		$until  = microtime( true ) + $seconds;
		try {
			while ( null !== $import && $import->state->is_under_way() ) {
				if ( ! $this->portion( $import, $runner ) ) {
					// Somebody else has it now, or it is to be undone.
					return false;
				}
				$import = $this->imports->find( $id );
				if ( null !== $import && $import->state->is_under_way() && microtime( true ) >= $until ) {
					return false;
				}
			}
		} finally {
			$this->turns->leave( $id, $runner );
		}
		return null !== $import;
	}

	/**
	 * The job's part: all that is under way.
	 *
	 * @return bool Whether all is finished.
	 */
	public function work_all( float $seconds ): bool {
		$until    = microtime( true ) + $seconds;
		$finished = true;
		foreach ( $this->imports->under_way() as $id ) {
			$finished = $this->work( $id, max( 0.0, $until - microtime( true ) ) ) && $finished;
		}
		return $finished;
	}

	private function take( int $id, string $runner ): ?Import {
		$taken  = $this->turns->take( $id, $runner );
		$import = $this->imports->find( $id );
		return $taken || ( null !== $import && ! $import->state->is_under_way() ) ? $import : null;
	}

	/**
	 * @return bool Whether it was ours to do.
	 */
	private function portion( Import $import, string $runner ): bool {
		$phases = $this->phases[ $import->state->value ] ?? array();
		$phase  = $phases[ $import->phase ] ?? null;
		$rows   = null === $phase ? array() : $phase->next( $import );
		if ( null === $phase || array() === $rows ) {
			return $this->go_on( $import, $runner, isset( $phases[ $import->phase + 1 ] ) );
		}
		try {
			return $this->act( $import, $runner, $phase, $rows );
		} catch ( Refused ) {
			// One of them cannot be written, and what the others had written is gone with it: each by itself.
			foreach ( $rows as $row ) {
				$import = $this->imports->find( $import->id );
				if ( null === $import || ! $this->one( $import, $runner, $phase, $row ) ) {
					return false;
				}
			}
			return true;
		}
	}

	/**
	 * @param array<string, string|null> $row
	 */
	private function one( Import $import, string $runner, Phase $phase, array $row ): bool {
		try {
			return $this->act( $import, $runner, $phase, array( $row ) );
		} catch ( Refused $refused ) {
			return $this->act( $import, $runner, new Refusing( $this->db, $refused->problem ), array( $row ) );
		}
	}

	/**
	 * @param non-empty-list<array<string, string|null>> $rows
	 * Throws Refused, as the phase does.
	 */
	private function act( Import $import, string $runner, Phase $phase, array $rows ): bool {
		return $this->db->transaction(
			function () use ( $import, $runner, $phase, $rows ): bool {
				// The import's row first: who waits for it here finds its place moved.
				if ( ! $this->move( $import, $runner, (int) $rows[ count( $rows ) - 1 ]['row_no'] ) ) {
					return false;
				}
				$sums = array(
					'checked'       => 0,
					'applied'       => 0,
					'undone'        => 0,
					'problem_rows'  => 0,
					'change_rows'   => 0,
					'same_rows'     => 0,
					'created_rows'  => 0,
					'conflict_rows' => 0,
				);
				foreach ( $phase->act( $import, $rows ) as $what => $by ) {
					$sums[ $what ] = $by;
				}
				$this->db->execute(
					'UPDATE %i SET checked = checked + %d, applied = applied + %d, undone = undone + %d, problem_rows = problem_rows + %d, change_rows = change_rows + %d, same_rows = same_rows + %d, created_rows = created_rows + %d, conflict_rows = conflict_rows + %d WHERE id = %d',
					$this->db->table( 'imports' ),
					...array( ...array_values( $sums ), $import->id )
				);
				return true;
			}
		);
	}

	private function move( Import $import, string $runner, int $to ): bool {
		return 1 === $this->db->execute(
			'UPDATE %i SET reached = %d, runs_until = %s, version = version + 1, updated_at = %s WHERE id = %d AND state = %s AND phase = %d AND reached = %d AND runner = %s',
			$this->db->table( 'imports' ),
			$to,
			$this->turns->ends(),
			Clock::sql( $this->clock->now() ),
			$import->id,
			$import->state->value,
			$import->phase,
			$import->reached,
			$runner
		);
	}

	/**
	 * To the next phase, or to the end.
	 */
	private function go_on( Import $import, string $runner, bool $more ): bool {
		$now = Clock::sql( $this->clock->now() );
		return 1 === $this->db->execute(
			'UPDATE %i SET state = %s, phase = %d, reached = 0, version = version + 1, updated_at = %s, applied_at = CASE WHEN %s = %s THEN %s ELSE applied_at END WHERE id = %d AND state = %s AND phase = %d AND reached = %d AND runner = %s',
			$this->db->table( 'imports' ),
			$more ? $import->state->value : $import->state->after()->value,
			$more ? $import->phase + 1 : 0,
			$now,
			$more ? '' : $import->state->value,
			State::Applying->value,
			$now,
			$import->id,
			$import->state->value,
			$import->phase,
			$import->reached,
			$runner
		);
	}
}
