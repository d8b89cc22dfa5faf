<?php
/**
 * What a page of 50 items adds to an empty REST route, in milliseconds, for every sort with every filter, and for
 * searches: `php measure.php`. Prints JSON: { worst, case, sorts, searches, ... }.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';
require dirname( __DIR__ ) . '/timing.php';

const WIG_LIST = '/woo-inventory-guard/v1/items';

/**
 * The cursor of the page that ends at about this place.
 *
 * @param array<string, int|string> $query
 */
function wig_bench_cursor( array $query, int $page ): string {
	$request = new WP_REST_Request( 'GET', WIG_LIST );
	$request->set_query_params( $query + array( 'page' => $page ) );
	return (string) rest_do_request( $request )->get_headers()['X-WIG-Next'];
}

$wig_sorts    = array( 'name', 'sku', 'on_hand', 'reserved', 'available', 'status', 'updated' );
$wig_statuses = array( 'out', 'low', 'backorder', 'ok', 'untracked' );
$wig_kinds    = array( 'simple', 'variation', 'variable', 'part', 'bundle' );
$wig_filters  = array( array() );
foreach ( $wig_statuses as $wig_status ) {
	$wig_filters[] = array( 'status' => $wig_status );
}
foreach ( $wig_kinds as $wig_kind ) {
	$wig_filters[] = array( 'kind' => $wig_kind );
}
foreach ( $wig_kinds as $wig_n => $wig_kind ) {
	$wig_filters[] = array(
		'kind'   => $wig_kind,
		'status' => $wig_statuses[ $wig_n ],
	);
}

$wig_cases = array();
foreach ( $wig_filters as $wig_filter ) {
	foreach ( $wig_sorts as $wig_sort ) {
		foreach ( array( 'asc', 'desc' ) as $wig_order ) {
			$wig_cases[] = array(
				'list',
				$wig_filter + array(
					'orderby'  => $wig_sort,
					'order'    => $wig_order,
					'per_page' => 50,
				),
			);
		}
	}
}
foreach ( $wig_sorts as $wig_sort ) {
	$wig_page    = array(
		'orderby'  => $wig_sort,
		'per_page' => 50,
	);
	$wig_cases[] = array( 'deep', $wig_page + array( 'after' => wig_bench_cursor( $wig_page, 100 ) ) );
}
foreach ( array(
	'rare'               => 'TS-00063352',
	'one word'           => 'shirt',
	'beginning'          => 'b',
	'two common words'   => 'blue shirt',
	'four words'         => 'blue cotton shirt xl',
	'common, never both' => 'shirt mug',
	'Chinese'            => '红茶杯',
	'one character'      => '茶',
	'number'             => '500 ml',
	'no hit'             => 'zeppelin',
	'half a hit'         => 'blue zeppelin',
) as $wig_words ) {
	foreach ( array(
		array( 'orderby' => 'name' ),
		array(
			'orderby' => 'available',
			'order'   => 'desc',
		),
		array(
			'orderby' => 'updated',
			'status'  => 'low',
		),
		array(
			'orderby' => 'sku',
			'kind'    => 'part',
		),
	) as $wig_view ) {
		$wig_cases[] = array(
			'search',
			$wig_view + array(
				'search'   => $wig_words,
				'per_page' => 50,
			),
		);
	}
}
$wig_cases[] = array( 'exact', array( 'sku' => 'MUG-00007919' ) );
$wig_cases[] = array( 'exact', array( 'barcode' => '4000000104729' ) );
$wig_cases[] = array( 'exact', array( 'product_id' => 1001 ) );

// Once for everything that is only done once in a process or a minute.
wig_bench_added( WIG_LIST, array( 'per_page' => 50 ), 3 );

$wig_found = array();
foreach ( $wig_cases as $wig_n => $wig_case ) {
	$wig_found[ $wig_n ] = wig_bench_added( WIG_LIST, $wig_case[1], 5 );
}
// The slowest ones again: of some 300 medians the largest is the one that was disturbed most.
for ( $wig_again = 0; $wig_again < 20; $wig_again++ ) {
	arsort( $wig_found );
	$wig_n               = (int) array_key_first( $wig_found );
	$wig_before          = $wig_found[ $wig_n ];
	$wig_found[ $wig_n ] = wig_bench_added( WIG_LIST, $wig_cases[ $wig_n ][1], 15 );
	if ( $wig_found[ $wig_n ] >= $wig_before * 0.9 ) {
		break;
	}
}
arsort( $wig_found );
$wig_worst = array();
foreach ( $wig_found as $wig_n => $wig_ms ) {
	list( $wig_group, $wig_query ) = $wig_cases[ $wig_n ];
	$wig_worst[ $wig_group ]     ??= array(
		'ms'    => round( $wig_ms, 2 ),
		'query' => $wig_query,
	);
	$wig_of_group[ $wig_group ][] = $wig_ms;
}
echo wp_json_encode(
	array(
		'worst'  => round( max( $wig_found ), 2 ),
		'by'     => $wig_worst,
		'median' => array_map( static fn( array $times ): float => round( wig_bench_median( $times ), 2 ), $wig_of_group ),
		'cases'  => count( $wig_found ),
	)
);
if ( false !== getenv( 'WIG_BENCH_ALL' ) ) {
	foreach ( $wig_found as $wig_n => $wig_ms ) {
		fprintf( STDERR, "%7.2f %s %s\n", $wig_ms, $wig_cases[ $wig_n ][0], wp_json_encode( $wig_cases[ $wig_n ][1], JSON_UNESCAPED_UNICODE ) );
	}
}
