<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Review;

use WooInventoryGuard\Platform\Db;

/**
 * What a stocktake found, from several sides. Accuracy by lines counts a line as right when it is within the tolerance of
 * its ABC class: A 1 %, B 3 %, C 5 % of what was expected (supplychainmetric.com, "Inventory record accuracy").
 */
final class Report {

	private const WITHIN = "SUM( CASE WHEN l.counted IS NOT NULL AND ABS( l.variance ) <= ABS( l.books + l.in_packing ) * CASE COALESCE( k.class, 'C' ) WHEN 'A' THEN 0.01 WHEN 'B' THEN 0.03 ELSE 0.05 END THEN 1 ELSE 0 END ) AS near_lines";

	public function __construct( private readonly Db $db ) {}

	/**
	 * @return list<array<string, string|null>> With class, near_lines, and Sums::FIGURES; so for the others.
	 */
	public function by_class( int $id ): array {
		return $this->db->rows(
			"SELECT COALESCE( k.class, 'C' ) AS class, " . self::WITHIN . ', ' . Sums::FIGURES . " FROM %i l LEFT JOIN %i k ON k.item_id = l.item_id WHERE l.stocktake_id = %d AND l.counted IS NOT NULL GROUP BY COALESCE( k.class, 'C' ) ORDER BY 1",
			$this->db->table( 'stocktake_lines' ),
			$this->db->table( 'item_classes' ),
			$id
		);
	}

	/**
	 * @return list<array<string, string|null>>
	 */
	public function by_category( int $id ): array {
		return $this->db->rows(
			"SELECT COALESCE( i.category, '' ) AS category, " . Sums::FIGURES . " FROM %i l LEFT JOIN %i i ON i.id = l.item_id WHERE l.stocktake_id = %d AND l.counted IS NOT NULL GROUP BY COALESCE( i.category, '' ) ORDER BY missing_money DESC, 1 LIMIT 200",
			$this->db->table( 'stocktake_lines' ),
			$this->db->table( 'items' ),
			$id
		);
	}

	/**
	 * @return list<array<string, string|null>>
	 */
	public function by_reason( int $id ): array {
		return $this->db->rows(
			'SELECT l.reason, ' . Sums::FIGURES . " FROM %i l WHERE l.stocktake_id = %d AND l.decision = 'accept' AND l.variance <> 0 GROUP BY l.reason ORDER BY missing_money DESC, l.reason",
			$this->db->table( 'stocktake_lines' ),
			$id
		);
	}

	/**
	 * A line that several people counted stands with each of them.
	 *
	 * @return list<array<string, string|null>>
	 */
	public function by_counter( int $id ): array {
		return $this->db->rows(
			'SELECT a.counter_id, SUM( CASE WHEN l.round > 1 THEN 1 ELSE 0 END ) AS recounted, ' . Sums::FIGURES . ' FROM (
				SELECT c.item_id, c.counter_id FROM %i c WHERE c.stocktake_id = %d AND c.voided = 0
				UNION SELECT g.item_id, g.counter_id FROM %i g WHERE g.stocktake_id = %d
			) a JOIN %i l ON l.stocktake_id = %d AND l.item_id = a.item_id WHERE l.counted IS NOT NULL GROUP BY a.counter_id ORDER BY a.counter_id',
			$this->db->table( 'stocktake_counts' ),
			$id,
			$this->db->table( 'stocktake_tags' ),
			$id,
			$this->db->table( 'stocktake_lines' ),
			$id
		);
	}

	/**
	 * How right the books were, stocktake by stocktake.
	 *
	 * @return list<array<string, string|null>> id, name, applied_at and Sums::FIGURES; the newest first.
	 */
	public function accuracy( int $limit, int $offset ): array {
		$taken = $this->db->rows( "SELECT id, name, applied_at FROM %i WHERE state = 'applied' ORDER BY applied_at DESC, id DESC LIMIT %d OFFSET %d", $this->db->table( 'stocktakes' ), $limit, $offset );
		return array_map( fn( array $row ): array => $row + ( $this->db->row( 'SELECT ' . Sums::FIGURES . ' FROM %i l WHERE l.stocktake_id = %d', $this->db->table( 'stocktake_lines' ), (int) $row['id'] ) ?? array() ), $taken );
	}

	public function applied(): int {
		return (int) $this->db->value( "SELECT COUNT(*) FROM %i WHERE state = 'applied'", $this->db->table( 'stocktakes' ) );
	}
}
