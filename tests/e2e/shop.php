<?php
/**
 * Fills the shop of the browser tests: orders that are paid and short, a category. Says their numbers as JSON.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';

// No machine of a test sends mail.
add_filter( 'pre_wp_mail', '__return_true' );

$ids = array();
foreach ( array(
	'Gaiwan, white'   => 'GW-01',
	'Gaiwan, celadon' => 'GW-02',
	'Oolong, loose'   => 'OO-KG',
) as $name => $sku ) {
	$product = new WC_Product_Simple();
	$product->set_name( $name );
	$product->set_sku( $sku );
	$product->set_regular_price( '10' );
	$product->set_manage_stock( true );
	$product->set_stock_quantity( 0 );
	$product->save();
	$ids[ $sku ] = $product->get_id();
}
$paid = static function ( string $sku, int $quantity ) use ( $ids ): int {
	$order = wc_create_order();
	$order->add_product( wc_get_product( $ids[ $sku ] ), $quantity );
	$order->set_billing_email( 'mei@example.com' );
	$order->calculate_totals();
	$order->save();
	$order->payment_complete();
	return $order->get_id();
};

$orders = array( $paid( 'GW-02', 1 ), $paid( 'GW-01', 2 ), $paid( 'GW-01', 1 ) );
for ( $number = 0; $number < 20; $number++ ) {
	$orders[] = $paid( 'OO-KG', 1 );
}

// One that nobody has ordered.
$kettle = new WC_Product_Simple();
$kettle->set_name( 'Kettle' );
$kettle->set_sku( 'KET-1' );
$kettle->set_regular_price( '30' );
$kettle->set_manage_stock( true );
$kettle->set_stock_quantity( 12 );
$kettle->save();

// Three of four sizes and colours.
$hoodie = new WC_Product_Variable();
$hoodie->set_name( 'Hoodie' );
$hoodie->set_sku( 'HOOD' );
$hoodie->set_attributes(
	array_map(
		static function ( string $name, array $options ): WC_Product_Attribute {
			$attribute = new WC_Product_Attribute();
			$attribute->set_name( $name );
			$attribute->set_options( $options );
			$attribute->set_visible( true );
			$attribute->set_variation( true );
			return $attribute;
		},
		array( 'Size', 'Colour' ),
		array( array( 'S', 'M' ), array( 'Red', 'Blue' ) )
	)
);
$hoodie->save();
foreach ( array( array( 'S', 'Red', 30 ), array( 'S', 'Blue', 1 ), array( 'M', 'Red', 12 ) ) as list( $size, $colour, $units ) ) {
	$variation = new WC_Product_Variation();
	$variation->set_parent_id( $hoodie->get_id() );
	$variation->set_attributes(
		array(
			'size'   => $size,
			'colour' => $colour,
		)
	);
	$variation->set_regular_price( '40' );
	$variation->set_manage_stock( true );
	$variation->set_stock_quantity( $units );
	$variation->save();
}

$term = wp_insert_term( 'Tea & more', 'product_cat' );
echo wp_json_encode(
	array(
		'orders'   => $orders,
		'category' => $term['term_id'],
		'kettle'   => $kettle->get_id(),
	)
);
