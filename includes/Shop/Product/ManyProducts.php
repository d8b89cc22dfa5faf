<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Product;

use WooInventoryGuard\Catalog\Writing\ItemChanges;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Shop\Mirror\MetaRows;
use WooInventoryGuard\Shop\Mirror\ProductCaches;
use WooInventoryGuard\Shop\Mirror\StockMirror;
use WooInventoryGuard\Stock\Quantity;

/**
 * Writes the same change into the meta of many products: a few statements for a thousand of them, in the transaction
 * that changes their items. What SharedFields does for one.
 *
 * WooCommerce's action for a changed product is fired only for those whose stock status changes with their backorder
 * policy: it takes a few milliseconds for each, and a hundred thousand thresholds would take minutes. Who has to know of
 * all listens to `woo_inventory_guard_products_changed`.
 */
final class ManyProducts {

	/** @var array<int, string> Product id => the stock status it changed to. */
	private array $statuses = array();

	public function __construct( private readonly Db $db, private readonly MetaRows $meta, private readonly ProductCaches $caches ) {}

	/**
	 * @param non-empty-list<int> $product_ids
	 */
	public function write( array $product_ids, ItemChanges $changes ): void {
		if ( $changes->has( 'low_stock_threshold' ) ) {
			$this->meta->put_many( $product_ids, '_low_stock_amount', self::text( $changes->quantity( 'low_stock_threshold' ) ) );
		}
		if ( $changes->has( 'unit_cost' ) && Products::knows_costs() ) {
			$this->meta->put_many( $product_ids, '_cogs_total_value', self::text( $changes->quantity( 'unit_cost' ) ) );
			// As with one: what was typed is the whole cost.
			$this->meta->put_many( $product_ids, '_cogs_value_is_additive', '' );
		}
		if ( $changes->has( 'backorders' ) ) {
			// What is inherited is not the product's own: see SharedFields.
			$this->meta->put_many( $product_ids, '_backorders', $changes->policy_value() ?? 'no' );
			$this->write_statuses( $product_ids );
		}
	}

	/**
	 * @param non-empty-list<int> $product_ids
	 */
	public function written( array $product_ids ): void {
		wp_cache_delete_multiple( $product_ids, 'post_meta' );
		$changed        = $this->statuses;
		$this->statuses = array();
		foreach ( $changed as $product_id => $status ) {
			$this->caches->refresh( $product_id, $status );
		}
		// The counts of low and empty products on WooCommerce's own screens.
		wc_delete_product_transients();
		/**
		 * Fires after one change of many products was committed.
		 *
		 * @param list<int> $product_ids
		 */
		do_action( 'woo_inventory_guard_products_changed', $product_ids );
	}

	/**
	 * With a new policy, another status for those of which there are none: they are on backorder now, or out.
	 *
	 * @param non-empty-list<int> $product_ids
	 */
	private function write_statuses( array $product_ids ): void {
		$none = Quantity::of( absint( get_option( 'woocommerce_notify_no_stock_amount', 0 ) ) );
		$rows = $this->db->rows(
			"SELECT product_id, backorders FROM %i WHERE tracked = 1 AND kind <> 'bundle' AND on_hand <= CAST( %s AS DECIMAL(19,4) ) AND product_id IN (" . $this->db->marks( $product_ids ) . ') ORDER BY id FOR UPDATE',
			$this->db->table( 'items' ),
			$none->sql(),
			...$product_ids
		);
		// Where the policy is inherited it may be another one for each.
		$alike = array();
		foreach ( $rows as $row ) {
			$alike[ StockMirror::status( $none, (string) $row['backorders'] ) ][] = (int) $row['product_id'];
		}
		foreach ( $alike as $status => $ids ) {
			$this->write_status( $ids, $status );
		}
	}

	/**
	 * @param non-empty-list<int> $ids Of products.
	 */
	private function write_status( array $ids, string $status ): void {
		$this->db->execute(
			'UPDATE %i SET stock_status = %s WHERE stock_status <> %s AND product_id IN (' . $this->db->marks( $ids ) . ')',
			$this->db->wp_table( 'wc_product_meta_lookup' ),
			$status,
			$status,
			...$ids
		);
		foreach ( $this->meta->put_many( $ids, '_stock_status', $status ) as $product_id ) {
			$this->statuses[ $product_id ] = $status;
		}
	}

	private static function text( ?Quantity $value ): string {
		return null === $value ? '' : (string) $value;
	}
}
