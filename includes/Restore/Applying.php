<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Restore;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Correction;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * Writes the lines of a restore into the books, as differences, each with its line of the ledger. One act that may be cut
 * off anywhere and goes on where it stopped: a portion moves the place that was reached in the transaction that writes the
 * levels, so of two who do the same portion the later one changes no row and stops.
 *
 * They are written as facts, as a count is: the owner says what the books must say. Where that is less than what orders
 * are promised, the level owes the rest and sells nothing (see Ledger::correct()).
 */
final class Applying {

	/** Levels that are locked at once. */
	private const PORTION = 100;

	/**
	 * @param int|null $size Levels of one portion; NULL for as many as are good.
	 */
	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly Restores $restores,
		private readonly Ledger $ledger,
		private readonly ?int $size = null
	) {}

	/**
	 * Works for so many seconds, at least one portion.
	 *
	 * @return bool Whether nothing is left to do.
	 */
	public function work( int $id, float $seconds ): bool {
		$until = microtime( true ) + $seconds;
		do {
			$restore = $this->restores->find( $id );
			if ( null === $restore || State::Running !== $restore->state ) {
				return true;
			}
			if ( ! $this->portion( $restore ) ) {
				// Somebody else is at it.
				return false;
			}
		} while ( microtime( true ) < $until );
		return State::Running !== $this->restores->find( $id )?->state;
	}

	/**
	 * The job's part: what was left when a page was closed.
	 *
	 * @return bool Whether all is finished.
	 */
	public function work_all( float $seconds ): bool {
		$finished = true;
		foreach ( $this->restores->under_way() as $id ) {
			try {
				$finished = $this->work( $id, $seconds ) && $finished;
			} catch ( \Throwable $error ) {
				$finished = false;
				Log::error( 'A restore could not be brought to its end.', $error );
			}
		}
		return $finished;
	}

	/**
	 * @return bool Whether it was ours to do.
	 */
	private function portion( Restore $restore ): bool {
		$rows = $this->next( $restore );
		if ( array() === $rows ) {
			return $this->finish( $restore );
		}
		return $this->db->transaction(
			function () use ( $restore, $rows ): bool {
				$last = $rows[ count( $rows ) - 1 ];
				$ours = $this->db->execute(
					"UPDATE %i SET reached_item = %d, reached_location = %d, done = done + %d WHERE id = %d AND state = 'running' AND reached_item = %d AND reached_location = %d",
					$this->db->table( 'restores' ),
					(int) $last['item_id'],
					(int) $last['location_id'],
					count( $rows ),
					$restore->id,
					$restore->item,
					$restore->location
				);
				if ( 1 !== $ours ) {
					return false;
				}
				$cause = new Cause( Restore::TYPE, new Reference( Restore::TYPE, (string) $restore->id ), $restore->actor );
				// An item that is gone has no books to be put right.
				$there = array_filter( $rows, static fn( array $row ): bool => null !== $row['there'] );
				$this->ledger->correct( array_values( array_map( static fn( array $row ): Correction => new Correction( new Line( (int) $row['item_id'], (int) $row['location_id'], Quantity::from_sql( $row['delta'] ) ), $cause ), $there ) ) );
				return true;
			}
		);
	}

	/**
	 * @return list<array<string, string|null>>
	 */
	private function next( Restore $restore ): array {
		return $this->db->rows(
			'SELECT r.item_id, r.location_id, r.delta, i.id AS there FROM %i r LEFT JOIN %i i ON i.id = r.item_id
			WHERE r.restore_id = %d AND r.item_id >= %d AND ( r.item_id > %d OR r.location_id > %d ) ORDER BY r.item_id, r.location_id LIMIT %d',
			$this->db->table( 'restore_lines' ),
			$this->db->table( 'items' ),
			$restore->id,
			$restore->item,
			$restore->item,
			$restore->location,
			$this->size ?? self::PORTION
		);
	}

	private function finish( Restore $restore ): bool {
		return 1 === $this->db->execute(
			"UPDATE %i SET state = 'done', running = NULL, ended_at = %s WHERE id = %d AND state = 'running' AND reached_item = %d AND reached_location = %d",
			$this->db->table( 'restores' ),
			Clock::sql( $this->clock->now() ),
			$restore->id,
			$restore->item,
			$restore->location
		);
	}
}
