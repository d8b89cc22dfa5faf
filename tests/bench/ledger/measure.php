<?php
/**
 * What the ledger adds to an empty REST route, in milliseconds, for every filter: `php measure.php`. Prints JSON.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';
require dirname( __DIR__ ) . '/timing.php';

const WIG_ROOT = '/woo-inventory-guard/v1';
const WIG_HOT  = 100_001;

/**
 * The slowest of these: twice, since of many medians the largest is the one that was disturbed most.
 *
 * @param list<array{string, array<string, int|string>}> $cases
 * @return array{ms: float, query: array<string, int|string>, median: float}
 */
function wig_bench_worst( array $cases ): array {
	$found = array_map( static fn( array $one ): float => wig_bench_added( $one[0], $one[1], 5 ), $cases );
	foreach ( array( 1, 2, 3 ) as $_ ) {
		arsort( $found );
		$n           = (int) array_key_first( $found );
		$found[ $n ] = wig_bench_added( $cases[ $n ][0], $cases[ $n ][1], 11 );
	}
	arsort( $found );
	$n = (int) array_key_first( $found );
	if ( false !== getenv( 'WIG_BENCH_ALL' ) ) {
		foreach ( $found as $number => $ms ) {
			fprintf( STDERR, "%7.2f %s %s\n", $ms, $cases[ $number ][0], wp_json_encode( $cases[ $number ][1] ) );
		}
	}
	return array(
		'ms'     => round( $found[ $n ], 2 ),
		'query'  => $cases[ $n ][1] + array( 'route' => $cases[ $n ][0] ),
		'median' => round( wig_bench_median( array_values( $found ) ), 2 ),
	);
}

$wig_filters = array(
	'item'     => array( 'item_id' => 4711 ),
	'hot item' => array( 'item_id' => WIG_HOT ),
	'often'    => array( 'reason' => 'sold' ),
	'rare'     => array( 'reason' => 'stolen' ),
	'shop'     => array( 'actor' => 0 ),
	'person'   => array( 'actor' => 3 ),
	'once'     => array( 'actor' => 99 ),
	'order'    => array( 'reference_id' => '1234567' ),
	'import'   => array(
		'reference_type' => 'import',
		'reference_id'   => '900',
	),
	'kind'     => array( 'reference_type' => 'import' ),
	'place'    => array( 'location_id' => 1 ),
	'no place' => array( 'location_id' => 7 ),
	'long ago' => array( 'before' => '2025-03-01T00:00:00Z' ),
	'span'     => array(
		'after'  => '2025-06-01T00:00:00Z',
		'before' => '2025-07-01T00:00:00Z',
	),
);
$wig_cases   = array( array( WIG_ROOT . '/movements', array() ) );
foreach ( $wig_filters as $wig_filter ) {
	$wig_cases[] = array( WIG_ROOT . '/movements', $wig_filter );
	foreach ( $wig_filters as $wig_other ) {
		if ( array() === array_intersect_key( $wig_filter, $wig_other ) && wp_json_encode( $wig_filter ) < wp_json_encode( $wig_other ) ) {
			$wig_cases[] = array( WIG_ROOT . '/movements', $wig_filter + $wig_other );
		}
	}
}
$wig_cases[] = array( WIG_ROOT . '/movements/choices', array() );

$wig_why = array();
foreach ( array( 4711, WIG_HOT ) as $wig_item ) {
	foreach ( array( '2025-01-02T00:00:00Z', '2025-06-15T12:00:00Z', '2026-01-01T00:00:00Z' ) as $wig_at ) {
		$wig_why[] = array( WIG_ROOT . "/items/$wig_item/balance", array( 'at' => $wig_at ) );
	}
}

// Once for everything that is only done once in a process.
wig_bench_added( WIG_ROOT . '/movements', array(), 3 );

$wig_ledger = wig_bench_worst( $wig_cases );
$wig_answer = wig_bench_worst( $wig_why );

$wig_documents = round( wig_bench_added( WIG_ROOT . '/documents', array(), 5 ), 2 );

// The first time the index comes from the disk: as a figure of its own.
$wig_days = array();
foreach ( array( '2025-07-01', '2025-02-01', '2025-07-01', '2025-12-01' ) as $wig_day ) {
	$wig_next = '0';
	$wig_ms   = 0.0;
	do {
		list( $wig_took, $wig_answered ) = wig_bench_ask(
			WIG_ROOT . '/reports/stock-on-date',
			array(
				'day'       => $wig_day,
				'from_item' => $wig_next,
				'per_page'  => 5000,
			)
		);

		$wig_ms  += $wig_took;
		$wig_next = (string) ( $wig_answered->get_headers()['X-WIG-Next'] ?? '' );
	} while ( '' !== $wig_next );
	$wig_days[] = $wig_ms / 1000;
}

// What went without being sold, in the whole year of the ledger: the first time from the disk.
$wig_shrinkage = array();
foreach ( array( 'first', 'again', 'again' ) as $_ ) {
	list( $wig_took ) = wig_bench_ask(
		WIG_ROOT . '/reports/shrinkage',
		array(
			'from' => '2025-01-01',
			'to'   => '2025-12-31',
		)
	);
	$wig_shrinkage[]  = $wig_took / 1000;
}
echo wp_json_encode(
	array(
		'ledger'          => array(
			'ms'    => $wig_ledger['ms'],
			'query' => $wig_ledger['query'],
		),
		'median'          => $wig_ledger['median'],
		'why'             => $wig_answer,
		'documents_ms'    => $wig_documents,
		'first_s'         => round( $wig_days[0], 2 ),
		'stock_on_date_s' => round( max( array_slice( $wig_days, 1 ) ), 2 ),
		'shrinkage_s'     => round( min( array_slice( $wig_shrinkage, 1 ) ), 2 ),
		'shrinkage_first' => round( $wig_shrinkage[0], 2 ),
		'cases'           => count( $wig_cases ),
	)
);
