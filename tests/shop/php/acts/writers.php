<?php
/**
 * Acts of those who write stock past the guard: programs, importers, old objects.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

/** A plugin of its own in the plugins folder, so that it can be named. */
function wig_bridge(): void {
	$file = WP_PLUGIN_DIR . '/erp-bridge/erp-bridge.php';
	wp_mkdir_p( dirname( $file ) );
	file_put_contents( $file, "<?php\nfunction erp_bridge_write( int \$id, mixed \$stock ): void {\n\tupdate_post_meta( \$id, '_stock', \$stock );\n}\n" );
	require_once $file;
}

return array(
	'sell_elsewhere' => static function ( array $in ): array {
		wig_sell_elsewhere( $in['id'], (string) $in['units'] );
		return array();
	},
	'stale_save'     => static function ( array $in ): array {
		// Loaded, then a sale, then saved: minutes may lie between.
		$product = wc_get_product( $in['id'] );
		$product->set_props( $in['props'] );
		wig_sell_elsewhere( $in['id'], (string) $in['sold'] );
		$product->save();
		return array( 'stock' => $product->get_stock_quantity() );
	},
	'two_stale'      => static function ( array $in ): array {
		$one = new WC_Product_Simple( $in['id'] );
		$two = new WC_Product_Simple( $in['id'] );
		$one->set_stock_quantity( $in['one'] );
		$two->set_stock_quantity( $in['two'] );
		wig_sell_elsewhere( $in['id'], (string) $in['sold'] );
		$one->save();
		$two->save();
		return array();
	},
	'move'           => static function ( array $in ): array {
		// As another plugin does it; the sale comes between its read and its write (see helper.php).
		return array( 'stock' => wc_update_product_stock( wc_get_product( $in['id'] ), $in['by'], $in['operation'] ) );
	},
	'own_store'      => static function ( array $in ): array {
		// Another plugin puts a data store of its own in place of WooCommerce's.
		$store = new class() extends WC_Product_Data_Store_CPT {};
		$swap  = static fn (): string => get_class( $store );
		add_filter( 'woocommerce_product_data_store', $swap );
		$product = new WC_Product_Simple( $in['id'] );
		remove_filter( 'woocommerce_product_data_store', $swap );
		$product->set_stock_quantity( $in['set'] );
		wig_sell_elsewhere( $in['id'], (string) $in['sold'] );
		$product->save();
		return array( 'store' => $product->get_data_store()->get_current_class_name() === get_class( $store ) );
	},
	'pending_move'   => static function ( array $in ): array {
		$product = wc_get_product( $in['id'] );
		$product->set_stock_quantity( $in['set'] );
		wc_update_product_stock( $product, $in['by'], 'decrease' );
		return array();
	},
	'two_decrements' => static function ( array $in ): array {
		// Both read 2, both write: the second computes 1 and believes it.
		$product = wc_get_product( $in['id'] );
		wc_update_product_stock( $product, 1, 'decrease', true );
		wig_sell_elsewhere( $in['id'], '1' );
		$product->save();
		return array();
	},
	'bare'           => static function ( array $in ): array {
		wig_bridge();
		$had = $in['reads'] ? (float) get_post_meta( $in['id'], '_stock', true ) : 0;
		wig_sell_elsewhere( $in['id'], (string) $in['sold'] );
		erp_bridge_write( $in['id'], (string) ( $had + $in['stock'] ) );
		return array();
	},
	'bare_meta'      => static function ( array $in ): array {
		'' === $in['value'] ? delete_post_meta( $in['id'], $in['key'] ) : update_post_meta( $in['id'], $in['key'], $in['value'] );
		return array();
	},
	'csv'            => static function ( array $in ): array {
		require_once WC_ABSPATH . 'includes/import/class-wc-product-csv-importer.php';
		$file = tempnam( get_temp_dir(), 'wig' ) . '.csv';
		file_put_contents( $file, "ID,Type,SKU,Name,Stock\n{$in['id']},simple,,{$in['name']},{$in['stock']}\n" );
		$importer = new WC_Product_CSV_Importer(
			$file,
			array(
				'parse'           => true,
				'update_existing' => true,
				'mapping'         => array(
					'ID'    => 'id',
					'Type'  => 'type',
					'SKU'   => 'sku',
					'Name'  => 'name',
					'Stock' => 'stock_quantity',
				),
			)
		);
		$result   = $importer->import();
		return array(
			'updated' => count( $result['updated'] ),
			'failed'  => array_map( static fn ( $error ): string => $error->get_error_message(), $result['failed'] ),
		);
	},
	'reconcile'      => static function (): array {
		$reconcile = WooInventoryGuard\Plugin::instance()->reconcile();
		for ( $last = $reconcile->portion( 0 ), $portions = 1; 0 !== $last; $portions++ ) {
			$last = $reconcile->portion( $last );
		}
		return array( 'portions' => $portions );
	},
	'parent_status'  => static function ( array $in ): array {
		// Read before the process ends.
		$variation = wc_get_product( $in['variation'] );
		$item      = WooInventoryGuard\Plugin::instance()->items()->by_product_ids( array( $in['variation'] ) )[ $in['variation'] ];
		$cause     = new WooInventoryGuard\Stock\Cause( 'damaged', WooInventoryGuard\Stock\Reference::none() );
		WooInventoryGuard\Plugin::instance()->ledger()->adjust( WooInventoryGuard\Stock\Adjustment::delta( $item->id, 1, WooInventoryGuard\Stock\Quantity::of( (string) $variation->get_stock_quantity() )->negated(), $cause ), uniqid( 'worker-', true ) );
		global $wpdb;
		return array(
			'status' => $wpdb->get_var( $wpdb->prepare( "SELECT meta_value FROM {$wpdb->postmeta} WHERE post_id = %d AND meta_key = '_stock_status'", $in['parent'] ) ),
			'lookup' => $wpdb->get_var( $wpdb->prepare( "SELECT stock_status FROM {$wpdb->wc_product_meta_lookup} WHERE product_id = %d", $in['parent'] ) ),
		);
	},
	'woocommerce'    => static function ( array $in ): array {
		$in['active'] ? activate_plugin( 'woocommerce/woocommerce.php' ) : deactivate_plugins( 'woocommerce/woocommerce.php' );
		return array();
	},
	'core_hold'      => static function ( array $in ): array {
		( new Automattic\WooCommerce\Checkout\Helpers\ReserveStock() )->reserve_stock_for_order( wc_get_order( $in['order'] ), $in['minutes'] );
		return array();
	},
	'core_sell'      => static function ( array $in ): array {
		wc_get_order( $in['order'] )->payment_complete();
		return array( 'stock' => wc_get_product( $in['id'] )->get_stock_quantity() );
	},
);
