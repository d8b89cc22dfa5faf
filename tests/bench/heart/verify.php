<?php
/**
 * A ledger of 1,000,000 movements of 10,000 items with 100,000 reservations, and how long verify takes. Prints JSON.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';

global $wpdb;
$p = $wpdb->prefix . 'wig_';
$wpdb->query( 'SET SESSION unique_checks = 0, foreign_key_checks = 0' );
foreach ( array( 'items', 'levels', 'movements', 'reservations', 'reservation_lines' ) as $table ) {
	$wpdb->query( "TRUNCATE TABLE {$p}{$table}" );
}
// Each item: 1,000 in, then 99 times one out; ten reservations of one unit, half of them still active.
$wpdb->query( "INSERT INTO {$p}items ( id, kind, sku, name, on_hand, reserved, available, status, created_at, updated_at ) SELECT seq, 'part', CONCAT( 'S', seq ), CONCAT( 'Part ', seq ), 901, 5, 896, 3, NOW(6), NOW(6) FROM seq_1_to_10000" );
$wpdb->query( "INSERT INTO {$p}levels ( item_id, location_id, on_hand, reserved, seq ) SELECT seq, 1, 901, 5, 100 FROM seq_1_to_10000" );
$wpdb->query( "INSERT INTO {$p}movements ( item_id, location_id, seq, delta, balance_after, reason, reference_type, reference_id, created_at ) SELECT i.seq, 1, m.seq, IF( m.seq = 1, 1000, -1 ), 1001 - m.seq, IF( m.seq = 1, 'opening', 'sold' ), 'order', m.seq, NOW(6) FROM seq_1_to_10000 i JOIN seq_1_to_100 m" );
$wpdb->query( "INSERT INTO {$p}reservations ( id, idem_key, fingerprint, state, active, reference_type, reference_id, asked, created_at, closed_at ) SELECT seq, seq, REPEAT( 'f', 64 ), IF( seq % 2, 'active', 'committed' ), IF( seq % 2, 1, NULL ), 'order', seq, '[]', NOW(6), IF( seq % 2, NULL, NOW(6) ) FROM seq_1_to_100000" );
$wpdb->query( "INSERT INTO {$p}reservation_lines ( reservation_id, item_id, location_id, quantity ) SELECT seq, ( seq - 1 ) DIV 10 + 1, 1, 1 FROM seq_1_to_100000" );

$started = microtime( true );
$report  = WooInventoryGuard\Plugin::instance()->integrity()->check();
echo json_encode(
	array(
		'seconds'   => round( microtime( true ) - $started, 2 ),
		'ok'        => $report->ok(),
		'movements' => $report->movements,
		'problems'  => array_slice( $report->problems, 0, 5 ),
		'error'     => $wpdb->last_error,
	)
);
