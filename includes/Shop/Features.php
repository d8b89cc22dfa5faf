<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop;

use Automattic\WooCommerce\Utilities\FeaturesUtil;

/**
 * Tells WooCommerce which of its features the plugin was made for.
 */
final class Features {

	private const IDS = array( 'custom_order_tables', 'cart_checkout_blocks', 'product_instance_caching', 'product_block_editor' );

	/**
	 * @param string $file The plugin's main file.
	 */
	public function __construct( private readonly string $file ) {}

	public function register(): void {
		add_action( 'before_woocommerce_init', $this->declare( ... ) );
	}

	private function declare(): void {
		if ( ! class_exists( FeaturesUtil::class ) ) {
			return;
		}
		foreach ( self::IDS as $id ) {
			FeaturesUtil::declare_compatibility( $id, $this->file, true );
		}
	}
}
