<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Pages;

/**
 * Brings the script that keeps cached pages truthful (src/storefront), to pages that show a product and to no others.
 *
 * Whether a page does is not guessed from its address: WooCommerce says so when it draws one, with classic templates,
 * blocks and shortcodes alike.
 */
final class Storefront {

	private const HANDLE = 'woo-inventory-guard-storefront';

	private const ASSET = __DIR__ . '/../../../build/storefront.asset.php';

	/** What fires while a product is drawn. All but the last are filters. */
	private const DRAWN = array( 'woocommerce_post_class', 'woocommerce_loop_add_to_cart_args', 'woocommerce_blocks_product_grid_item_html', 'woocommerce_get_stock_html', 'woocommerce_before_add_to_cart_form' );

	/**
	 * @param string $plugin_file The main file of the plugin.
	 */
	public function __construct( private readonly string $plugin_file ) {}

	public function register(): void {
		foreach ( self::DRAWN as $hook ) {
			add_filter( $hook, $this->product_drawn( ... ) );
		}
	}

	/**
	 * The script is printed at the end of the page, so it may still be asked for while the page is drawn.
	 */
	private function product_drawn( mixed $drawn = '' ): mixed {
		if ( ! wp_script_is( self::HANDLE ) && ! is_admin() && ! wp_is_serving_rest_request() && is_file( self::ASSET ) ) {
			/**
			 * Written by the build.
			 *
			 * @var array{dependencies: list<non-empty-string>, version: string} $asset
			 */
			$asset = require self::ASSET;
			wp_enqueue_script(
				self::HANDLE,
				plugins_url( 'build/storefront.js', $this->plugin_file ),
				$asset['dependencies'],
				$asset['version'],
				array(
					'in_footer' => true,
					'strategy'  => 'defer',
				)
			);
			// Without the host: the same cached page may be seen under several.
			$url = wp_make_link_relative( add_query_arg( 'products', '', rest_url( 'woo-inventory-guard/v1/availability' ) ) );
			wp_add_inline_script( self::HANDLE, 'var wigShop=' . wp_json_encode( $url . ( str_ends_with( $url, '=' ) ? '' : '=' ) ) . ';', 'before' );
		}
		return $drawn;
	}
}
