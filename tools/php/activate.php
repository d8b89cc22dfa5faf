<?php
/**
 * Activates one plugin, in a process of its own as a real site would: `php activate.php <folder> <plugin file>`.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

$result = activate_plugin( $argv[2] );
if ( is_wp_error( $result ) ) {
	fwrite( STDERR, $argv[2] . ': ' . $result->get_error_message() . "\n" );
	exit( 1 );
}
