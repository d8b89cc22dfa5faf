<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Review;

use WooInventoryGuard\Platform\Db;

/**
 * A stocktake in sums. What is found and what is missing are never set off against one another: five too many of one
 * thing and five too few of another are two mistakes, not none.
 */
final class Sums {

	/** Sums of any lines, as SQL over `l`. Money: units times what a unit is worth. */
	public const FIGURES = 'COUNT( l.counted ) AS counted, SUM( CASE WHEN l.variance = 0 THEN 1 ELSE 0 END ) AS right_lines,
		SUM( CASE WHEN l.counted IS NOT NULL THEN l.books + l.in_packing ELSE 0 END ) AS expected_units, SUM( l.counted ) AS counted_units,
		SUM( CASE WHEN l.variance > 0 THEN l.variance ELSE 0 END ) AS found_units, SUM( CASE WHEN l.variance < 0 THEN -l.variance ELSE 0 END ) AS missing_units,
		SUM( CASE WHEN l.counted IS NOT NULL THEN ( l.books + l.in_packing ) * l.unit_value ELSE 0 END ) AS expected_money, SUM( l.counted * l.unit_value ) AS counted_money,
		SUM( CASE WHEN l.variance > 0 THEN l.size ELSE 0 END ) AS found_money, SUM( CASE WHEN l.variance < 0 THEN l.size ELSE 0 END ) AS missing_money';

	private const REVIEW = "COUNT(*) AS items, SUM( CASE WHEN l.variance <> 0 AND l.decision = 'none' THEN 1 ELSE 0 END ) AS undecided,
		SUM( CASE WHEN l.decision = 'accept' AND l.needs_second = 1 AND l.approved_by = 0 THEN 1 ELSE 0 END ) AS waiting_second,
		SUM( CASE WHEN l.decision = 'accept' AND l.variance <> 0 THEN 1 ELSE 0 END ) AS accepted, SUM( CASE WHEN l.decision = 'leave' THEN 1 ELSE 0 END ) AS `left_lines`,
		SUM( CASE WHEN l.round > 1 AND l.has_count = 0 THEN 1 ELSE 0 END ) AS recount, SUM( CASE WHEN l.flags <> 0 THEN 1 ELSE 0 END ) AS flagged, SUM( l.stale ) AS stale,
		SUM( CASE WHEN l.variance <> 0 AND l.unit_value IS NULL THEN 1 ELSE 0 END ) AS unknown_value,
		SUM( CASE WHEN l.decision = 'accept' THEN l.variance ELSE 0 END ) AS apply_units,
		SUM( CASE WHEN l.decision = 'accept' AND l.variance > 0 THEN l.size WHEN l.decision = 'accept' AND l.variance < 0 THEN -l.size ELSE 0 END ) AS apply_money";

	public function __construct( private readonly Db $db ) {}

	/**
	 * @return array<string, string|null> The columns of FIGURES and REVIEW.
	 */
	public function of( int $id ): array {
		return $this->db->row( 'SELECT ' . self::REVIEW . ', ' . self::FIGURES . ' FROM %i l WHERE l.stocktake_id = %d', $this->db->table( 'stocktake_lines' ), $id ) ?? array();
	}

	/**
	 * Codes that stand for nothing yet, with how often they were counted.
	 *
	 * @return array<array-key, int>
	 */
	public function unknown_codes( int $id, int $limit ): array {
		$rows = $this->db->rows( "SELECT code, COUNT(*) AS times FROM %i WHERE stocktake_id = %d AND item_id = 0 AND code <> '' AND voided = 0 GROUP BY code ORDER BY times DESC, code LIMIT %d", $this->db->table( 'stocktake_counts' ), $id, $limit );
		return array_map( intval( ... ), array_column( $rows, 'times', 'code' ) );
	}

	public function unknown_tags( int $id ): int {
		return (int) $this->db->value( 'SELECT COUNT(*) FROM %i WHERE stocktake_id = %d AND item_id = 0', $this->db->table( 'stocktake_tags' ), $id );
	}
}
