<?php
/**
 * A shop window of sixteen products and two that sell without end; WooCommerce holds stock as it does by default. Prints
 * their numbers as JSON.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

$_SERVER['HTTP_HOST'] ??= '127.0.0.1';
require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';

update_option( 'woocommerce_hold_stock_minutes', '60' );
$ids = array();
for ( $n = 0; $n < 18; $n++ ) {
	$product = new WC_Product_Simple();
	$product->set_props(
		array(
			'name'           => 'Cup ' . $n,
			'regular_price'  => '10',
			'virtual'        => true,
			'manage_stock'   => true,
			'stock_quantity' => $n < 16 ? $n : 100000,
		)
	);
	$ids[] = $product->save();
}
// A shop that is taken over, as all are but for their first minutes: until then each order looks at its products again.
$import = WooInventoryGuard\Plugin::instance()->import();
while ( ! $import->work() ) {
	continue;
}
echo json_encode( $ids, JSON_THROW_ON_ERROR );
