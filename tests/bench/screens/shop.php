<?php
/**
 * A shop of 100,000 real products and variations that has sold for eight weeks: `php shop.php`. Prints the number of a
 * product and the item number of one with variations, as JSON. With WIG_BENCH_CHECK in the environment it has the
 * plugin check all of it against its invariants.
 *
 * The rows are what WooCommerce writes, and what the first import makes of them, by sets: the import itself is measured
 * elsewhere (tests/bench/import). The past is a first count eight weeks ago and sales since.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

$_SERVER['HTTP_HOST'] ??= '127.0.0.1';
require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';
require_once dirname( __DIR__ ) . '/fill.php';
wp_set_current_user( 1 );

const WIG_SIMPLE  = 60_000;
const WIG_PARENTS = 4_000;
/** A parent and three sizes by three colours. */
const WIG_FAMILY = 10;

global $wpdb;
$wig_last   = (int) $wpdb->get_var( "SELECT MAX( ID ) FROM {$wpdb->posts}" );
$wig_simple = WIG_SIMPLE;
$wig_all    = WIG_SIMPLE + WIG_PARENTS * WIG_FAMILY;
$wig_family = WIG_FAMILY;
$wig_variable = (int) get_term_by( 'slug', 'variable', 'product_type' )->term_taxonomy_id;

// MariaDB has tables of numbers: seq_1_to_100000. Here n is the number, k its place in its family, 0 the parent.
$wig_numbers = "SELECT seq AS n, $wig_last + seq AS id, IF( seq <= $wig_simple, -1, ( seq - $wig_simple - 1 ) % $wig_family ) AS k, ( seq * 7919 ) % 100 AS h FROM seq_1_to_$wig_all";
$wig_name    = "CONCAT( ELT( 1 + n % 8, 'Blue', 'Red', 'Green', 'Black', 'White', 'Grey', 'Striped', 'Plain' ), ' ', ELT( 1 + n % 7, 'cotton', 'linen', 'oak', 'brass', 'glass', 'ceramic', 'paper' ), ' ', ELT( 1 + n % 11, 'shirt', 'mug', 'bag', 'cap', 'box', 'lamp', 'chair', 'towel', 'bowl', 'candle', 'vase' ), ' No ', n )";
$wig_stock   = 'CASE WHEN h < 8 THEN 0 WHEN h < 17 THEN 1 + n % 5 ELSE 6 + ( n * 31 ) % 495 END';
wig_bench_sql(
	"INSERT INTO {$wpdb->prefix}posts (ID, post_type, post_parent, post_status, post_title, post_content, post_excerpt, to_ping, pinged, post_content_filtered, post_name, post_date, post_date_gmt, post_modified, post_modified_gmt)
	SELECT id, IF( k > 0, 'product_variation', 'product' ), IF( k > 0, id - k, 0 ), 'publish', $wig_name, '', '', '', '', '', CONCAT( 'thing-', n ), '2026-01-01', '2026-01-01', '2026-01-01', '2026-01-01' FROM ( $wig_numbers ) AS numbers"
);
$wig_options = serialize(
	array_map(
		static fn( string $name, string $values ): array => array(
			'name'         => $name,
			'value'        => $values,
			'position'     => 0,
			'is_visible'   => 1,
			'is_variation' => 1,
			'is_taxonomy'  => 0,
		),
		array(
			'size'   => 'Size',
			'colour' => 'Colour',
		),
		array(
			'size'   => 'S | M | L',
			'colour' => 'Blue | Red | Green',
		)
	)
);
$wig_options = str_replace( array( 'i:0;a:', 'i:1;a:' ), array( 's:4:"size";a:', 's:6:"colour";a:' ), $wig_options );
foreach ( array(
	'_sku'                => array( "CONCAT( 'T-', n )", '1' ),
	'_manage_stock'       => array( "IF( k = 0, 'no', 'yes' )", '1' ),
	'_stock'              => array( $wig_stock, 'k <> 0' ),
	'_stock_status'       => array( "IF( h < 8, 'outofstock', 'instock' )", '1' ),
	'_backorders'         => array( "'no'", '1' ),
	'_low_stock_amount'   => array( '3 + n % 8', 'k <> 0 AND n % 3 = 0' ),
	'_price'              => array( '5 + n % 90', '1' ),
	'_regular_price'      => array( '5 + n % 90', 'k <> 0' ),
	'attribute_size'      => array( "ELT( 1 + ( k - 1 ) % 3, 'S', 'M', 'L' )", 'k > 0' ),
	'attribute_colour'    => array( "ELT( 1 + ( k - 1 ) DIV 3, 'Blue', 'Red', 'Green' )", 'k > 0' ),
	'_product_attributes' => array( "'" . esc_sql( $wig_options ) . "'", 'k = 0' ),
) as $wig_key => list( $wig_value, $wig_where ) ) {
	wig_bench_sql( "INSERT INTO {$wpdb->prefix}postmeta (post_id, meta_key, meta_value) SELECT id, '$wig_key', $wig_value FROM ( $wig_numbers ) AS numbers WHERE $wig_where" );
}
wig_bench_sql( "INSERT INTO {$wpdb->prefix}wc_product_meta_lookup (product_id, sku, stock_quantity, stock_status, min_price, max_price) SELECT id, CONCAT( 'T-', n ), IF( k = 0, NULL, $wig_stock ), IF( h < 8, 'outofstock', 'instock' ), 5 + n % 90, 5 + n % 90 FROM ( $wig_numbers ) AS numbers" );
wig_bench_sql( "INSERT INTO {$wpdb->prefix}term_relationships (object_id, term_taxonomy_id, term_order) SELECT id, $wig_variable, 0 FROM ( $wig_numbers ) AS numbers WHERE k = 0" );
foreach ( array( 'posts', 'postmeta', 'wc_product_meta_lookup', 'term_relationships' ) as $wig_table ) {
	wig_bench_sql( "ANALYZE TABLE {$wpdb->prefix}$wig_table" );
}
wp_cache_flush();

// What the plugin makes of them. Up to three units of each were sold since the first count, one in a fortnight.
$wig_own  = $wpdb->prefix . 'wig_';
$wig_base = (int) $wpdb->get_var( "SELECT MAX( id ) FROM {$wig_own}items" );
$wig_low  = 'IF( n % 3 = 0, 3 + n % 8, NULL )';
$wig_then = 'DATE( UTC_TIMESTAMP() ) + INTERVAL 12 HOUR - INTERVAL %s DAY';
wig_bench_sql(
	"INSERT INTO {$wig_own}items (id, product_id, parent_id, kind, sku, name, tracked, low_stock_threshold, low_at, on_hand, available, status, unit_cost, price, supplier, bin, created_at, updated_at)
	SELECT $wig_base + n, id, IF( k > 0, $wig_base + n - k, NULL ), ELT( 2 + SIGN( k ), 'simple', 'variable', 'variation' ), CONCAT( 'T-', n ), $wig_name, k <> 0, IF( k = 0, NULL, $wig_low ), COALESCE( IF( k = 0, NULL, $wig_low ), 2 ),
		IF( k = 0, 0, $wig_stock ), IF( k = 0, 0, $wig_stock ), CASE WHEN k = 0 THEN 4 WHEN h < 8 THEN 0 WHEN $wig_stock <= COALESCE( $wig_low, 2 ) THEN 1 ELSE 3 END,
		IF( k = 0, NULL, 2 + n % 30 ), 5 + n % 90, ELT( 1 + n % 4, 'Kiln & Co', 'Mill', 'Forge', '' ), CONCAT( 'A-', n % 900 ), UTC_TIMESTAMP( 6 ), UTC_TIMESTAMP( 6 ) - INTERVAL n SECOND
	FROM ( $wig_numbers ) AS numbers"
);
wig_bench_sql( "UPDATE {$wig_own}items SET told_status = status WHERE id > $wig_base" );
wig_bench_sql( "INSERT INTO {$wig_own}levels (item_id, location_id, on_hand, seq) SELECT id, 1, on_hand, 1 + id % 4 FROM {$wig_own}items WHERE id > $wig_base AND tracked = 1" );
wig_bench_sql(
	"INSERT INTO {$wig_own}movements (item_id, location_id, seq, delta, balance_after, reason, note, created_at)
	SELECT id, 1, 1, on_hand + id % 4, on_hand + id % 4, 'opening', 'Taken over from WooCommerce.', " . sprintf( $wig_then, '56' ) . " FROM {$wig_own}items WHERE id > $wig_base AND tracked = 1"
);
wig_bench_sql(
	"INSERT INTO {$wig_own}movements (item_id, location_id, seq, delta, balance_after, reason, reference_type, reference_id, created_at)
	SELECT i.id, 1, 1 + s.seq, -1, i.on_hand + i.id % 4 - s.seq, 'sold', 'order', i.id, " . sprintf( $wig_then, '( 50 - 15 * s.seq + i.id % 10 )' ) . "
	FROM {$wig_own}items i JOIN seq_1_to_3 s ON s.seq <= i.id % 4 WHERE i.id > $wig_base AND i.tracked = 1"
);
$wig_dir = sys_get_temp_dir() . '/wig-bench-' . getmypid();
mkdir( $wig_dir, 0755 );
$wig_words = new WigBenchTerms( $wig_dir );
foreach ( $wpdb->get_results( "SELECT id, name, sku FROM {$wig_own}items WHERE id > $wig_base", ARRAY_N ) as list( $wig_id, $wig_title, $wig_sku ) ) {
	$wig_words->add( (int) $wig_id, WooInventoryGuard\Catalog\Listing\Terms::of_item( $wig_title, $wig_sku, '' ) );
}
$wig_words->load();
rmdir( $wig_dir );
foreach ( array( 'items', 'movements', 'levels' ) as $wig_table ) {
	wig_bench_sql( "ANALYZE TABLE {$wig_own}$wig_table" );
}
update_option(
	WooInventoryGuard\Shop\Following\Import::OPTION,
	wp_json_encode(
		array(
			'state' => 'done',
			'last'  => $wig_last + $wig_all,
			'done'  => $wig_all,
			'total' => $wig_all,
			'at'    => time(),
		)
	)
);
WooInventoryGuard\Plugin::instance()->report_rounds()->run_to_the_end();

if ( false !== getenv( 'WIG_BENCH_CHECK' ) ) {
	$wig_report = WooInventoryGuard\Plugin::instance()->integrity()->check();
	if ( ! $wig_report->ok() ) {
		throw new RuntimeException( (string) wp_json_encode( array_slice( $wig_report->problems, 0, 5 ) ) );
	}
}

$wig_parent = $wig_last + WIG_SIMPLE + 1;
echo wp_json_encode(
	array(
		'items'   => (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}wig_items" ),
		'product' => $wig_last + 1,
		'parent'  => (int) $wpdb->get_var( $wpdb->prepare( "SELECT id FROM {$wpdb->prefix}wig_items WHERE product_id = %d", $wig_parent ) ),
	)
);
