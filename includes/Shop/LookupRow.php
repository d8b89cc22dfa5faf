<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * WooCommerce's row for sorting and filtering by stock. WooCommerce writes it as a whole from numbers that it read a
 * moment before (a REPLACE, also when only the sales count changed), so a slow process puts an old number back over a
 * newer one. Whoever makes it do so calls set_right() afterwards: of all writers the last one then leaves the truth.
 */
final class LookupRow {

	public function __construct( private readonly Db $db ) {}

	/**
	 * To be called in a transaction that holds the item's lock.
	 *
	 * @return bool Whether it said something else.
	 */
	public function write( int $product_id, Quantity $on_hand, string $status ): bool {
		return 0 < $this->db->execute(
			'UPDATE %i SET stock_quantity = CAST( %s AS DECIMAL(19,4) ), stock_status = %s
			WHERE product_id = %d AND ( stock_quantity IS NULL OR stock_quantity <> CAST( %s AS DECIMAL(19,4) ) OR stock_status <> %s )',
			$this->db->wp_table( 'wc_product_meta_lookup' ),
			$on_hand->sql(),
			$status,
			$product_id,
			$on_hand->sql(),
			$status
		);
	}

	/**
	 * After WooCommerce has written the row. A plain look first, since it nearly always is right; a sale that commits
	 * after the look writes the row itself.
	 */
	public function set_right( int $product_id ): void {
		$wrong = $this->db->value(
			'SELECT i.id FROM %i i JOIN %i k ON k.product_id = i.product_id
			WHERE i.product_id = %d AND i.tracked = 1 AND ( k.stock_quantity IS NULL OR ROUND( k.stock_quantity - i.on_hand, 4 ) <> 0 )',
			$this->db->table( 'items' ),
			$this->db->wp_table( 'wc_product_meta_lookup' ),
			$product_id
		);
		if ( null === $wrong ) {
			return;
		}
		$this->db->transaction(
			function () use ( $product_id ): void {
				$row = $this->db->row( 'SELECT on_hand, backorders FROM %i WHERE product_id = %d AND tracked = 1 FOR UPDATE', $this->db->table( 'items' ), $product_id );
				if ( null !== $row ) {
					$on_hand = Quantity::from_sql( $row['on_hand'] );
					$this->write( $product_id, $on_hand, StockMirror::status( $on_hand, (string) $row['backorders'] ) );
				}
			}
		);
		wp_cache_delete( 'lookup_table', 'object_' . $product_id );
	}
}
