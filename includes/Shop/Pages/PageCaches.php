<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Pages;

/**
 * Tells page caches which pages are old: those of a product whose stock status changed, and of its parent. Not on each
 * sale: numbers on a cached page are put right by the storefront script, and a sale that throws the page away would make
 * a flash sale a shop without a cache.
 *
 * WooCommerce's own action says so, after the change was committed and its caches were cleared.
 */
final class PageCaches {

	/** Each cache by the name of the function or action that it documents for one post. */
	private const FUNCTIONS = array(
		'WP Rocket'      => 'rocket_clean_post',
		'W3 Total Cache' => 'w3tc_flush_post',
		'WP Super Cache' => 'wpsc_delete_post_cache',
	);

	public function register(): void {
		// After WooCommerce's own listeners, among them those that bring the parent up to date.
		add_action( 'woocommerce_product_set_stock_status', $this->status_changed( ... ), 1000 );
		add_action( 'woocommerce_variation_set_stock_status', $this->status_changed( ... ), 1000 );
	}

	/**
	 * @return list<string> Names of the page caches that are told.
	 */
	public static function found(): array {
		$found = array_keys( array_filter( self::FUNCTIONS, static fn( string $name ): bool => function_exists( $name ) ) );
		return false === has_action( 'litespeed_purge_post' ) ? $found : array( ...$found, 'LiteSpeed Cache' );
	}

	private function status_changed( mixed $product_id ): void {
		$id     = is_numeric( $product_id ) ? (int) $product_id : 0;
		$parent = (int) wp_get_post_parent_id( $id );
		foreach ( array_diff( array_unique( array( $id, $parent ) ), array( 0 ) ) as $page ) {
			foreach ( self::FUNCTIONS as $clean ) {
				// A variation has no page of its own.
				if ( 'product' === get_post_type( $page ) && function_exists( $clean ) ) {
					$clean( $page );
				}
			}
			/** Documented by LiteSpeed Cache; nobody listens where it is not there. */
			do_action( 'litespeed_purge_post', $page );
		}
	}
}
