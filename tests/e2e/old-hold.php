<?php
/**
 * Lets a reservation have been made two hours ago: `php old-hold.php <id>`.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';

global $wpdb;
$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->prefix}wig_reservations SET created_at = created_at - INTERVAL 2 HOUR WHERE id = %d", (int) $argv[1] ) );
