<?php
/**
 * How long it takes to change the threshold of 100,000 items that a filter matches, and to undo it: `php bulk.php [items]`.
 * Where WooCommerce is active each item follows a product, whose meta follows back. Prints JSON.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

use WooInventoryGuard\Bulk\Matches;
use WooInventoryGuard\Bulk\Values;
use WooInventoryGuard\Bulk\Wish;
use WooInventoryGuard\Plugin;
use WooInventoryGuard\Stock\Quantity;

require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';
require_once dirname( __DIR__ ) . '/fill.php';

global $wpdb;

$wig_items = (int) ( $argv[1] ?? 100_000 );
$wig_shop  = class_exists( 'WooCommerce', false );
$wig_first = 5_000_001;

// Numbers from a sequence of four digits and a few tens of thousands.
$wig_digit   = '(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)';
$wig_numbers = "(SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 100000 * g.d AS n FROM $wig_digit a, $wig_digit b, $wig_digit c, $wig_digit e, $wig_digit f, $wig_digit g) numbers";
$wig_product = $wig_shop ? "n + $wig_first" : 'NULL';
wig_bench_sql(
	"INSERT INTO {$wpdb->prefix}wig_items (id, product_id, kind, sku, name, low_stock_threshold, low_at, on_hand, available, status, created_at, updated_at)
	SELECT n + $wig_first, $wig_product, 'simple', CONCAT( 'BULK-', n ), CONCAT( 'Bulk ', n ), IF( n % 3 = 0, NULL, n % 3 ), 2, n % 50, n % 50, IF( n % 50 = 0, 0, IF( n % 50 <= 2, 1, 3 ) ), UTC_TIMESTAMP(), UTC_TIMESTAMP() FROM $wig_numbers WHERE n < $wig_items"
);
if ( $wig_shop ) {
	wig_bench_sql( "INSERT INTO {$wpdb->posts} (ID, post_title, post_type, post_status, post_content, post_excerpt, to_ping, pinged, post_content_filtered) SELECT n + $wig_first, CONCAT( 'Bulk ', n ), 'product', 'publish', '', '', '', '', '' FROM $wig_numbers WHERE n < $wig_items" );
	foreach ( array(
		'_manage_stock'     => "'yes'",
		'_stock'            => 'n % 50',
		'_stock_status'     => "IF( n % 50 = 0, 'outofstock', 'instock' )",
		'_backorders'       => "'no'",
		'_low_stock_amount' => "IF( n % 3 = 0, '', n % 3 )",
	) as $wig_key => $wig_value ) {
		wig_bench_sql( "INSERT INTO {$wpdb->postmeta} (post_id, meta_key, meta_value) SELECT n + $wig_first, '$wig_key', $wig_value FROM $wig_numbers WHERE n < $wig_items" );
	}
}
foreach ( array( "{$wpdb->prefix}wig_items", $wpdb->postmeta ) as $wig_table ) {
	wig_bench_sql( "ANALYZE TABLE $wig_table" );
}

$wig_plugin  = Plugin::instance();
$wig_changes = $wig_plugin->bulk_changes();
$wig_start   = microtime( true );
$wig_change  = $wig_changes->make( new Matches(), Wish::of_fields( Values::of( array( 'low_stock_threshold' => Quantity::of( 5 ) ) ) ), 1, wp_generate_uuid4() )['change'];
$wig_looked  = microtime( true );
$wig_changes->start( $wig_change->id );
while ( ! $wig_plugin->bulk_runner()->work( $wig_change->id, 2.0 ) ) {
	wp_cache_flush_runtime();
}
$wig_changed = microtime( true );
$wig_now     = $wig_changes->find( $wig_change->id );
$wig_changes->undo( $wig_change->id );
while ( ! $wig_plugin->bulk_runner()->work( $wig_change->id, 2.0 ) ) {
	wp_cache_flush_runtime();
}
$wig_undone = microtime( true );
$wig_end    = $wig_changes->find( $wig_change->id );

echo wp_json_encode(
	array(
		'woocommerce' => $wig_shop,
		'look'        => round( $wig_looked - $wig_start, 2 ),
		'change'      => round( $wig_changed - $wig_looked, 2 ),
		'undo'        => round( $wig_undone - $wig_changed, 2 ),
		'changed'     => $wig_now?->changed,
		'put_back'    => $wig_end?->put_back,
		'memory_mb'   => round( memory_get_peak_usage( true ) / 1048576, 1 ),
	)
);
