<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Mirror;

use WooInventoryGuard\Platform\Db;

/**
 * After a change of stock that WooCommerce did not make itself: caches, the shop window, and everybody who listens.
 * The order is that of WooCommerce's own save.
 */
final class ProductCaches {

	private const TRIES = 4;

	public function __construct( private readonly Db $db ) {}

	/**
	 * @param string|null $status The stock status, if it has just changed.
	 */
	public function refresh( int $product_id, ?string $status ): void {
		wp_cache_delete( $product_id, 'post_meta' );
		wp_cache_delete( 'lookup_table', 'object_' . $product_id );
		if ( null !== $status ) {
			// First: whoever looks again at the product from here on finds nothing left to put right.
			$this->show_in_catalog( $product_id, $status );
		}
		$product = function_exists( 'wc_get_product' ) ? $this->fresh( $product_id ) : null;
		if ( null === $product ) {
			// Deleted, or WooCommerce is switched off: then it looks at everything when it comes back.
			return;
		}
		if ( null !== $status ) {
			$this->tell_status( $product, $status );
		}
		wc_delete_product_transients( $product_id );
		\WC_Cache_Helper::invalidate_cache_group( 'product_' . $product_id );
		if ( $product->is_type( 'variation' ) ) {
			\WC_Cache_Helper::invalidate_cache_group( 'product_' . $product->get_parent_id() );
			if ( null !== $status ) {
				self::sync_parent( $product->get_parent_id() );
			}
			/** This action is documented in woocommerce/includes/data-stores/class-wc-product-data-store-cpt.php */
			do_action( 'woocommerce_variation_set_stock', $product );
			return;
		}
		/** This action is documented in woocommerce/includes/data-stores/class-wc-product-data-store-cpt.php */
		do_action( 'woocommerce_product_set_stock', $product );
	}

	/**
	 * The catalog hides by a term. WordPress writes it without a lock: of two who do it at once the one with the older
	 * status may come last, and a deadlock loses it. Whoever looks again after writing sees what was committed last, so
	 * the last of them leaves it right.
	 */
	private function show_in_catalog( int $product_id, string $status ): void {
		if ( ! taxonomy_exists( 'product_visibility' ) ) {
			return;
		}
		for ( $tries = 0; $tries < self::TRIES; $tries++ ) {
			$this->write_term( $product_id, $status );
			$now = $this->db->value( "SELECT meta_value FROM %i WHERE post_id = %d AND meta_key = '_stock_status' LIMIT 1", $this->db->wp_table( 'postmeta' ), $product_id ) ?? $status;
			if ( $now === $status && $this->shows( $product_id, $status ) ) {
				return;
			}
			$status = $now;
		}
	}

	private function write_term( int $product_id, string $status ): void {
		if ( 'outofstock' === $status ) {
			// WordPress looks and then inserts: of two who do it at once one finds the row there already, which is what it
			// wanted and nothing for a log.
			$this->db->quietly( static fn() => wp_set_object_terms( $product_id, 'outofstock', 'product_visibility', true ) );
		} else {
			wp_remove_object_terms( $product_id, 'outofstock', 'product_visibility' );
		}
	}

	/**
	 * Variations inherit by a copy, and back-in-stock mails wait for the action.
	 */
	private function tell_status( \WC_Product $product, string $status ): void {
		$product_id = $product->get_id();
		if ( $product instanceof \WC_Product_Variable ) {
			( new \WC_Product_Variable_Data_Store_CPT() )->sync_managed_variation_stock_status( $product );
		}
		if ( $product->is_type( 'variation' ) ) {
			/** This action is documented in woocommerce/includes/data-stores/class-wc-product-data-store-cpt.php */
			do_action( 'woocommerce_variation_set_stock_status', $product_id, $status, $product );
			return;
		}
		/** This action is documented in woocommerce/includes/data-stores/class-wc-product-data-store-cpt.php */
		do_action( 'woocommerce_product_set_stock_status', $product_id, $status, $product );
	}

	/**
	 * WooCommerce brings the parent's status up to date when the process ends. A worker that lives for hours does it at
	 * once.
	 */
	public static function sync_parent( int $parent_id ): void {
		if ( 'cli' === PHP_SAPI || wp_doing_cron() || doing_action( 'action_scheduler_run_queue' ) ) {
			\WC_Post_Data::deferred_product_sync( $parent_id );
			return;
		}
		wc_deferred_product_sync( $parent_id );
	}

	/**
	 * The term that the catalog hides by, where a save with an old status has set it wrong.
	 */
	public function shows( int $product_id, string $status ): bool {
		return has_term( 'outofstock', 'product_visibility', $product_id ) === ( 'outofstock' === $status );
	}

	/**
	 * With product instance caching an object may be older than the row: this action drops it. Not clean_post_cache(),
	 * which does too: page caches listen to that, and would throw the page away at each sale.
	 */
	private function fresh( int $product_id ): ?\WC_Product {
		/** This action is documented in woocommerce/includes/data-stores/class-wc-product-data-store-cpt.php */
		do_action( 'woocommerce_updated_product_stock', $product_id );
		$product = wc_get_product( $product_id );
		return $product instanceof \WC_Product ? $product : null;
	}
}
