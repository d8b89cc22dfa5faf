<?php
/**
 * A file of 50,000 rows: how long its check takes, how long applying, how long undoing, in requests of about two seconds
 * as a screen makes them. Every row changes what is on hand and the bin; each tenth of the items has one of fifty
 * thresholds. Then as many rows that each make an item. Prints JSON.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';

const WIG_ROWS = 50_000;

global $wpdb;
$p = $wpdb->prefix . 'wig_';
foreach ( array( 'items', 'levels', 'movements', 'imports', 'import_rows' ) as $table ) {
	$wpdb->query( "TRUNCATE TABLE {$p}{$table}" );
}
$wpdb->query( "INSERT INTO {$p}items ( id, kind, sku, name, on_hand, available, status, created_at, updated_at ) SELECT seq, 'part', CONCAT( 'S', seq ), CONCAT( 'Part ', seq ), 91, 91, 3, NOW(6), NOW(6) FROM seq_1_to_50000" );
$wpdb->query( "INSERT INTO {$p}levels ( item_id, location_id, on_hand, seq ) SELECT seq, 1, 91, 1 FROM seq_1_to_50000" );
$wpdb->query( "INSERT INTO {$p}movements ( item_id, location_id, seq, delta, balance_after, reason, created_at ) SELECT seq, 1, 1, 91, 91, 'opening', NOW(6) - INTERVAL 1 DAY FROM seq_1_to_50000" );

ini_set( 'memory_limit', '128M' );
wp_set_current_user( 1 );
$plugin = WooInventoryGuard\Plugin::instance();

/** One request, as it comes in from outside. */
function wig_call( string $path, array $body ): array {
	$request = new WP_REST_Request( 'POST', '/woo-inventory-guard/v1' . $path );
	$request->set_header( 'Content-Type', 'application/json' );
	$request->set_body( (string) wp_json_encode( (object) $body ) );
	$response = rest_do_request( $request );
	$data     = $response->get_data();
	if ( $response->is_error() ) {
		throw new RuntimeException( $path . ': ' . wp_json_encode( $data ) );
	}
	return is_array( $data ) ? $data : array();
}

/** Asks until it is so; the seconds that took. */
function wig_until( string $path, string $state ): float {
	$began = microtime( true );
	while ( wig_call( $path, array() )['state'] !== $state ) {
		continue;
	}
	return round( microtime( true ) - $began, 2 );
}

/**
 * Sends a file, by the thousand rows.
 *
 * @param callable(int): array<string, string> $row
 * @return array{int, float} The import, and how long sending took.
 */
function wig_send( array $options, callable $row ): array {
	$id    = wig_call( '/imports', array( 'name' => 'stock.csv', 'total_rows' => WIG_ROWS, 'options' => $options ) )['id'];
	$began = microtime( true );
	foreach ( array_chunk( range( 1, WIG_ROWS ), 1_000 ) as $numbers ) {
		wig_call( "/imports/$id/rows", array( 'rows' => array_map( static fn( int $number ): array => array( 'row' => $number + 1 ) + $row( $number ), $numbers ) ) );
	}
	return array( $id, round( microtime( true ) - $began, 2 ) );
}

list( $id, $send ) = wig_send(
	array( 'quantity' => 'absolute' ),
	static fn( int $number ): array => array(
		'sku'     => "S{$number}",
		'on_hand' => (string) ( 92 + $number % 7 ),
		'bin'     => 'B-' . $number % 40,
	) + ( 0 === $number % 10 ? array( 'low_stock_threshold' => (string) ( $number / 10 % 50 ) ) : array() )
);

$check = wig_until( "/imports/$id/check", 'checked' );
$apply = wig_until( "/imports/$id/apply", 'applied' );
$done  = $plugin->imports()->get( $id )->rows;
$undo  = wig_until( "/imports/$id/undo", 'undone' );

// As many that nobody knows yet, as a shop that begins with a file has them.
list( $new ) = wig_send(
	array( 'quantity' => 'absolute', 'create' => true ),
	static fn( int $number ): array => array(
		'sku'       => "N{$number}",
		'name'      => "New part {$number} of the tea set",
		'barcode'   => (string) ( 2_000_000_000_000 + $number ),
		'on_hand'   => (string) ( $number % 90 ),
		'unit_cost' => (string) ( $number / 100 ),
		'supplier'  => 'Supplier ' . $number % 30,
		'bin'       => 'C-' . $number % 400,
	)
);

$new_check = wig_until( "/imports/$new/check", 'checked' );
$new_apply = wig_until( "/imports/$new/apply", 'applied' );
echo json_encode(
	array(
		'send_s'      => $send,
		'check_s'     => $check,
		'apply_s'     => $apply,
		'undo_s'      => $undo,
		'new_check_s' => $new_check,
		'new_apply_s' => $new_apply,
		'applied'     => $done['applied'],
		'undone'      => $plugin->imports()->get( $id )->rows['undone'],
		'made'        => $plugin->imports()->get( $new )->rows['applied'],
		'ok'          => $plugin->integrity()->check()->ok(),
		'memory_mb'   => round( memory_get_peak_usage() / 1_048_576 ),
		'error'       => $wpdb->last_error,
	)
);
