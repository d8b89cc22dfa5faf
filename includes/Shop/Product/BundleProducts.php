<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Product;

use WooInventoryGuard\Catalog\Bundle\BundleWindow;
use WooInventoryGuard\Catalog\Bundle\DerivedBundles;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\StockStatus;

/**
 * Bundles that are sold as products: WooCommerce counts no units of them, and shows the status that their components
 * allow.
 */
final class BundleProducts implements BundleWindow {

	/** The status may change again while it is written; more than a few times in a row the next change writes it. */
	private const TURNS = 3;

	public function __construct( private readonly Db $db, private readonly DerivedBundles $derived ) {}

	/**
	 * Saves the product as WooCommerce itself would: the catalog's term, the lookup row, caches and listeners follow.
	 */
	public function status_changed( int $item_id, int $product_id ): void {
		for ( $turn = 1; $turn <= self::TURNS; $turn++ ) {
			$status = $this->status_of( $item_id );
			if ( null === $status || $this->shows( $product_id, $status ) ) {
				return;
			}
			clean_post_cache( $product_id );
			$product = wc_get_product( $product_id );
			if ( ! $product instanceof \WC_Product ) {
				return;
			}
			$product->set_manage_stock( false );
			$product->set_stock_status( $status );
			$product->save();
		}
	}

	/**
	 * Somebody saved the product: what they chose as its stock status does not count.
	 */
	public function keep( int $item_id, int $product_id ): void {
		$this->derived->item_changed( $item_id );
		$this->status_changed( $item_id, $product_id );
	}

	private function shows( int $product_id, string $status ): bool {
		$rows = $this->db->rows(
			"SELECT meta_key, MAX( meta_value ) AS meta_value FROM %i WHERE post_id = %d AND meta_key IN ( '_manage_stock', '_stock_status' ) GROUP BY meta_key",
			$this->db->wp_table( 'postmeta' ),
			$product_id
		);
		$meta = array_column( $rows, 'meta_value', 'meta_key' );
		return 'yes' !== ( $meta['_manage_stock'] ?? 'no' ) && ( $meta['_stock_status'] ?? '' ) === $status;
	}

	/**
	 * @return string|null In WooCommerce's words; null where it is no bundle any more.
	 */
	private function status_of( int $item_id ): ?string {
		$status = $this->db->value( "SELECT status FROM %i WHERE id = %d AND kind = 'bundle'", $this->db->table( 'items' ), $item_id );
		return null === $status ? null : match ( StockStatus::from( (int) $status ) ) {
			StockStatus::Ok, StockStatus::Low => 'instock',
			StockStatus::Backorder            => 'onbackorder',
			StockStatus::Out                  => 'outofstock',
			StockStatus::Untracked            => null,
		};
	}
}
