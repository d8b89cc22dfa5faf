<?php
/**
 * One line reserved by the guard and by WooCommerce's own ReserveStock, in turn, on the same product and database.
 * Prints the rates as JSON.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

use Automattic\WooCommerce\Checkout\Helpers\ReserveStock;
use WooInventoryGuard\Plugin;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

$_SERVER['HTTP_HOST'] ??= '127.0.0.1';
require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';

// A product of which some orders are open already: WooCommerce adds up its holds each time, the guard does not. With the
// first twenty for a warm-up and 300 rounds the ratio is a tenth lower.
const WARM   = 100;
const ROUNDS = 500;

$product = new WC_Product_Simple();
$product->set_props(
	array(
		'name'           => 'Gaiwan',
		'regular_price'  => '10',
		'manage_stock'   => true,
		'stock_quantity' => 100000,
	)
);
$product->save();
$item         = Plugin::instance()->items()->by_product_ids( array( $product->get_id() ) )[ $product->get_id() ];
$reservations = Plugin::instance()->reservations();

// Both get an order that is there and loaded: what is measured is the holding of its one line.
$orders = array();
for ( $n = 0; $n < WARM + ROUNDS; $n++ ) {
	$order = wc_create_order();
	$order->add_product( $product, 1 );
	$order->save();
	$order->get_items();
	$orders[] = $order;
}
// WooCommerce as it is without the guard.
remove_all_filters( 'woocommerce_order_hold_stock_minutes' );
remove_all_filters( 'woocommerce_query_for_reserved_stock' );
$core  = new ReserveStock();
$times = array(
	'guard'       => array(),
	'woocommerce' => array(),
);
foreach ( $orders as $n => $order ) {
	$one = array(
		'guard'       => static fn () => $reservations->reserve( 'bench:' . $order->get_id(), new Reference( 'order', (string) $order->get_id() ), array( new AskedLine( $item->id, 1, Quantity::of( 1 ) ) ), 3600, 0 ),
		'woocommerce' => static fn () => $core->reserve_stock_for_order( $order, 60 ),
	);
	// Who goes first changes with every round, so a busy moment of the machine hits both.
	foreach ( 0 === $n % 2 ? $one : array_reverse( $one ) as $who => $reserve ) {
		$began = hrtime( true );
		$reserve();
		if ( $n >= WARM ) {
			$times[ $who ][] = ( hrtime( true ) - $began ) / 1e6;
		}
	}
}
$median = static function ( array $values ): float {
	sort( $values );
	return $values[ intdiv( count( $values ), 2 ) ];
};
global $wpdb;
echo json_encode(
	array(
		'ratio'          => round( $median( $times['woocommerce'] ) / $median( $times['guard'] ), 2 ),
		'guard_ms'       => round( $median( $times['guard'] ), 3 ),
		'woocommerce_ms' => round( $median( $times['woocommerce'] ), 3 ),
		'rounds'         => ROUNDS,
		'held_by_core'   => (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}wc_reserved_stock" ),
	),
	JSON_THROW_ON_ERROR
);
