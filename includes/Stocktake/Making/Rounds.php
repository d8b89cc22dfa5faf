<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Making;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Stocktake\Review\Applying;
use WooInventoryGuard\Stocktake\Review\Comparing;
use WooInventoryGuard\Stocktake\Review\Packing;
use WooInventoryGuard\Stocktake\Review\Undoing;
use WooInventoryGuard\Stocktake\State;
use WooInventoryGuard\Stocktake\Stocktake;
use WooInventoryGuard\Stocktake\Stocktakes;

/**
 * What the minute job does for stocktakes: makes those that are due, and goes on with whatever was begun and cut off.
 * Bounded; a step that fails does not keep the others from being done.
 */
final class Rounds {

	private const SECONDS = 5.0;

	/**
	 * @param \Closure(): string                              $today  The day in the shop's calendar.
	 * @param \Closure(Stocktake, list<int>, 'begun'|'due'): void $remind Tells these people.
	 */
	public function __construct(
		private readonly Db $db,
		private readonly Stocktakes $stocktakes,
		private readonly Schedules $schedules,
		private readonly Filling $filling,
		private readonly Comparing $comparing,
		private readonly Applying $applying,
		private readonly Undoing $undoing,
		private readonly Crew $crew,
		private readonly Packing $packing,
		private readonly \Closure $today,
		private readonly \Closure $remind
	) {}

	public function run(): void {
		$steps = array(
			fn() => $this->schedules->run( ( $this->today )() ),
			$this->fill( ... ),
			$this->begin( ... ),
			$this->remind( ... ),
			fn() => $this->each( State::Review, $this->comparing->work( ... ) ),
			fn() => $this->each( State::Applying, fn( Stocktake $stocktake, float $seconds ): bool => $this->applying->work( $stocktake->id, $seconds ) ),
			fn() => $this->each( State::Undoing, fn( Stocktake $stocktake, float $seconds ): bool => $this->undoing->work( $stocktake->id, $seconds ) ),
			$this->packing->tidy( ... ),
		);
		foreach ( $steps as $step ) {
			try {
				$step();
			} catch ( \Throwable $error ) {
				Log::error( 'Stocktakes could not be brought forward.', $error );
			}
		}
	}

	private function fill(): void {
		foreach ( $this->filling->unfinished() as $id ) {
			$this->filling->work( $id, self::SECONDS );
		}
	}

	/**
	 * What a schedule made begins by itself once its items are chosen.
	 */
	private function begin(): void {
		foreach ( $this->db->column( "SELECT id FROM %i WHERE state = 'open' AND filled = 1 AND created_by = 0 AND schedule_id IS NOT NULL ORDER BY id LIMIT 20", $this->db->table( 'stocktakes' ) ) as $id ) {
			$this->stocktakes->move( (int) $id, State::Counting );
		}
	}

	/**
	 * Once when counting begins, once more when it is due and not done. Who changes the row tells.
	 */
	private function remind(): void {
		$today = ( $this->today )();
		$rows  = $this->db->rows(
			"SELECT id, reminded, due_on FROM %i WHERE state = 'counting' AND ( reminded = 0 OR ( reminded = 1 AND due_on <= %s ) ) ORDER BY id LIMIT 20",
			$this->db->table( 'stocktakes' ),
			$today
		);
		foreach ( $rows as $row ) {
			$due       = null !== $row['due_on'] && $row['due_on'] <= $today;
			$stocktake = $this->stocktakes->find( (int) $row['id'] );
			$claimed   = $this->db->execute( "UPDATE %i SET reminded = %d WHERE id = %d AND reminded = %d AND state = 'counting'", $this->db->table( 'stocktakes' ), $due ? 2 : 1, (int) $row['id'], (int) $row['reminded'] );
			if ( 1 === $claimed && null !== $stocktake ) {
				( $this->remind )( $stocktake, $this->crew->users( $stocktake->id ), $due ? 'due' : 'begun' );
			}
		}
	}

	/**
	 * @param \Closure(Stocktake, float): bool $work
	 */
	private function each( State $state, \Closure $work ): void {
		foreach ( $this->db->column( 'SELECT id FROM %i WHERE state = %s ORDER BY id LIMIT 20', $this->db->table( 'stocktakes' ), $state->value ) as $id ) {
			$stocktake = $this->stocktakes->find( (int) $id );
			if ( null !== $stocktake ) {
				$work( $stocktake, self::SECONDS );
			}
		}
	}
}
