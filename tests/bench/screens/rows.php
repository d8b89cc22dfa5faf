<?php
/**
 * What the server alone takes for a page of 25 rows, over an empty route: WooCommerce's list of what is low and its stock
 * report, and ours of the same. Prints JSON: milliseconds by name.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

$_SERVER['HTTP_HOST'] ??= '127.0.0.1';
require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';
require dirname( __DIR__ ) . '/timing.php';

const WIG_ROUNDS = 7;
const WIG_ASKED  = array(
	'empty'      => array( WIG_EMPTY, array() ),
	'low'        => array( '/woo-inventory-guard/v1/items', array( 'status' => 'low' ) ),
	'core_low'   => array( '/wc-analytics/products/low-in-stock', array( 'status' => 'publish' ) ),
	'stock'      => array( '/woo-inventory-guard/v1/items', array() ),
	'core_stock' => array( '/wc-analytics/reports/stock', array() ),
);

/**
 * @param array<string, int|string> $query
 */
function wig_bench_page( string $route, array $query ): float {
	list( $ms, $response ) = wig_bench_ask( $route, $query + array( 'per_page' => 25 ) );
	if ( array() !== $query && 25 !== count( (array) $response->get_data() ) ) {
		throw new RuntimeException( "$route: not 25 rows" );
	}
	return $ms;
}

$wig_times = array();
for ( $wig_round = 0; $wig_round < WIG_ROUNDS; $wig_round++ ) {
	foreach ( WIG_ASKED as $wig_name => list( $wig_route, $wig_query ) ) {
		$wig_times[ $wig_name ][] = wig_bench_page( $wig_route, $wig_query );
	}
}
echo wp_json_encode(
	array_map(
		wig_bench_median( ... ),
		$wig_times
	)
);
