<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Product;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\StockStatus;

/**
 * The numbers of many products for a list, in one statement. A product whose variations count their own units is told
 * by their sums, and by the worst of them.
 */
final class ListNumbers {

	public function __construct( private readonly Db $db ) {}

	/**
	 * @param list<int> $product_ids
	 * @return array<int, array{item: int, available: Quantity, reserved: Quantity, low_at: Quantity|null, status: StockStatus}> By product; those of which nothing is counted are left out.
	 */
	public function of( array $product_ids ): array {
		if ( array() === $product_ids ) {
			return array();
		}
		$rows  = $this->db->rows(
			"SELECT i.product_id, i.id, MAX( i.tracked ) AS own, MIN( i.low_at ) AS low_at,
				SUM( CASE WHEN i.tracked = 1 THEN i.available ELSE v.available END ) AS available,
				SUM( CASE WHEN i.tracked = 1 THEN i.reserved ELSE v.reserved END ) AS reserved,
				MIN( CASE WHEN i.tracked = 1 THEN i.status ELSE v.status END ) AS status
			FROM %i i LEFT JOIN %i v ON i.tracked = 0 AND i.kind = 'variable' AND v.parent_id = i.id AND v.tracked = 1
			WHERE i.product_id IN (" . $this->db->marks( $product_ids ) . ') AND ( i.tracked = 1 OR v.id IS NOT NULL )
			GROUP BY i.product_id, i.id',
			$this->db->table( 'items' ),
			$this->db->table( 'items' ),
			...$product_ids
		);
		$found = array();
		foreach ( $rows as $row ) {
			$found[ (int) $row['product_id'] ] = array(
				'item'      => (int) $row['id'],
				'available' => Quantity::from_sql( $row['available'] ),
				'reserved'  => Quantity::from_sql( $row['reserved'] ),
				'low_at'    => '1' === $row['own'] ? Quantity::from_sql( $row['low_at'] ) : null,
				'status'    => StockStatus::from( (int) $row['status'] ),
			);
		}
		return $found;
	}
}
