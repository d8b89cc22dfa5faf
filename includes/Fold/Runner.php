<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Fold;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\Turns;
use WooInventoryGuard\Stock\Lines\Folding;
use WooInventoryGuard\Stock\Movement;

/**
 * Folds the ledger portion by portion while the shop goes on selling. Each portion (some lines of one level) is one
 * transaction with the row that says how far it is, so a run that is killed goes on where it was, and of two that run at
 * once the later one is rolled back.
 */
final class Runner {

	private const TURN_SECONDS = 60;

	private readonly Turns $turns;

	public function __construct(
		private readonly Db $db,
		Clock $clock,
		private readonly Folds $folds,
		private readonly Keys $keys,
		private readonly Folding $folding,
		private readonly Staying $staying,
		private readonly Waiting $waiting
	) {
		$this->turns = new Turns( $db, $clock, 'folds', self::TURN_SECONDS, array( 'keys', 'folding' ) );
	}

	/**
	 * Works for so many seconds, at least one portion.
	 *
	 * @return bool Whether nothing is left to be done by now: all is folded, somebody else is at it, or it has to wait.
	 */
	public function work( int $id, float $seconds ): bool {
		$runner = wp_generate_uuid4();
		$until  = microtime( true ) + $seconds;
		if ( ! $this->turns->take( $id, $runner ) ) {
			return true;
		}
		try {
			do {
				$fold = $this->folds->find( $id );
				if ( null === $fold || $fold->is_done() || $this->waiting->is_needed( $fold->cut ) ) {
					return true;
				}
				$this->portion( $fold, $runner );
			} while ( microtime( true ) < $until );
		} catch ( TurnLost ) {
			return true;
		} finally {
			$this->turns->leave( $id, $runner );
		}
		return false;
	}

	private function portion( Fold $fold, string $runner ): void {
		if ( 'keys' === $fold->state ) {
			$this->db->transaction( fn() => $this->note_keys( $fold, $runner ) );
			return;
		}
		// Looked for before the transaction, which has to begin with the lock: its snapshot must not be older than that.
		$level = $this->level( $fold );
		$this->db->transaction( fn() => null === $level ? $this->move( $fold, $runner, array( 'state' => 'done' ) ) : $this->fold_some( $fold, $runner, $level ) );
	}

	private function note_keys( Fold $fold, string $runner ): void {
		$key = $this->keys->note( $fold->key, $fold->cut );
		$this->move( $fold, $runner, null === $key ? array( 'state' => 'folding' ) : array( 'key' => $key ) );
	}

	/**
	 * @param array{item: int, location: int, seq: int} $level
	 */
	private function fold_some( Fold $fold, string $runner, array $level ): void {
		$did = $this->folding->fold(
			$level['item'],
			$level['location'],
			$level['seq'],
			$fold->cut,
			Months::of( ... ),
			/** @param list<Movement> $lines */
			fn( array $lines ): array => $this->staying->of( $lines, $fold->cut )
		);
		// 0: with this level it is over.
		$this->move( $fold, $runner, array( 'seq' => $did['done'] ? 0 : $did['after'] ) + $level, $did['movements'], $did['sums'] );
	}

	/**
	 * The level that is in work, or the next one with more than its first line before the cut.
	 *
	 * @return array{item: int, location: int, seq: int}|null
	 */
	private function level( Fold $fold ): ?array {
		if ( 0 < $fold->seq ) {
			return array(
				'item'     => $fold->item,
				'location' => $fold->location,
				'seq'      => $fold->seq,
			);
		}
		$next = $this->db->row(
			'SELECT l.item_id, l.location_id FROM %i l WHERE ( l.item_id > %d OR ( l.item_id = %d AND l.location_id > %d ) )
				AND EXISTS ( SELECT 1 FROM %i m WHERE m.item_id = l.item_id AND m.location_id = l.location_id AND m.created_at < %s AND m.seq > 1 )
			ORDER BY l.item_id, l.location_id LIMIT 1',
			$this->db->table( 'levels' ),
			$fold->item,
			$fold->item,
			$fold->location,
			$this->db->table( 'movements' ),
			Clock::sql( $fold->cut )
		);
		return null === $next ? null : array(
			'item'     => (int) $next['item_id'],
			'location' => (int) $next['location_id'],
			'seq'      => 0,
		);
	}

	/**
	 * @param array{state?: string, key?: string, item?: int, location?: int, seq?: int} $changes
	 */
	private function move( Fold $fold, string $runner, array $changes, int $movements = 0, int $sums = 0 ): void {
		$place = $changes + array(
			'state'    => $fold->state,
			'key'      => $fold->key,
			'item'     => $fold->item,
			'location' => $fold->location,
			'seq'      => $fold->seq,
		);
		$this->folds->move( $fold, $runner, $this->turns->ends(), $place, $movements, $sums );
	}
}
