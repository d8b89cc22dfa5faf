<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Counting;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stocktake\Stocktake;

/**
 * Adds up what was counted, by item. One statement, whatever the order in which counts came in:
 *
 * - only counts of the line's present round, so a recount replaces what was before it;
 * - a part is what one person counted at one place: the latest `set` replaces what is before it, an `add` after it adds;
 * - parts add up, and so do tags, each of which is one unit.
 *
 * The TypeScript that shows the number on a device without a connection reckons the same (src/counting/logic).
 */
final class Tallies {

	private const LATER_SET = "NOT EXISTS ( SELECT 1 FROM %i d WHERE d.stocktake_id = c.stocktake_id AND d.item_id = c.item_id AND d.round = c.round AND d.mode = 'set' AND d.voided = 0
		AND d.place = c.place AND d.counter_id = c.counter_id AND ( d.at_us > c.at_us OR ( d.at_us = c.at_us AND d.uuid > c.uuid ) ) )";

	/** What the ledger said at a moment: the balance after the last movement that was not later. */
	private const BOOKS = 'COALESCE( ( SELECT m.balance_after FROM %i m WHERE m.item_id = t.item_id AND m.location_id = %d AND m.created_at <= t.last_at ORDER BY m.seq DESC LIMIT 1 ), 0 )';

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * @param non-empty-list<int> $items
	 * @return array<int, Tally> By item; what is not counted is left out.
	 */
	public function of( Stocktake $stocktake, array $items ): array {
		$counts = $this->db->table( 'stocktake_counts' );
		$lines  = $this->db->table( 'stocktake_lines' );
		$marks  = $this->db->marks( $items );
		$rows   = $this->db->rows(
			'SELECT t.item_id, t.counted, t.tags, t.first_at, t.last_at, t.people, t.doubtful, ' . self::BOOKS . ' AS books FROM (
				SELECT e.item_id, SUM( e.quantity ) AS counted, SUM( e.is_tag ) AS tags, MIN( e.at ) AS first_at, MAX( e.at ) AS last_at, COUNT( DISTINCT e.counter_id ) AS people, MAX( e.doubtful ) AS doubtful FROM (
					SELECT c.item_id, c.quantity, 0 AS is_tag, c.counted_at AS at, c.counter_id, c.doubtful FROM %i c
						JOIN %i l ON l.stocktake_id = c.stocktake_id AND l.item_id = c.item_id AND l.round = c.round
						WHERE c.stocktake_id = %d AND c.item_id IN (' . $marks . ") AND c.voided = 0 AND c.mode <> 'undo' AND " . self::LATER_SET . '
					UNION ALL
					SELECT g.item_id, 1 AS quantity, 1 AS is_tag, g.read_at AS at, g.counter_id, g.doubtful FROM %i g
						JOIN %i l ON l.stocktake_id = g.stocktake_id AND l.item_id = g.item_id AND l.round = g.round
						WHERE g.stocktake_id = %d AND g.item_id IN (' . $marks . ')
				) e GROUP BY e.item_id
			) t',
			$this->db->table( 'movements' ),
			$stocktake->location_id,
			$counts,
			$lines,
			$stocktake->id,
			...$items,
			...array( $counts, $this->db->table( 'stocktake_tags' ), $lines, $stocktake->id, ...$items )
		);
		$found  = array();
		foreach ( $rows as $row ) {
			$found[ (int) $row['item_id'] ] = new Tally(
				Quantity::from_sql( $row['counted'] ),
				(int) $row['tags'],
				Clock::from_sql( $row['first_at'] ) ?? $this->clock->now(),
				Clock::from_sql( $row['last_at'] ) ?? $this->clock->now(),
				(int) $row['people'],
				'1' === $row['doubtful'],
				Quantity::from_sql( $row['books'] )
			);
		}
		return $found;
	}
}
