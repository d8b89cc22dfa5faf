<?php
/**
 * A stocktake of 50,000 items with a count each: how long the counts take to come in (batches of 1,000, as a device sends
 * them), how long a page of the review takes, how long applying takes. Every tenth count differs. Prints JSON.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';

const WIG_ITEMS = 50_000;

global $wpdb;
$p = $wpdb->prefix . 'wig_';
foreach ( array( 'items', 'levels', 'movements', 'stocktakes', 'stocktake_lines', 'stocktake_counts' ) as $table ) {
	$wpdb->query( "TRUNCATE TABLE {$p}{$table}" );
}
$wpdb->query( "INSERT INTO {$p}items ( id, kind, sku, name, on_hand, available, status, unit_cost, created_at, updated_at ) SELECT seq, 'part', CONCAT( 'S', seq ), CONCAT( 'Part ', seq ), 91, 91, 3, 5, NOW(6), NOW(6) FROM seq_1_to_50000" );
$wpdb->query( "INSERT INTO {$p}levels ( item_id, location_id, on_hand, seq ) SELECT seq, 1, 91, 10 FROM seq_1_to_50000" );
$wpdb->query( "INSERT INTO {$p}movements ( item_id, location_id, seq, delta, balance_after, reason, reference_type, reference_id, created_at ) SELECT i.seq, 1, m.seq, IF( m.seq = 1, 100, -1 ), 101 - m.seq, IF( m.seq = 1, 'opening', 'sold' ), 'order', m.seq, NOW(6) - INTERVAL 1 DAY FROM seq_1_to_50000 i JOIN seq_1_to_10 m" );

ini_set( 'memory_limit', '128M' );
wp_set_current_user( 1 );
$plugin = WooInventoryGuard\Plugin::instance();

/** One request, as it comes in from outside. */
function wig_call( string $method, string $path, ?array $body = null ): array {
	$parts   = wp_parse_url( $path );
	$request = new WP_REST_Request( $method, '/woo-inventory-guard/v1' . $parts['path'] );
	wp_parse_str( $parts['query'] ?? '', $query );
	$request->set_query_params( $query );
	if ( null !== $body ) {
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( (string) wp_json_encode( $body ) );
	}
	$response = rest_do_request( $request );
	$data     = $response->get_data();
	if ( $response->is_error() ) {
		throw new RuntimeException( $path . ': ' . wp_json_encode( $data ) );
	}
	return is_array( $data ) ? $data : array();
}

$id = wig_call( 'POST', '/stocktakes', array( 'name' => 'All' ) )['id'];
while ( ! $plugin->filling()->work( $id, 60 ) ) {
	continue;
}
wig_call( 'PUT', "/stocktakes/$id", array( 'state' => 'counting' ) );
$send = 0.0;
foreach ( array_chunk( range( 1, WIG_ITEMS ), 1_000 ) as $items ) {
	$batch = array_map(
		static fn ( int $item ): array => array(
			'uuid'     => wp_generate_uuid4(),
			'mode'     => 'set',
			'item_id'  => $item,
			'quantity' => 0 === $item % 10 ? 88 : 91,
			'at'       => gmdate( 'Y-m-d\TH:i:s\Z' ),
		),
		$items
	);
	$began = microtime( true );
	wig_call( 'POST', "/stocktakes/$id/counts", array( 'counts' => $batch ) );
	$send += microtime( true ) - $began;
}
wig_call( 'PUT', "/stocktakes/$id", array( 'state' => 'review' ) );
$began = microtime( true );
while ( ! wig_call( 'GET', "/stocktakes/$id/sums" )['ready'] ) {
	continue;
}
$compare = microtime( true ) - $began;
$times   = array();
for ( $turn = 0; $turn < 7; $turn++ ) {
	$began = microtime( true );
	wig_call( 'GET', "/stocktakes/$id/review" );
	wig_call( 'GET', "/stocktakes/$id/sums" );
	$times[] = 1_000 * ( microtime( true ) - $began );
}
sort( $times );
// Every line differs a little, so that all 50,000 have to be written.
$wpdb->query( "UPDATE {$p}stocktake_counts SET quantity = 90 WHERE quantity = 91" );
$wpdb->query( "UPDATE {$p}stocktake_lines SET stale = 1, touched = touched + 1" );
while ( ! wig_call( 'GET', "/stocktakes/$id/sums" )['ready'] ) {
	continue;
}
wig_call( 'POST', "/stocktakes/$id/review", array( 'all' => array( 'decision' => 'accept' ) ) );
$began = microtime( true );
while ( 'applied' !== wig_call( 'POST', "/stocktakes/$id/apply", array() )['state'] ) {
	continue;
}
$apply = microtime( true ) - $began;
echo json_encode(
	array(
		'count_send_s'    => round( $send, 2 ),
		'compare_s'       => round( $compare, 2 ),
		'count_review_ms' => round( $times[3], 1 ),
		'count_apply_s'   => round( $apply, 2 ),
		'written'         => (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$p}movements WHERE reason = 'stocktake'" ),
		'ok'              => $plugin->integrity()->check()->ok(),
		'memory_mb'       => round( memory_get_peak_usage() / 1_048_576 ),
		'error'           => $wpdb->last_error,
	)
);
