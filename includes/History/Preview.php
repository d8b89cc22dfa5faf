<?php
declare( strict_types=1 );

namespace WooInventoryGuard\History;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * What taking a document back would do, level by level, as things are now. It decides nothing: what is sold meanwhile is
 * not there any more when it is done (see Stock\Ledger).
 */
final class Preview {

	public function __construct( private readonly Db $db ) {}

	/**
	 * @return list<array{item_id: int, name: string, sku: string, location_id: int, delta: Quantity, on_hand: Quantity, by: Quantity}>
	 *         By item and location. `delta` is what the document did, `by` what would be done now.
	 */
	public function of( Reference $reference, int $limit, int $offset ): array {
		$rows = $this->db->rows(
			'SELECT d.item_id, d.location_id, d.delta, l.on_hand, l.reserved, i.allowance, i.tracked, i.name, i.sku FROM (
				SELECT item_id, location_id, SUM( delta ) AS delta FROM %i WHERE reference_type = %s AND reference_id = %s GROUP BY item_id, location_id ORDER BY item_id, location_id LIMIT %d OFFSET %d
			) d JOIN %i l ON l.item_id = d.item_id AND l.location_id = d.location_id LEFT JOIN %i i ON i.id = d.item_id ORDER BY d.item_id, d.location_id',
			$this->db->table( 'movements' ),
			$reference->type,
			$reference->id,
			$limit,
			$offset,
			$this->db->table( 'levels' ),
			$this->db->table( 'items' )
		);
		return array_map(
			static fn( array $row ): array => array(
				'item_id'     => (int) $row['item_id'],
				'name'        => (string) $row['name'],
				'sku'         => (string) $row['sku'],
				'location_id' => (int) $row['location_id'],
				'delta'       => Quantity::from_sql( $row['delta'] ),
				'on_hand'     => Quantity::from_sql( $row['on_hand'] ),
				'by'          => self::possible( $row ),
			),
			$rows
		);
	}

	/**
	 * How many levels it changed.
	 */
	public function count( Reference $reference ): int {
		return (int) $this->db->value(
			'SELECT COUNT(*) FROM ( SELECT DISTINCT item_id, location_id FROM %i WHERE reference_type = %s AND reference_id = %s ) AS levels',
			$this->db->table( 'movements' ),
			$reference->type,
			$reference->id
		);
	}

	/**
	 * As Stock\Ledger::change_as_far() would have it.
	 *
	 * @param array<string, string|null> $row
	 */
	private static function possible( array $row ): Quantity {
		$wanted = Quantity::from_sql( $row['delta'] )->negated();
		if ( ! $wanted->is_negative() ) {
			return $wanted;
		}
		if ( '1' !== $row['tracked'] ) {
			return Quantity::zero();
		}
		$free = Quantity::from_sql( $row['on_hand'] )->minus( Quantity::from_sql( $row['reserved'] ) );
		if ( ! $free->plus( Quantity::from_sql( $row['allowance'] ) )->plus( $wanted )->is_negative() ) {
			return $wanted;
		}
		return $free->is_positive() ? Quantity::from_units( max( $wanted->units, -$free->units ) ) : Quantity::zero();
	}
}
