<?php
/**
 * Locks the clients' levels in the wrong order, until it is killed or has seen enough: `php rival.php DEADLOCKS`. What it
 * changes first makes its own transaction the heavier one, so that InnoDB rolls back the client's.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';

global $wpdb;
$wpdb->suppress_errors( true );
$levels = $wpdb->prefix . 'wig_levels';
$ids    = array_reverse( $wpdb->get_col( "SELECT id FROM {$wpdb->prefix}wig_items WHERE sku LIKE 'FAULT-%' ORDER BY id" ) );
$heavy  = $wpdb->prefix . 'fault_heavy';
$wpdb->query( "CREATE TABLE IF NOT EXISTS $heavy ( id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, n INT ) ENGINE=InnoDB" );
$deadlocks = static fn (): int => (int) $wpdb->get_row( "SHOW GLOBAL STATUS LIKE 'Innodb_deadlocks'", ARRAY_A )['Value'];
$until     = $deadlocks() + (int) $argv[1];
do {
	$wpdb->query( 'START TRANSACTION' );
	$wpdb->query( "INSERT INTO $heavy (n) VALUES (1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11),(12),(13),(14),(15),(16),(17),(18),(19),(20)" );
	foreach ( $ids as $id ) {
		$wpdb->query( "SELECT on_hand FROM $levels WHERE item_id = $id FOR UPDATE" );
		usleep( 500 );
	}
	$wpdb->query( 'ROLLBACK' );
	usleep( 500 );
} while ( $deadlocks() < $until );
echo $deadlocks();
