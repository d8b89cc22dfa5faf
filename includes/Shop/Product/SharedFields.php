<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Product;

use WooInventoryGuard\Catalog\Writing\ItemChanges;
use WooInventoryGuard\Catalog\ProductFields;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Shop\Mirror\LookupRow;
use WooInventoryGuard\Shop\Mirror\MetaRows;
use WooInventoryGuard\Shop\Mirror\ProductCaches;
use WooInventoryGuard\Shop\Mirror\StockMirror;
use WooInventoryGuard\Stock\Quantity;

/**
 * Writes what was changed in the inventory into the product that owns it: WooCommerce's screens, its REST API and other
 * plugins read it there.
 */
final class SharedFields implements ProductFields {

	/** @var array<int, string|null> Product id => the stock status it changed to. */
	private array $written = array();

	public function __construct( private readonly Db $db, private readonly MetaRows $meta, private readonly LookupRow $lookup, private readonly ProductCaches $caches, private readonly ManyProducts $many ) {}

	/**
	 * @return list<string>
	 */
	public function shared(): array {
		return Products::knows_costs() ? array( 'low_stock_threshold', 'backorders', 'unit_cost' ) : array( 'low_stock_threshold', 'backorders' );
	}

	/**
	 * The item's row was just written by this transaction and is locked.
	 */
	public function write( int $product_id, ItemChanges $changes ): void {
		$this->written[ $product_id ] = null;
		if ( $changes->has( 'low_stock_threshold' ) ) {
			$this->put( $product_id, '_low_stock_amount', self::text( $changes->quantity( 'low_stock_threshold' ) ) );
		}
		if ( $changes->has( 'unit_cost' ) && Products::knows_costs() ) {
			$this->put( $product_id, '_cogs_total_value', self::text( $changes->quantity( 'unit_cost' ) ) );
			// What was typed is the whole cost, not what comes on top of the parent's.
			$this->put( $product_id, '_cogs_value_is_additive', '' );
		}
		if ( $changes->has( 'backorders' ) ) {
			$row = $this->db->row( 'SELECT on_hand, backorders, own_backorders, tracked, kind FROM %i WHERE product_id = %d FOR UPDATE', $this->db->table( 'items' ), $product_id );
			// What it inherits is not the product's own: WooCommerce hears of it through Backordering.
			$this->put( $product_id, '_backorders', $row['own_backorders'] ?? 'no' );
			if ( null !== $row && '1' === $row['tracked'] && 'bundle' !== $row['kind'] ) {
				$this->write_status( $product_id, StockMirror::status( Quantity::from_sql( $row['on_hand'] ), (string) $row['backorders'] ), Quantity::from_sql( $row['on_hand'] ) );
			}
		}
	}

	public function written( int $product_id ): void {
		$status = $this->written[ $product_id ] ?? null;
		unset( $this->written[ $product_id ] );
		wp_cache_delete( $product_id, 'post_meta' );
		if ( null !== $status ) {
			$this->caches->refresh( $product_id, $status );
		}
		/** This action is documented in woocommerce/includes/data-stores/class-wc-product-data-store-cpt.php */
		do_action( 'woocommerce_updated_product_stock', $product_id );
		wc_delete_product_transients( $product_id );
		$product = wc_get_product( $product_id );
		if ( $product instanceof \WC_Product ) {
			/** This action is documented in woocommerce/includes/data-stores/class-wc-product-data-store-cpt.php */
			do_action( $product->is_type( 'variation' ) ? 'woocommerce_update_product_variation' : 'woocommerce_update_product', $product_id, $product );
		}
	}

	public function write_many( array $product_ids, ItemChanges $changes ): void {
		$this->many->write( $product_ids, $changes );
	}

	public function written_many( array $product_ids ): void {
		$this->many->written( $product_ids );
	}

	private function write_status( int $product_id, string $status, Quantity $on_hand ): void {
		$this->lookup->write( $product_id, $on_hand, $status );
		if ( $this->lookup->write_status( $product_id, $status ) ) {
			$this->written[ $product_id ] = $status;
		}
	}

	private static function text( ?Quantity $value ): string {
		return null === $value ? '' : (string) $value;
	}

	/**
	 * A product without the row gets one, unless it would say nothing.
	 */
	private function put( int $product_id, string $key, string $value ): void {
		$rows = $this->meta->lock( $product_id, $key );
		if ( array() !== $rows ) {
			$this->meta->write( array_keys( $rows ), $value );
		} elseif ( '' !== $value ) {
			$this->db->execute( 'INSERT INTO %i (post_id, meta_key, meta_value) VALUES (%d, %s, %s)', $this->db->wp_table( 'postmeta' ), $product_id, $key, $value );
		}
	}
}
