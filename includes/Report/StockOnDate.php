<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * What was on hand of each item at a moment: for each of its levels the balance after the last line before it, which the
 * key level_time holds in itself. So it costs a look-up a level, however many lines there are and however long ago it was.
 *
 * Money is reckoned at the costs, the averages and the prices of today. What they were then is not kept: receipts say what
 * was paid only since they can, and a cost that is typed in leaves no line.
 */
final class StockOnDate {

	public function __construct( private readonly Db $db ) {}

	/**
	 * @param \DateTimeImmutable $before What happened before it counts.
	 * @param int                $after  Items up to this number have been read.
	 * @return list<array{item_id: int, name: string, sku: string, category: string, on_hand: Quantity, unit_cost: Quantity|null, average_cost: Quantity|null, price: Quantity|null}> By number; items that are counted, bundles left out (their components are in).
	 */
	public function page( \DateTimeImmutable $before, int $after, int $limit ): array {
		$rows  = $this->db->rows(
			"SELECT i.id, i.name, i.sku, i.category, i.unit_cost, i.average_cost, i.price, (
				SELECT m.balance_after FROM %i m WHERE m.item_id = l.item_id AND m.location_id = l.location_id AND m.created_at < %s ORDER BY m.created_at DESC, m.seq DESC LIMIT 1
			) AS balance
			FROM ( SELECT id, name, sku, category, unit_cost, COALESCE( average_cost, unit_cost ) AS average_cost, price FROM %i WHERE id > %d AND tracked = 1 AND kind IN ('simple', 'variation', 'variable', 'part') ORDER BY id LIMIT %d ) i
			LEFT JOIN %i l ON l.item_id = i.id ORDER BY i.id",
			$this->db->table( 'movements' ),
			Clock::sql( $before ),
			$this->db->table( 'items' ),
			$after,
			$limit,
			$this->db->table( 'levels' )
		);
		$items = array();
		foreach ( $rows as $row ) {
			$id      = (int) $row['id'];
			$balance = Quantity::from_sql( $row['balance'] );
			if ( isset( $items[ $id ] ) ) {
				$items[ $id ]['on_hand'] = $items[ $id ]['on_hand']->plus( $balance );
				continue;
			}
			$items[ $id ] = array(
				'item_id'      => $id,
				'name'         => (string) $row['name'],
				'sku'          => (string) $row['sku'],
				'category'     => (string) $row['category'],
				'on_hand'      => $balance,
				'unit_cost'    => null === $row['unit_cost'] ? null : Quantity::from_sql( $row['unit_cost'] ),
				'average_cost' => null === $row['average_cost'] ? null : Quantity::from_sql( $row['average_cost'] ),
				'price'        => null === $row['price'] ? null : Quantity::from_sql( $row['price'] ),
			);
		}
		return array_values( $items );
	}
}
