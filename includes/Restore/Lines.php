<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Restore;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * What a restore changes, level by level: the largest change first.
 */
final class Lines {

	public function __construct( private readonly Db $db ) {}

	/**
	 * @return list<array{item_id: int, name: string, sku: string, location_id: int, now: Quantity, then: Quantity, kept: Quantity, delta: Quantity}>
	 *         `now` is what was on hand when it was looked, `kept` what moved since the moment and stays.
	 */
	public function page( int $restore_id, int $offset, int $limit ): array {
		$rows = $this->db->rows(
			'SELECT r.*, i.name, i.sku FROM ( SELECT * FROM %i WHERE restore_id = %d ORDER BY size DESC, item_id DESC LIMIT %d OFFSET %d ) r LEFT JOIN %i i ON i.id = r.item_id ORDER BY r.size DESC, r.item_id DESC',
			$this->db->table( 'restore_lines' ),
			$restore_id,
			$limit,
			$offset,
			$this->db->table( 'items' )
		);
		return array_map(
			static fn( array $row ): array => array(
				'item_id'     => (int) $row['item_id'],
				'name'        => (string) $row['name'],
				'sku'         => (string) $row['sku'],
				'location_id' => (int) $row['location_id'],
				'now'         => Quantity::from_sql( $row['now_is'] ),
				'then'        => Quantity::from_sql( $row['then_was'] ),
				'kept'        => Quantity::from_sql( $row['kept'] ),
				'delta'       => Quantity::from_sql( $row['delta'] ),
			),
			$rows
		);
	}
}
