<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Mirror;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Integrity\Check;
use WooInventoryGuard\Stock\Integrity\Problem;
use WooInventoryGuard\Stock\Quantity;

/**
 * Invariant 6: WooCommerce's `_stock`, its lookup row and its stock status say what the item says. Two statements over
 * whole tables, whatever their size.
 */
final class StockAgrees implements Check {

	private const INVARIANT = 6;
	private const MOST      = 200;

	public function __construct( private readonly Db $db ) {}

	public function check(): array {
		return array_merge( $this->numbers(), $this->statuses(), $this->bundles() );
	}

	/**
	 * `_stock` is text ("8", "8.000000"), so it is compared as a number.
	 *
	 * @return list<Problem>
	 */
	private function numbers(): array {
		$rows = $this->db->rows(
			"SELECT i.id, i.on_hand, m.meta_value AS stock, k.stock_quantity AS lookup FROM %i i
			LEFT JOIN %i m ON m.post_id = i.product_id AND m.meta_key = '_stock'
			LEFT JOIN %i k ON k.product_id = i.product_id
			WHERE i.tracked = 1 AND i.kind <> 'bundle' AND i.product_id IS NOT NULL AND ( m.meta_value IS NULL OR k.stock_quantity IS NULL
				OR ROUND( CAST( m.meta_value AS DECIMAL(19,4) ) - i.on_hand, 4 ) <> 0 OR ROUND( k.stock_quantity - i.on_hand, 4 ) <> 0 ) LIMIT %d",
			$this->db->table( 'items' ),
			$this->db->wp_table( 'postmeta' ),
			$this->db->wp_table( 'wc_product_meta_lookup' ),
			self::MOST
		);
		return array_map(
			static fn( array $row ): Problem => new Problem(
				self::INVARIANT,
				(int) $row['id'],
				0,
				(string) Quantity::from_sql( $row['on_hand'] ),
				'_stock ' . ( $row['stock'] ?? 'missing' ) . ', lookup ' . ( $row['lookup'] ?? 'missing' )
			),
			$rows
		);
	}

	/**
	 * @return list<Problem>
	 */
	private function statuses(): array {
		$rows = $this->db->rows(
			"SELECT i.id, i.on_hand, i.backorders, s.meta_value AS status, k.stock_status AS lookup FROM %i i
			LEFT JOIN %i s ON s.post_id = i.product_id AND s.meta_key = '_stock_status'
			LEFT JOIN %i k ON k.product_id = i.product_id
			WHERE i.tracked = 1 AND i.kind <> 'bundle' AND i.product_id IS NOT NULL AND ( s.meta_value IS NULL OR k.stock_status IS NULL OR s.meta_value <> k.stock_status
				OR s.meta_value <> CASE WHEN i.on_hand > %d THEN 'instock' WHEN i.backorders = 'no' THEN 'outofstock' ELSE 'onbackorder' END ) LIMIT %d",
			$this->db->table( 'items' ),
			$this->db->wp_table( 'postmeta' ),
			$this->db->wp_table( 'wc_product_meta_lookup' ),
			absint( get_option( 'woocommerce_notify_no_stock_amount', 0 ) ),
			self::MOST
		);
		return array_map(
			static fn( array $row ): Problem => new Problem(
				self::INVARIANT,
				(int) $row['id'],
				0,
				StockMirror::status( Quantity::from_sql( $row['on_hand'] ), (string) $row['backorders'] ),
				'_stock_status ' . ( $row['status'] ?? 'missing' ) . ', lookup ' . ( $row['lookup'] ?? 'missing' )
			),
			$rows
		);
	}

	/**
	 * A bundle that is a product shows what its components allow.
	 *
	 * @return list<Problem>
	 */
	private function bundles(): array {
		$rows = $this->db->rows(
			"SELECT i.id, i.status AS expected, s.meta_value AS status FROM %i i
			LEFT JOIN %i s ON s.post_id = i.product_id AND s.meta_key = '_stock_status'
			WHERE i.kind = 'bundle' AND i.product_id IS NOT NULL
				AND COALESCE( s.meta_value, '' ) <> CASE i.status WHEN 0 THEN 'outofstock' WHEN 2 THEN 'onbackorder' ELSE 'instock' END LIMIT %d",
			$this->db->table( 'items' ),
			$this->db->wp_table( 'postmeta' ),
			self::MOST
		);
		return array_map(
			static fn( array $row ): Problem => new Problem( self::INVARIANT, (int) $row['id'], 0, 'status ' . $row['expected'], '_stock_status ' . ( $row['status'] ?? 'missing' ) ),
			$rows
		);
	}
}
