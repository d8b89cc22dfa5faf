<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Counting;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * What a person who counts needs to know of the items: rows without any number that the books have.
 */
final class Sheet {

	private const COLUMNS = 'i.id AS item_id, i.product_id, i.parent_id, i.name, i.sku, i.barcode, i.bin, i.category, l.counter_id, l.round, l.listed, l.counted, l.counted_at, l.tags';

	private const FOUND = 20;

	public function __construct( private readonly Db $db ) {}

	/**
	 * @param int  $mine    Only this person's, and nobody's; 0 for all.
	 * @param bool $recount Only those that have to be counted again.
	 * @return list<array<string, string|null>> With COLUMNS, in the order of item numbers.
	 */
	public function page( int $id, int $after, int $limit, int $mine = 0, bool $recount = false ): array {
		return $this->db->rows(
			'SELECT ' . self::COLUMNS . ' FROM %i l JOIN %i i ON i.id = l.item_id
			WHERE l.stocktake_id = %d AND l.item_id > %d AND ( 0 = %d OR l.counter_id IN (0, %d) ) AND ( 0 = %d OR ( l.round > 1 AND l.has_count = 0 ) ) ORDER BY l.item_id LIMIT %d',
			$this->db->table( 'stocktake_lines' ),
			$this->db->table( 'items' ),
			$id,
			$after,
			$mine,
			$mine,
			$recount ? 1 : 0,
			$limit
		);
	}

	/**
	 * The same of any items, on the list or not.
	 *
	 * @param list<int> $items
	 * @return list<array<string, string|null>> What can be counted of them, in the order asked for, at most 20.
	 */
	public function of( int $id, array $items ): array {
		if ( array() === $items ) {
			return array();
		}
		$rows = array();
		foreach ( $this->db->rows(
			'SELECT ' . self::COLUMNS . " FROM %i i LEFT JOIN %i l ON l.stocktake_id = %d AND l.item_id = i.id WHERE i.tracked = 1 AND i.kind IN ('simple', 'variation', 'variable', 'part') AND i.id IN (" . $this->db->marks( $items ) . ')',
			$this->db->table( 'items' ),
			$this->db->table( 'stocktake_lines' ),
			$id,
			...$items
		) as $row ) {
			$rows[ (int) $row['item_id'] ] = $row;
		}
		$sorted = array();
		foreach ( $items as $item ) {
			if ( isset( $rows[ $item ] ) && count( $sorted ) < self::FOUND ) {
				$sorted[] = $rows[ $item ];
			}
		}
		return $sorted;
	}

	/**
	 * What is on hand now, by item: only for those who may see it.
	 *
	 * @param list<int> $items
	 * @return array<int, Quantity>
	 */
	public function on_hand( array $items, int $location_id ): array {
		$found = array();
		foreach ( array() === $items ? array() : $this->db->rows( 'SELECT item_id, on_hand FROM %i WHERE location_id = %d AND item_id IN (' . $this->db->marks( $items ) . ')', $this->db->table( 'levels' ), $location_id, ...$items ) as $row ) {
			$found[ (int) $row['item_id'] ] = Quantity::from_sql( $row['on_hand'] );
		}
		return $found;
	}
}
