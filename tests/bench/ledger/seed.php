<?php
/**
 * Fills the books with so many movements of 100,000 items, in one statement: `php seed.php <movements>`.
 *
 * Line n is the next one of item n mod 100,000, six seconds after the one before; the first of an item counts 100 units,
 * each tenth receives 9, the others sell or lose one, so that balances follow from the number alone. Indexes are built
 * afterwards, which is quicker.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';
require_once dirname( __DIR__ ) . '/fill.php';

const WIG_BENCH_ITEMS = 100_000;

global $wpdb;
$wig_all   = (int) $argv[1];
$wig_items = WIG_BENCH_ITEMS;
$wig_to    = $wpdb->prefix . 'wig_movements';
$wig_lines = intdiv( $wig_all, $wig_items );

$wig_row = $wpdb->get_row( "SHOW CREATE TABLE `$wig_to`", ARRAY_N );
preg_match_all( '/^  ((?:UNIQUE )?(KEY `\w+`) \(.+\)),?$/m', (string) $wig_row[1], $wig_keys, PREG_SET_ORDER );
wig_bench_sql( "ALTER TABLE `$wig_to` " . implode( ', ', array_map( static fn( array $key ): string => "DROP $key[2]", $wig_keys ) ) );

wig_bench_sql(
	"INSERT INTO `$wig_to` (id, item_id, location_id, seq, delta, balance_after, reason, reference_type, reference_id, actor_id, note, created_at)
	SELECT n, item, 1, k,
		CASE WHEN k = 1 THEN 100 WHEN k % 10 = 0 THEN 9 ELSE -1 END,
		100 + 9 * FLOOR( k / 10 ) - ( k - 1 - FLOOR( k / 10 ) ),
		CASE WHEN k = 1 THEN 'opening' WHEN k % 10 = 0 THEN 'received' WHEN n % 1000003 = 7 THEN 'stolen' WHEN n % 97 = 3 THEN 'damaged' ELSE 'sold' END,
		CASE WHEN k = 1 THEN '' WHEN k % 10 = 0 THEN 'import' ELSE 'order' END,
		CASE WHEN k = 1 THEN '' WHEN k % 10 = 0 THEN FLOOR( n / 5000 ) ELSE FLOOR( n / 3 ) END,
		CASE WHEN n % 11 = 0 THEN 2 + n % 5 WHEN n = 1234567 THEN 99 ELSE 0 END, '',
		TIMESTAMPADD( SECOND, n * 6, '2025-01-01 00:00:00' )
	FROM ( SELECT seq AS n, ( seq - 1 ) % $wig_items + 1 AS item, FLOOR( ( seq - 1 ) / $wig_items ) + 1 AS k FROM seq_1_to_$wig_all ) s"
);
wig_bench_sql( "ALTER TABLE `$wig_to` " . implode( ', ', array_map( static fn( array $key ): string => "ADD $key[1]", $wig_keys ) ) );
$wig_left = 100 + 9 * intdiv( $wig_lines, 10 ) - ( $wig_lines - 1 - intdiv( $wig_lines, 10 ) );
wig_bench_sql( "INSERT INTO `{$wpdb->prefix}wig_levels` (item_id, location_id, on_hand, seq) SELECT seq, 1, $wig_left, $wig_lines FROM seq_1_to_$wig_items" );
wig_bench_sql(
	"INSERT INTO `{$wpdb->prefix}wig_items` (id, kind, sku, name, category, on_hand, available, status, unit_cost, price, created_at, updated_at)
	SELECT seq, 'part', CONCAT( 'PART-', seq ), CONCAT( 'Part number ', seq ), CONCAT( 'Category ', seq % 20 ), $wig_left, $wig_left, 3, 2.5, 10, '2025-01-01', '2025-01-01' FROM seq_1_to_$wig_items"
);
// One that sells every few minutes: a tenth of a million lines of its own.
wig_bench_sql( "INSERT INTO `{$wpdb->prefix}wig_items` (id, kind, sku, name, on_hand, available, status, created_at, updated_at) VALUES (" . ( $wig_items + 1 ) . ", 'part', 'HOT', 'Hot item', 100000, 100000, 3, '2025-01-01', '2025-01-01')" );
wig_bench_sql( "INSERT INTO `{$wpdb->prefix}wig_levels` (item_id, location_id, on_hand, seq) VALUES (" . ( $wig_items + 1 ) . ', 1, 100000, 100000)' );
wig_bench_sql(
	"INSERT INTO `$wig_to` (item_id, location_id, seq, delta, balance_after, reason, actor_id, note, created_at)
	SELECT $wig_items + 1, 1, seq, 1, seq, 'received', 0, '', TIMESTAMPADD( SECOND, seq * 300, '2025-01-01 00:00:00' ) FROM seq_1_to_100000"
);
wig_bench_sql( "ANALYZE TABLE `$wig_to`, `{$wpdb->prefix}wig_levels`, `{$wpdb->prefix}wig_items`" );
