<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Counting;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stocktake\State;
use WooInventoryGuard\Stocktake\Stocktake;
use WooInventoryGuard\Stocktake\WrongState;

/**
 * Says of items that nobody counted that there were none, when counting ended. It is a count like any other, by the
 * person who says so: it can be counted again, the review shows it, and the same person cannot be the second one.
 */
final class Zeroing {

	private const PORTION = 500;

	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly Counts $counts ) {}

	/**
	 * @param list<int>|null $items NULL for all that are not counted.
	 * @return int How many lines.
	 * @throws WrongState Outside of the review.
	 */
	public function work( Stocktake $stocktake, ?array $items, int $actor, string $note ): int {
		if ( State::Review !== $stocktake->state ) {
			throw new WrongState( $stocktake->id, $stocktake->state );
		}
		$lines = 0;
		$after = 0;
		do {
			$some   = null === $items ? $this->uncounted( $stocktake->id, $after ) : array_splice( $items, 0, self::PORTION );
			$after  = array() === $some ? $after : max( $some );
			$lines += array() === $some ? 0 : $this->db->transaction( fn(): int => $this->portion( $stocktake, $some, $actor, $note ) );
		} while ( array() !== $some );
		return $lines;
	}

	/**
	 * @param non-empty-list<int> $items
	 */
	private function portion( Stocktake $stocktake, array $items, int $actor, string $note ): int {
		$this->counts->open( $stocktake );
		$now  = $this->clock->now();
		$rows = $this->db->rows(
			'SELECT item_id, round FROM %i WHERE stocktake_id = %d AND item_id IN (' . $this->db->marks( $items ) . ') AND has_count = 0 AND stale = 0' . $this->db->newest(),
			$this->db->table( 'stocktake_lines' ),
			$stocktake->id,
			...$items
		);
		$done = array();
		foreach ( $rows as $row ) {
			$at = $stocktake->finished_at ?? $now;
			$this->db->execute(
				"INSERT INTO %i (stocktake_id, uuid, item_id, mode, round, counted_at, at_us, received_at, device, counter_id, note) VALUES (%d, %s, %d, 'set', %d, %s, %d, %s, '', %d, %s)",
				$this->db->table( 'stocktake_counts' ),
				$stocktake->id,
				wp_generate_uuid4(),
				(int) $row['item_id'],
				(int) $row['round'],
				Clock::sql( $at ),
				1_000_000 * $at->getTimestamp() + (int) $at->format( 'u' ),
				Clock::sql( $now ),
				$actor,
				$note
			);
			$done[] = (int) $row['item_id'];
		}
		$this->counts->touch( $stocktake->id, $done );
		return count( $done );
	}

	/**
	 * @return list<int>
	 */
	private function uncounted( int $id, int $after ): array {
		return array_map( intval( ... ), $this->db->column( 'SELECT item_id FROM %i WHERE stocktake_id = %d AND has_count = 0 AND item_id > %d ORDER BY item_id LIMIT %d', $this->db->table( 'stocktake_lines' ), $id, $after, self::PORTION ) );
	}
}
