<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Review;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stocktake\Stocktake;

/**
 * The lines of a stocktake as a reviewer reads them.
 */
final class LineList {

	private const COLUMNS = 'i.product_id, i.parent_id, i.name, i.sku, i.barcode, i.bin, i.category, v.on_hand, v.reserved, l.*';

	private const SHOW = array(
		'all'         => '1 = 1',
		'differences' => 'l.variance <> 0',
		'undecided'   => "l.variance <> 0 AND l.decision = 'none'",
		'second'      => "l.decision = 'accept' AND l.needs_second = 1 AND l.approved_by = 0",
		'accepted'    => "l.decision = 'accept' AND l.variance <> 0",
		'left'        => "l.decision = 'leave'",
		'right'       => 'l.variance = 0',
		'uncounted'   => 'l.counted IS NULL',
		'recount'     => 'l.round > 1 AND l.has_count = 0',
		'flagged'     => 'l.flags <> 0',
		// Flag::Several.
		'several'     => '( l.flags & 4 ) <> 0',
		'large'       => 'l.needs_second = 1',
	);

	private const ORDER = array(
		'value'    => 'l.size DESC, ABS( l.variance ) DESC, l.item_id',
		'share'    => 'CASE WHEN l.books + l.in_packing = 0 THEN 1 ELSE ABS( l.variance ) / ABS( l.books + l.in_packing ) END DESC, l.item_id',
		'variance' => 'ABS( l.variance ) DESC, l.item_id',
		'bin'      => 'i.bin, i.name, l.item_id',
		'name'     => 'i.name, l.item_id',
	);

	public function __construct( private readonly Db $db ) {}

	/**
	 * @param key-of<self::SHOW>  $show
	 * @param key-of<self::ORDER> $order
	 * @return list<array<string, string|null>> With COLUMNS.
	 */
	public function page( Stocktake $stocktake, string $show, string $order, string $search, int $size, int $offset ): array {
		$words = self::like( $search );
		$ids   = array_map(
			intval( ... ),
			'value' === $order && '' === $search
				// From the index, without a look at the items.
				? $this->db->column( 'SELECT l.item_id FROM %i l WHERE l.stocktake_id = %d AND ' . self::SHOW[ $show ] . ' ORDER BY ' . self::ORDER['value'] . ' LIMIT %d OFFSET %d', $this->lines(), $stocktake->id, $size, $offset )
				: $this->db->column(
					"SELECT l.item_id FROM %i l JOIN %i i ON i.id = l.item_id WHERE l.stocktake_id = %d AND ( '' = %s OR i.name LIKE %s OR i.sku LIKE %s ) AND " . self::SHOW[ $show ] . ' ORDER BY ' . self::ORDER[ $order ] . ' LIMIT %d OFFSET %d',
					$this->lines(),
					$this->db->table( 'items' ),
					$stocktake->id,
					$search,
					$words,
					$words,
					$size,
					$offset
				)
		);
		$rows = $this->of( $stocktake, $ids );
		$page = array();
		foreach ( $ids as $id ) {
			if ( isset( $rows[ $id ] ) ) {
				$page[] = $rows[ $id ];
			}
		}
		return $page;
	}

	/**
	 * @param key-of<self::SHOW> $show
	 */
	public function count( Stocktake $stocktake, string $show, string $search ): int {
		$words = self::like( $search );
		return (int) ( '' === $search
			? $this->db->value( 'SELECT COUNT(*) FROM %i l WHERE l.stocktake_id = %d AND ' . self::SHOW[ $show ], $this->lines(), $stocktake->id )
			: $this->db->value( 'SELECT COUNT(*) FROM %i l JOIN %i i ON i.id = l.item_id WHERE l.stocktake_id = %d AND ( i.name LIKE %s OR i.sku LIKE %s ) AND ' . self::SHOW[ $show ], $this->lines(), $this->db->table( 'items' ), $stocktake->id, $words, $words ) );
	}

	/**
	 * @param list<int> $items
	 * @return array<int, array<string, string|null>> By item, with COLUMNS.
	 */
	public function of( Stocktake $stocktake, array $items ): array {
		if ( array() === $items ) {
			return array();
		}
		$rows = array();
		foreach ( $this->db->rows(
			'SELECT ' . self::COLUMNS . ' FROM %i l LEFT JOIN %i i ON i.id = l.item_id LEFT JOIN %i v ON v.item_id = l.item_id AND v.location_id = %d WHERE l.stocktake_id = %d AND l.item_id IN (' . $this->db->marks( $items ) . ')',
			$this->lines(),
			$this->db->table( 'items' ),
			$this->db->table( 'levels' ),
			$stocktake->location_id,
			$stocktake->id,
			...$items
		) as $row ) {
			$rows[ (int) $row['item_id'] ] = $row;
		}
		return $rows;
	}

	/**
	 * Who counted these items, in whichever round: none of them can be the second person.
	 *
	 * @param list<int> $items
	 * @return array<int, list<int>> Users by item.
	 */
	public function authors( int $id, array $items ): array {
		if ( array() === $items ) {
			return array();
		}
		$marks   = $this->db->marks( $items );
		$authors = array();
		foreach ( $this->db->rows(
			'SELECT item_id, counter_id FROM %i WHERE stocktake_id = %d AND item_id IN (' . $marks . ') UNION SELECT item_id, counter_id FROM %i WHERE stocktake_id = %d AND item_id IN (' . $marks . ')',
			$this->db->table( 'stocktake_counts' ),
			$id,
			...$items,
			...array( $this->db->table( 'stocktake_tags' ), $id, ...$items )
		) as $row ) {
			$authors[ (int) $row['item_id'] ][] = (int) $row['counter_id'];
		}
		return $authors;
	}

	/**
	 * @return key-of<self::SHOW>
	 */
	public static function show( ?string $word ): string {
		return null !== $word && array_key_exists( $word, self::SHOW ) ? $word : 'differences';
	}

	/**
	 * @return key-of<self::ORDER>
	 */
	public static function order( ?string $word ): string {
		return null !== $word && array_key_exists( $word, self::ORDER ) ? $word : 'value';
	}

	private static function like( string $search ): string {
		return '%' . addcslashes( $search, '_%\\' ) . '%';
	}

	private function lines(): string {
		return $this->db->table( 'stocktake_lines' );
	}
}
