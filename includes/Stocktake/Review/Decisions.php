<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Review;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * What a person decides on the lines of a stocktake in review. Each decision is one conditional UPDATE: that the
 * stocktake is in review, that the line is fresh, that its variance is the one that was looked at, and, for a second
 * person, that it is not the person who counted or who accepted.
 */
final class Decisions {

	public const REASONS = array( 'unknown', 'damaged', 'lost', 'theft', 'expired', 'miscounted', 'booked_wrong', 'given_away', 'other' );

	private const IN_REVIEW = "EXISTS ( SELECT 1 FROM %i s WHERE s.id = stocktake_id AND s.state = 'review' )";

	/**
	 * Nobody who counted the item in this stocktake, in whichever round, is the second person. It binds twice: a table,
	 * stocktake, item, person.
	 */
	private const NOT_A_COUNTER = 'NOT EXISTS ( SELECT 1 FROM %i c WHERE c.stocktake_id = %d AND c.item_id = %d AND c.counter_id = %d )
		AND NOT EXISTS ( SELECT 1 FROM %i g WHERE g.stocktake_id = %d AND g.item_id = %d AND g.counter_id = %d )';

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * @param 'accept'|'leave'|'none' $decision
	 * @param Quantity|null           $variance What was looked at; NULL only where nothing is applied by it.
	 * @return bool False when it is not so any more.
	 */
	public function decide( int $id, int $item_id, string $decision, ?Quantity $variance, string $reason, string $note, int $actor ): bool {
		return 1 === $this->db->execute(
			"UPDATE %i SET decision = %s, reason = %s, note = %s, decided_by = %d, decided_at = %s, approved_by = 0, flags = flags & %d, touched = touched + 1
			WHERE stocktake_id = %d AND item_id = %d AND stale = 0 AND applied IS NULL AND ( 'accept' <> %s OR ( variance IS NOT NULL AND 0 = flags & %d ) )
				AND ( 1 = %d OR ROUND( variance - %d * 0.0001, 4 ) = 0 ) AND " . self::IN_REVIEW,
			$this->lines(),
			$decision,
			$reason,
			$note,
			$actor,
			$this->now(),
			~Flag::Changed->value,
			$id,
			$item_id,
			$decision,
			Flag::Superseded->value,
			null === $variance ? 1 : 0,
			null === $variance ? 0 : $variance->units,
			$this->db->table( 'stocktakes' )
		);
	}

	/**
	 * All differences that nobody has decided on, as they are now.
	 *
	 * @param 'accept'|'leave' $decision
	 * @return int How many.
	 */
	public function decide_rest( int $id, string $decision, string $reason, string $note, int $actor ): int {
		return $this->db->execute(
			"UPDATE %i SET decision = %s, reason = %s, note = %s, decided_by = %d, decided_at = %s, approved_by = 0, flags = flags & %d
			WHERE stocktake_id = %d AND decision = 'none' AND stale = 0 AND applied IS NULL AND variance <> 0 AND 0 = flags & %d AND " . self::IN_REVIEW,
			$this->lines(),
			$decision,
			$reason,
			$note,
			$actor,
			$this->now(),
			~Flag::Changed->value,
			$id,
			Flag::Superseded->value,
			$this->db->table( 'stocktakes' )
		);
	}

	/**
	 * A second person agrees.
	 *
	 * @return bool False when the line is another by now, or the person may not.
	 */
	public function approve( int $id, int $item_id, Quantity $variance, int $actor ): bool {
		return 1 === $this->db->execute(
			"UPDATE %i SET approved_by = %d
			WHERE stocktake_id = %d AND item_id = %d AND decision = 'accept' AND stale = 0 AND applied IS NULL AND approved_by = 0 AND ROUND( variance - %d * 0.0001, 4 ) = 0
				AND decided_by <> %d AND " . self::IN_REVIEW . ' AND ' . self::NOT_A_COUNTER,
			$this->lines(),
			$actor,
			$id,
			$item_id,
			$variance->units,
			$actor,
			$this->db->table( 'stocktakes' ),
			$this->db->table( 'stocktake_counts' ),
			$id,
			$item_id,
			$actor,
			$this->db->table( 'stocktake_tags' ),
			$id,
			$item_id,
			$actor
		);
	}

	/**
	 * These lines are to be counted again: a new round, in which nothing is counted yet.
	 *
	 * @param list<int> $items
	 * @return int How many.
	 */
	public function recount( int $id, array $items, string $note ): int {
		$lines = 0;
		foreach ( array_chunk( $items, 1_000 ) as $some ) {
			$lines += $this->db->execute(
				"UPDATE %i SET round = round + 1, touched = touched + 1, stale = 1, has_count = 0, decision = 'none', approved_by = 0, recount_note = %s
				WHERE stocktake_id = %d AND item_id IN (" . $this->db->marks( $some ) . ") AND applied IS NULL AND EXISTS ( SELECT 1 FROM %i s WHERE s.id = stocktake_id AND s.state IN ('counting', 'review') )",
				$this->lines(),
				$note,
				$id,
				...$some,
				...array( $this->db->table( 'stocktakes' ) )
			);
		}
		if ( $lines > 0 ) {
			// Those who count ask again when the version has risen.
			$this->db->execute( 'UPDATE %i SET version = version + 1 WHERE id = %d', $this->db->table( 'stocktakes' ), $id );
		}
		return $lines;
	}

	private function lines(): string {
		return $this->db->table( 'stocktake_lines' );
	}

	private function now(): string {
		return Clock::sql( $this->clock->now() );
	}
}
