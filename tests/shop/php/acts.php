<?php
/**
 * What the shop's owner does in the tests: act => what is done with the input, and what came of it.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

add_filter( 'pre_wp_mail', '__return_true' );

/** Fields that WC_Product::set_props() takes, and attributes as name => values. */
function wig_product( array $wanted ): int {
	$type    = $wanted['type'] ?? 'simple';
	$product = 'variable' === $type ? new WC_Product_Variable() : new WC_Product_Simple();
	$product->set_props(
		array_diff_key( $wanted, array_flip( array( 'type', 'attributes' ) ) ) + array(
			'regular_price' => '10',
			'virtual'       => true,
		)
	);
	$attributes = array();
	foreach ( $wanted['attributes'] ?? array() as $name => $values ) {
		$attribute = new WC_Product_Attribute();
		$attribute->set_name( $name );
		$attribute->set_options( $values );
		$attribute->set_visible( true );
		$attribute->set_variation( true );
		$attributes[] = $attribute;
	}
	$product->set_attributes( $attributes );
	return $product->save();
}

$acts = array(
	'product'    => static fn ( array $in ): array => array( 'id' => wig_product( $in ) ),
	'variation'  => static function ( array $in ): array {
		$variation = new WC_Product_Variation();
		$variation->set_parent_id( $in['parent'] );
		$variation->set_attributes( $in['attributes'] );
		$variation->set_props(
			array_diff_key( $in, array_flip( array( 'parent', 'attributes' ) ) ) + array(
				'regular_price' => '10',
				'virtual'       => true,
			)
		);
		return array( 'id' => $variation->save() );
	},
	'change'     => static function ( array $in ): array {
		$product = wc_get_product( $in['id'] );
		$product->set_props( $in['props'] );
		$product->save();
		return array( 'stock' => $product->get_stock_quantity() );
	},
	'stock'      => static function ( array $in ): array {
		global $wpdb;
		$lookup  = $wpdb->get_row( $wpdb->prepare( "SELECT stock_quantity, stock_status FROM {$wpdb->wc_product_meta_lookup} WHERE product_id = %d", $in['id'] ), ARRAY_A );
		$hidden  = has_term( 'outofstock', 'product_visibility', $in['id'] );
		$product = wc_get_product( $in['id'] );
		return array(
			'stock'         => (float) get_post_meta( $in['id'], '_stock', true ),
			'status'        => get_post_meta( $in['id'], '_stock_status', true ),
			'lookup'        => (float) $lookup['stock_quantity'],
			'lookup_status' => $lookup['stock_status'],
			'hidden'        => $hidden,
			'in_stock'      => $product->is_in_stock(),
		);
	},
	'plugin'     => static function ( array $in ): array {
		$in['active'] ? activate_plugin( 'woo-inventory-guard/woo-inventory-guard.php' ) : deactivate_plugins( 'woo-inventory-guard/woo-inventory-guard.php' );
		return array( 'active' => is_plugin_active( 'woo-inventory-guard/woo-inventory-guard.php' ) );
	},
	'hpos'       => static function ( array $in ): array {
		$orders = wc_get_container()->get( Automattic\WooCommerce\Internal\DataStores\Orders\DataSynchronizer::class );
		$orders->create_database_tables();
		// Orders of the tests before stay where they are: nobody looks for them any more.
		remove_all_filters( 'pre_update_option' );
		update_option( 'woocommerce_custom_orders_table_enabled', $in['on'] ? 'yes' : 'no' );
		return array( 'on' => $in['on'] );
	},
	'pay'        => static function ( array $in ): array {
		// Loaded before the start, as two processes that were told of one payment have it.
		$order = wc_get_order( $in['order'] );
		$order->get_items();
		while ( microtime( true ) < $in['at'] ) {
			usleep( 200 );
		}
		$order->payment_complete();
		return array( 'status' => wc_get_order( $in['order'] )->get_status() );
	},
	'status'     => static function ( array $in ): array {
		$order = wc_get_order( $in['order'] );
		$order->get_items();
		while ( microtime( true ) < ( $in['at'] ?? 0 ) ) {
			usleep( 200 );
		}
		$order->update_status( $in['status'] );
		return array( 'status' => wc_get_order( $in['order'] )->get_status() );
	},
	'order'      => static function ( array $in ): array {
		$order = wc_create_order();
		foreach ( $in['lines'] as $line ) {
			$order->add_product( wc_get_product( $line['id'] ), $line['quantity'] );
		}
		$order->save();
		return array( 'id' => $order->get_id() );
	},
	'marks'      => static function ( array $in ): array {
		$order = wc_get_order( $in['order'] );
		$marks = array();
		foreach ( $order->get_items() as $item ) {
			$marks[] = array(
				'product' => $item->get_variation_id() ?: $item->get_product_id(),
				'taken'   => $item->get_meta( '_reduced_stock', true ),
				'rows'    => count( $item->get_meta( '_reduced_stock', false ) ),
			);
		}
		return $marks;
	},
	'notes'      => static fn ( array $in ): array => array_map( static fn ( $note ): string => $note->content, wc_get_order_notes( array( 'order_id' => $in['order'] ) ) ),
	'delete'     => static fn ( array $in ): array => array( 'gone' => (bool) wp_delete_post( $in['id'], true ) ),
	'trash'      => static fn ( array $in ): array => array( 'trashed' => (bool) ( $in['back'] ? wp_untrash_post( $in['id'] ) : wp_trash_post( $in['id'] ) ) ),
	'option'     => static function ( array $in ): array {
		update_option( $in['name'], $in['value'] );
		return array();
	},
	'restock'    => static function ( array $in ): array {
		// As another plugin would do it: WooCommerce's own function.
		return array( 'stock' => wc_update_product_stock( wc_get_product( $in['id'] ), $in['by'], 'increase' ) );
	},
	'import'     => static function ( array $in ): array {
		$import = WooInventoryGuard\Plugin::instance()->import();
		$import->work( $in['seconds'] );
		return $import->status();
	},
	'begin_anew' => static function (): array {
		// As a shop on which the plugin has just been activated: products, and none of them known.
		global $wpdb;
		foreach ( array( 'items', 'item_terms', 'levels', 'movements', 'reservations', 'reservation_lines', 'requests' ) as $table ) {
			$wpdb->query( "DELETE FROM {$wpdb->prefix}wig_{$table}" );
		}
		delete_option( WooInventoryGuard\Shop\Following\Import::OPTION );
		as_unschedule_all_actions( WooInventoryGuard\Shop\Following\Import::JOB );
		return array();
	},
	'many'       => static function ( array $in ): array {
		// Rows as WooCommerce writes them, by the thousand.
		global $wpdb;
		$last = (int) $wpdb->get_var( "SELECT MAX( ID ) FROM {$wpdb->posts}" );
		foreach ( array_chunk( range( 1, $in['count'] ), 200 ) as $some ) {
			$posts = $meta = $lookup = array();
			foreach ( $some as $n ) {
				$id       = $last + $n;
				$stock    = ( $n * 7 ) % 50 - ( 0 === $n % 99 ? 60 : 0 );
				$status   = $stock > 0 ? 'instock' : 'outofstock';
				$posts[]  = "($id, 'product', 'publish', 'Cup number $n', '', '', '', '', '', '', '2026-01-01', '2026-01-01', '2026-01-01', '2026-01-01')";
				$meta[]   = "($id, '_manage_stock', '" . ( 0 === $n % 10 ? 'no' : 'yes' ) . "')";
				$meta[]   = "($id, '_stock', '$stock')";
				$meta[]   = "($id, '_stock_status', '$status')";
				$meta[]   = "($id, '_backorders', 'no')";
				$meta[]   = "($id, '_sku', 'CUP-$n')";
				$lookup[] = "($id, 'CUP-$n', $stock, '$status')";
			}
			$wpdb->query( "INSERT INTO {$wpdb->posts} (ID, post_type, post_status, post_title, post_content, post_excerpt, to_ping, pinged, post_content_filtered, post_name, post_date, post_date_gmt, post_modified, post_modified_gmt) VALUES " . implode( ',', $posts ) );
			$wpdb->query( "INSERT INTO {$wpdb->postmeta} (post_id, meta_key, meta_value) VALUES " . implode( ',', $meta ) );
			$wpdb->query( "INSERT INTO {$wpdb->wc_product_meta_lookup} (product_id, sku, stock_quantity, stock_status) VALUES " . implode( ',', $lookup ) );
		}
		return array(
			'first' => $last + 1,
			'last'  => $last + $in['count'],
		);
	},
	'slow_sales' => static function ( array $in ): array {
		// Somebody sells a unit between WooCommerce's read of the number and its write of the lookup row.
		$rival = static function ( string $sql ) use ( $in, &$rival ): string {
			global $wpdb;
			if ( 0 === strpos( $sql, "REPLACE INTO `{$wpdb->wc_product_meta_lookup}`" ) ) {
				remove_filter( 'query', $rival );
				$plugin = WooInventoryGuard\Plugin::instance();
				$item   = $plugin->items()->by_product_ids( array( $in['id'] ) )[ $in['id'] ];
				$cause  = new WooInventoryGuard\Stock\Cause( 'sold', WooInventoryGuard\Stock\Reference::none() );
				$plugin->ledger()->adjust( WooInventoryGuard\Stock\Adjustment::delta( $item->id, 1, WooInventoryGuard\Stock\Quantity::of( -1 ), $cause ), uniqid( 'rival-', true ) );
			}
			return $sql;
		};
		add_filter( 'query', $rival );
		WC_Data_Store::load( 'product' )->update_product_sales( $in['id'], 1, 'increase' );
		return array( 'acted' => false === has_filter( 'query', $rival ) );
	},
	'sql'        => static function ( array $in ): array {
		global $wpdb;
		return $wpdb->get_results( str_replace( '{p}', $wpdb->prefix, $in['sql'] ), ARRAY_A );
	},
);

// Each part of the suite may bring acts of its own.
foreach ( glob( __DIR__ . '/acts/*.php' ) as $file ) {
	$more  = require $file;
	$twice = array_keys( array_intersect_key( $acts, $more ) );
	if ( array() !== $twice ) {
		throw new LogicException( basename( $file ) . ' brings acts that are there already: ' . implode( ', ', $twice ) );
	}
	$acts += $more;
}
return $acts;
