<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Level;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * Where an item lies, for telling: plain reads that decide nothing.
 */
final class LevelList {

	public function __construct( private readonly Db $db ) {}

	/**
	 * @return list<array{location_id: int, location: string, on_hand: Quantity, reserved: Quantity}> By location number.
	 */
	public function of_item( int $item_id ): array {
		$rows = $this->db->rows(
			'SELECT l.location_id, n.name, l.on_hand, l.reserved FROM %i l LEFT JOIN %i n ON n.id = l.location_id WHERE l.item_id = %d ORDER BY l.location_id',
			$this->db->table( 'levels' ),
			$this->db->table( 'locations' ),
			$item_id
		);
		return array_map(
			static fn( array $row ): array => array(
				'location_id' => (int) $row['location_id'],
				'location'    => (string) $row['name'],
				'on_hand'     => Quantity::from_sql( $row['on_hand'] ),
				'reserved'    => Quantity::from_sql( $row['reserved'] ),
			),
			$rows
		);
	}
}
