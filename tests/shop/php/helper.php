<?php
/**
 * What the tests need inside the shop. Somebody who is a moment faster: with the header `X-Rival: <product>:<units>` the
 * units are gone after the cart was looked at and before the order reserves.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

// WooCommerce has its back-in-stock notifications for shoppers, and keeps them behind this constant.
define( 'WOOCOMMERCE_BIS_ALPHA_ENABLED', true );

add_action(
	'woocommerce_store_api_checkout_update_order_from_request',
	static function (): void {
		$rival = explode( ':', $_SERVER['HTTP_X_RIVAL'] ?? '' );
		if ( 2 !== count( $rival ) ) {
			return;
		}
		$plugin = WooInventoryGuard\Plugin::instance();
		$item   = $plugin->items()->by_product_ids( array( (int) $rival[0] ) )[ (int) $rival[0] ];
		$units  = WooInventoryGuard\Stock\Quantity::of( $rival[1] )->negated();
		$cause  = new WooInventoryGuard\Stock\Cause( 'damaged', WooInventoryGuard\Stock\Reference::none() );
		$plugin->ledger()->adjust( WooInventoryGuard\Stock\Adjustment::delta( $item->id, 1, $units, $cause ), uniqid( 'rival-', true ) );
	}
);

// Jobs run when a test runs them: a page of wp-admin that begins the queue in the background would do a sweep or send a digest
// between two steps of a test.
add_filter( 'action_scheduler_allow_async_request_runner', '__return_false' );

// What the guard tells other plugins, whichever request it is told in.
foreach ( array( 'paid_short', 'paid_late', 'hold_expired' ) as $wig_told ) {
	add_action(
		'woo_inventory_guard_' . $wig_told,
		static function ( int $order_id, mixed $more ) use ( $wig_told ): void {
			// A row each: two processes that add to one option would lose what the other wrote.
			add_option( 'wig_life_told_' . hrtime( true ) . '_' . getmypid(), array( $wig_told, $order_id, $more ), '', false );
		},
		10,
		2
	);
}

// Pages of wp-admin look for updates, and there is no wordpress.org here.
add_action(
	'admin_init',
	static function (): void {
		foreach ( array( '_maybe_update_core', '_maybe_update_plugins', '_maybe_update_themes' ) as $look ) {
			remove_action( 'admin_init', $look );
		}
	},
	0
);

// Shoppers who wait for each other: between the last look at the stock and the payment nobody goes on before so many have looked
// (`wig_test_gate`: a folder and their number), so that the race does not depend on how fast this machine is.
foreach ( array( 'woocommerce_store_api_checkout_order_processed', 'woocommerce_checkout_order_processed' ) as $wig_moment ) {
	add_action(
		$wig_moment,
		static function (): void {
			$gate = (array) json_decode( (string) get_option( 'wig_test_gate', '' ), true );
			if ( ! isset( $gate['folder'], $gate['number'] ) || ! is_dir( $gate['folder'] ) ) {
				return;
			}
			touch( $gate['folder'] . '/' . wp_generate_uuid4() );
			for ( $tenths = 0; $tenths < 50 && count( (array) glob( $gate['folder'] . '/*' ) ) < $gate['number']; $tenths++ ) {
				usleep( 100000 );
			}
		}
	);
}

// The owner's acts over HTTP: a warm server is many times faster than a process for each.
add_action(
	'rest_api_init',
	static function (): void {
		register_rest_route(
			'wig-test/v1',
			'/act',
			array(
				'methods'             => 'POST',
				'permission_callback' => static fn (): bool => current_user_can( 'manage_options' ),
				'callback'            => static function ( WP_REST_Request $request ): array {
					require_once ABSPATH . 'wp-admin/includes/plugin.php';
					$acts = require __DIR__ . '/acts.php';
					return array( 'answer' => $acts[ $request['name'] ]( $request['input'] ) );
				},
			)
		);
	}
);

// What WooCommerce's mails for low and no stock are told.
foreach ( array( 'woocommerce_low_stock', 'woocommerce_no_stock' ) as $signal ) {
	add_action(
		$signal,
		static function ( $product ) use ( $signal ): void {
			update_option( 'signal_' . $product->get_id(), get_option( 'signal_' . $product->get_id(), '' ) . $signal . ' ' . $product->get_stock_quantity() . '; ' );
		}
	);
}

/**
 * A sale by another process: the rows change, what this process has in its memory does not.
 */
function wig_sell_elsewhere( int $product_id, string $units ): void {
	global $wpdb;
	$meta = wp_cache_get( $product_id, 'post_meta' );
	if ( class_exists( 'WooInventoryGuard\\Plugin', false ) ) {
		$plugin = WooInventoryGuard\Plugin::instance();
		$item   = $plugin->items()->by_product_ids( array( $product_id ) )[ $product_id ];
		$cause  = new WooInventoryGuard\Stock\Cause( 'sold', WooInventoryGuard\Stock\Reference::none() );
		$plugin->ledger()->adjust( WooInventoryGuard\Stock\Adjustment::delta( $item->id, 1, WooInventoryGuard\Stock\Quantity::of( $units )->negated(), $cause ), uniqid( 'elsewhere-', true ) );
	} else {
		$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->postmeta} SET meta_value = meta_value - %f WHERE post_id = %d AND meta_key = '_stock'", $units, $product_id ) );
	}
	if ( false !== $meta ) {
		wp_cache_set( $product_id, $meta, 'post_meta' );
	}
}

// With the header `X-Sale-Between: <product>:<units>` the sale comes between WooCommerce's read of a number and its write.
foreach ( array( 'woocommerce_product_before_set_stock', 'woocommerce_variation_before_set_stock' ) as $wig_moment ) {
	add_action(
		$wig_moment,
		static function ( $product ): void {
			static $sold = false;
			$sale        = explode( ':', $_SERVER['HTTP_X_SALE_BETWEEN'] ?? '' );
			if ( 2 === count( $sale ) && $product->get_id() === (int) $sale[0] && ! $sold ) {
				$sold = true;
				wig_sell_elsewhere( (int) $sale[0], $sale[1] );
			}
		},
		1
	);
}

// Pages of wp-admin would ask wordpress.org for updates, which is out of reach here.
add_action(
	'admin_init',
	static function (): void {
		foreach ( array( '_maybe_update_core', '_maybe_update_plugins', '_maybe_update_themes' ) as $wig_check ) {
			remove_action( 'admin_init', $wig_check );
		}
	},
	0
);

// With the header `X-Count` an answer ends with the number of questions that the database was asked for it.
if ( isset( $_SERVER['HTTP_X_COUNT'] ) ) {
	add_action(
		'shutdown',
		static function (): void {
			global $wpdb;
			echo "\n<!-- {$wpdb->num_queries} questions -->";
		},
		-1
	);
}
