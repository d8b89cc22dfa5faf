<?php
/**
 * What can be done to a shop in one request: act => what is done with the input, and what came of it. Each runs in a
 * process of its own.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Walk;

use WooInventoryGuard\Plugin;

/**
 * @return array<mixed>
 */
function order_made( \WC_Order $order ): array {
	return array(
		'order' => $order->get_id(),
		'lines' => array_keys( $order->get_items() ),
	);
}

/**
 * @return array<mixed>
 */
function rest( string $method, string $path, array $body ): array {
	$request = new \WP_REST_Request( $method, $path );
	$request->set_header( 'Content-Type', 'application/json' );
	$request->set_header( 'Idempotency-Key', wp_generate_uuid4() );
	$request->set_body( (string) wp_json_encode( $body ) );
	$answer = rest_do_request( $request );
	return array(
		'http' => $answer->get_status(),
		'body' => rest_get_server()->response_to_data( $answer, false ),
	);
}

return array(
	'products' => static function (): array {
		$simple = static function ( string $name, array $props ): \WC_Product {
			$product = new \WC_Product_Simple();
			$product->set_props( array( 'name' => $name, 'regular_price' => '10', 'virtual' => true ) + $props );
			$product->save();
			return $product;
		};
		$sizes  = static function ( string $name, array $props ): array {
			$attribute = new \WC_Product_Attribute();
			$attribute->set_name( 'Size' );
			$attribute->set_options( array( 'S', 'L' ) );
			$attribute->set_variation( true );
			$parent = new \WC_Product_Variable();
			$parent->set_props( array( 'name' => $name ) + $props );
			$parent->set_attributes( array( $attribute ) );
			return array( $parent->save(), 'S', 'L' );
		};
		$size   = static function ( int $of, string $size, array $props ): int {
			$variation = new \WC_Product_Variation();
			$variation->set_parent_id( $of );
			$variation->set_attributes( array( 'size' => $size ) );
			$variation->set_props( array( 'regular_price' => '10', 'virtual' => true ) + $props );
			return $variation->save();
		};
		$cup    = $simple( 'Cup', array( 'manage_stock' => true, 'stock_quantity' => 12 ) )->get_id();
		$candle = $simple( 'Candle', array( 'manage_stock' => true, 'stock_quantity' => 4, 'backorders' => 'yes' ) )->get_id();
		$shirt  = $sizes( 'Shirt', array() )[0];
		$small  = $size( $shirt, 'S', array( 'manage_stock' => true, 'stock_quantity' => 9 ) );
		$size( $shirt, 'L', array( 'manage_stock' => true, 'stock_quantity' => 9 ) );
		$scarf  = $sizes( 'Scarf', array( 'manage_stock' => true, 'stock_quantity' => 15 ) )[0];
		$scarfs = array( $size( $scarf, 'S', array() ), $size( $scarf, 'L', array() ) );
		$set    = $simple( 'Set', array() )->get_id();
		wp_cache_flush();
		$items = Plugin::instance()->items()->by_product_ids( array( $cup, $candle, $small, $scarf, $set ) );
		$parts = array( array( 'item_id' => $items[ $cup ]->id, 'quantity' => 2 ), array( 'item_id' => $items[ $small ]->id, 'quantity' => 1 ) );
		$made  = rest( 'PUT', "/woo-inventory-guard/v1/items/{$items[ $set ]->id}/components", array( 'components' => $parts ) );
		if ( 200 !== $made['http'] ) {
			throw new \RuntimeException( (string) wp_json_encode( $made ) );
		}
		$said = static fn( int $product, array $sold_as, int $units, string $kind, bool $backorders = false, array $parts = array() ): array => array(
			'id'         => $items[ $product ]->id,
			'product'    => $product,
			'sold_as'    => $sold_as,
			'kind'       => $kind,
			'on_hand'    => $units,
			'backorders' => $backorders,
			'parts'      => $parts,
		);
		return array(
			$said( $cup, array( $cup ), 12, 'simple' ),
			$said( $candle, array( $candle ), 4, 'simple', true ),
			$said( $small, array( $small ), 9, 'variation' ),
			$said( $scarf, $scarfs, 15, 'variable' ),
			$said( $set, array( $set ), 0, 'bundle', false, array( array( $items[ $cup ]->id, 2 ), array( $items[ $small ]->id, 1 ) ) ),
		);
	},
	'place'    => static function ( array $in ): array {
		// What the classic checkout does from the click to the payment; with "by_code", what a program does.
		do_action( 'woocommerce_checkout_process' );
		$order = wc_create_order();
		foreach ( $in['lines'] as list( $product, $units ) ) {
			$order->add_product( wc_get_product( $product ), $units );
		}
		$order->set_created_via( $in['by_code'] ? 'program' : 'checkout' );
		$order->set_payment_method( 'card' );
		$order->calculate_totals();
		$order->save();
		$made = order_made( $order );
		if ( $in['by_code'] ) {
			return $made + array( 'refused' => false );
		}
		try {
			do_action( 'woocommerce_checkout_order_created', $order );
		} catch ( \Exception $refused ) {
			do_action( 'woocommerce_checkout_order_exception', $order );
			wp_cache_flush();
			return $made + array(
				'refused' => true,
				'why'     => $refused->getMessage(),
				'left'    => false !== wc_get_order( $order->get_id() ),
			);
		}
		return $made + array( 'refused' => false );
	},
	'rest'     => static function ( array $in ): array {
		$lines = array();
		foreach ( $in['lines'] as list( $product, $units ) ) {
			$lines[] = array( 'product_id' => $product, 'quantity' => $units );
		}
		$said = rest( 'POST', '/wc/v3/orders', array( 'line_items' => $lines, 'payment_method' => 'card' ) + $in['more'] );
		return array(
			'http'  => $said['http'],
			'order' => $said['body']['id'] ?? 0,
			'lines' => array_column( $said['body']['line_items'] ?? array(), 'id' ),
			'why'   => $said['body']['message'] ?? '',
		);
	},
	'pay'      => static function ( array $in ): array {
		wc_get_order( $in['order'] )->payment_complete();
		return array();
	},
	'status'   => static function ( array $in ): array {
		wc_get_order( $in['order'] )->update_status( $in['to'] );
		return array();
	},
	'refund'   => static function ( array $in ): array {
		$refund = wc_create_refund(
			array(
				'order_id'      => $in['order'],
				'amount'        => '0.01',
				'line_items'    => array( $in['line'] => array( 'qty' => $in['units'], 'refund_total' => '0' ) ),
				'restock_items' => $in['restock'],
			)
		);
		return is_wp_error( $refund ) ? array( 'error' => $refund->get_error_message() ) : array();
	},
	'edit'     => static fn( array $in ): array => rest( 'PUT', "/wc/v3/orders/{$in['order']}", array( 'line_items' => array( array( 'id' => $in['line'], 'quantity' => $in['units'] ) ) ) ),
	'trash'    => static function ( array $in ): array {
		wc_get_order( $in['order'] )->delete( false );
		return array();
	},
	'stale'    => static function ( array $in, callable $elsewhere ): array {
		// Loaded, then something happens in other requests, then saved.
		$product = wc_get_product( $in['product'] );
		null === $in['units'] ? $product->set_regular_price( $in['price'] ) : $product->set_stock_quantity( $product->get_stock_quantity() + $in['units'] );
		$answer = $elsewhere( $in['meanwhile'] );
		$product->save();
		return $answer;
	},
	'write'    => static fn( array $in ): array => array( 'stock' => wc_update_product_stock( wc_get_product( $in['product'] ), $in['units'], $in['how'] ) ),
	'meta'     => static function ( array $in ): array {
		// Who has read the number means the difference; who has not means the number.
		$had = $in['reads'] ? (int) get_post_meta( $in['product'], '_stock', true ) : 0;
		update_post_meta( $in['product'], '_stock', (string) ( $had + $in['units'] ) );
		return array();
	},
	'csv'      => static function ( array $in ): array {
		$acts = require dirname( __DIR__ ) . '/acts/writers.php';
		return $acts['csv']( array( 'id' => $in['product'], 'name' => 'Cup', 'stock' => $in['units'] ) );
	},
	'adjust'   => static fn( array $in ): array => rest( 'POST', '/woo-inventory-guard/v1/adjustments', $in ),
	'quick'    => static function ( array $in ): array {
		// The row of the product list, as admin-ajax.php gets it.
		require_once WC_ABSPATH . 'includes/admin/class-wc-admin-post-types.php';
		add_filter( 'wp_die_handler', static fn (): callable => static fn ( $text ) => throw new \RuntimeException( (string) $text ) );
		add_filter( 'wp_die_ajax_handler', static fn (): callable => static fn ( $text ) => throw new \RuntimeException( (string) $text ) );
		$_POST    = array(
			'post_ID'                      => (string) $in['product'],
			'_stock'                       => (string) $in['units'],
			'_manage_stock'                => 'yes',
			'_regular_price'               => '10',
			'_backorders'                  => $in['backorders'],
			'wig_stock_seen'               => (string) $in['seen'],
			'woocommerce_quick_edit'       => '1',
			'woocommerce_quick_edit_nonce' => wp_create_nonce( 'woocommerce_quick_edit_nonce' ),
			'_inline_edit'                 => wp_create_nonce( 'inlineeditnonce' ),
		);
		$_REQUEST = $_POST;
		try {
			do_action( 'wp_ajax_inline-save' ); // phpcs:ignore WordPress.NamingConventions.ValidHookName -- WordPress's own name.
		} catch ( \RuntimeException $conflict ) {
			return array( 'conflict' => $conflict->getMessage() );
		}
		( new \WC_Admin_Post_Types() )->bulk_and_quick_edit_save_post( $in['product'], get_post( $in['product'] ) );
		return array();
	},
	'time'     => static function ( array $in ): array {
		global $wpdb;
		return array( 'holds' => $wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->prefix}wig_reservations SET expires_at = '2020-01-01' WHERE reference_type = 'order' AND reference_id = %s AND active = 1", $in['order'] ) ) );
	},
	'job'      => static function (): array {
		wp_set_current_user( 0 );
		do_action( 'woo_inventory_guard_sweep' );
		return array();
	},
	'ready'    => static function (): array {
		// What was left by others.
		global $wpdb;
		$wpdb->query( "UPDATE {$wpdb->prefix}wig_shortfalls SET active = NULL, outcome = 'refund'" );
		do_action( 'woo_inventory_guard_sweep' );
		$wpdb->query( "DELETE FROM {$wpdb->prefix}wig_expired_holds" );
		// What every request needs is loaded once.
		$said  = rest( 'POST', '/wc/v3/orders', array() );
		$order = wc_get_order( $said['body']['id'] );
		$order->update_status( 'cancelled' );
		$order->delete( true );
		return get_declared_classes();
	},
	'check'    => static fn(): array => rest( 'GET', '/woo-inventory-guard/v1/integrity', array() ),
);
