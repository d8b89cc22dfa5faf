<?php
/**
 * Fills the books with so many items, by bulk SQL: `php seed.php <first id> <last id>`.
 *
 * The rows are what the catalog would write (the search terms come from its own class); only the way is quicker: the
 * indexes are taken away, the rows loaded from a file, and the indexes built anew.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

use WooInventoryGuard\Catalog\Listing\Terms;

require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';
require_once dirname( __DIR__ ) . '/fill.php';

global $wpdb;

const LOOKS    = array( 'Blue', 'Red', 'Green', 'Black', 'White', 'Grey', 'Striped', 'Plain', 'Soft', 'Matte', 'Glossy', 'Rustic', 'Modern', 'Classic', 'Small', 'Large' );
const STUFF    = array( 'cotton', 'linen', 'wool', 'oak', 'walnut', 'brass', 'steel', 'glass', 'ceramic', 'leather', 'paper', 'bamboo' );
const THINGS   = array( 'shirt', 'mug', 'bag', 'cap', 'box', 'lamp', 'chair', 'towel', 'bowl', 'candle', 'notebook', 'scarf', 'plate', 'vase', 'clock', 'blanket', 'pillow', 'tray', 'basket', 'apron' );
const SIZES    = array( 'XS', 'S', 'M', 'L', 'XL', '250 ml', '500 ml', '30 cm', '60 cm', 'set of 4' );
const CHINESE  = array( '红茶杯', '绿茶壶', '陶瓷碗', '竹筷子', '羊毛围巾', '棉质衬衫', '胡桃木盒', '玻璃花瓶' );
const PREFIXES = array( 'TS', 'MUG', 'BAG', 'CAP', 'BOX', 'LMP', 'CHR', 'TWL' );

/**
 * @return list<string> Values of one row, in the order of the LOAD DATA below.
 */
function wig_bench_row( int $id ): array {
	$share = mt_rand( 1, 100 );
	$kind  = match ( true ) {
		$share <= 35 => 'simple',
		$share <= 90 => 'variation',
		$share <= 95 => 'variable',
		$share <= 99 => 'part',
		default      => 'bundle',
	};
	$name  = 0 === $id % 10
		? CHINESE[ mt_rand( 0, 7 ) ] . ' ' . mt_rand( 1, 9999 )
		: LOOKS[ mt_rand( 0, 15 ) ] . ' ' . STUFF[ mt_rand( 0, 11 ) ] . ' ' . THINGS[ mt_rand( 0, 19 ) ] . ' ' . SIZES[ mt_rand( 0, 9 ) ] . ' No ' . mt_rand( 1, 99999 );
	$share = mt_rand( 1, 100 );
	$low   = 5;
	$hand  = match ( true ) {
		$share <= 8  => 0,
		$share <= 17 => mt_rand( 1, 5 ),
		default      => mt_rand( 6, 500 ),
	};
	$held   = $hand > 0 && 0 === $id % 8 ? mt_rand( 1, min( 3, $hand ) ) : 0;
	$policy = 0 === $id % 40 ? 'notify' : 'no';
	$free   = $hand - $held;
	$status = match ( true ) {
		0 === $id % 19    => 4,
		$free > $low      => 3,
		$free > 0         => 1,
		'no' !== $policy => 2,
		default           => 0,
	};
	$sku = PREFIXES[ $id % 8 ] . '-' . str_pad( (string) ( ( $id * 7919 ) % 10000019 ), 8, '0', STR_PAD_LEFT );
	return array(
		(string) $id,
		'part' === $kind || 'bundle' === $kind ? '\N' : (string) ( $id + 1000 ),
		$kind,
		$sku,
		'4' . str_pad( (string) ( ( $id * 104729 ) % 100000000003 ), 12, '0', STR_PAD_LEFT ),
		$name,
		4 === $status ? '0' : '1',
		(string) $low,
		$policy,
		'no' === $policy ? '0' : '100000000000000',
		(string) $hand,
		(string) $held,
		(string) $free,
		(string) $status,
		gmdate( 'Y-m-d H:i:s.', 1760000000 + mt_rand( 0, 20000000 ) ) . str_pad( (string) mt_rand( 0, 999999 ), 6, '0', STR_PAD_LEFT ),
	);
}

$wig_first = (int) $argv[1];
$wig_last  = (int) $argv[2];
$wig_dir   = sys_get_temp_dir() . '/wig-bench-' . getmypid();
mkdir( $wig_dir, 0755 );
mt_srand( $wig_first );

$wig_items = fopen( "$wig_dir/items", 'w' );
$wig_words = new WigBenchTerms( $wig_dir );
for ( $wig_id = $wig_first; $wig_id <= $wig_last; $wig_id++ ) {
	$wig_row   = wig_bench_row( $wig_id );
	fwrite( $wig_items, implode( "\t", $wig_row ) . "\n" );
	$wig_words->add( $wig_id, Terms::of_item( $wig_row[5], $wig_row[3], $wig_row[4] ) );
}
fclose( $wig_items );

wig_bench_sql( 'SET SESSION unique_checks = 0' );
wig_bench_load( "$wig_dir/items", $wpdb->prefix . 'wig_items', 'id, product_id, kind, sku, barcode, name, tracked, low_at, backorders, allowance, on_hand, reserved, available, status, updated_at' );
$wig_words->load();
wig_bench_sql( "UPDATE {$wpdb->prefix}wig_items SET created_at = updated_at WHERE id BETWEEN $wig_first AND $wig_last AND created_at = 0" );
unlink( "$wig_dir/items" );
rmdir( $wig_dir );
