<?php
/**
 * One step of preparing the site, in a process of its own, as a real site takes these steps in requests of their own:
 * `php prepare.php install`, then `php prepare.php activate <plugin file>`.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

error_reporting( E_ALL );
ini_set( 'display_errors', 'stderr' );

if ( 'install' === $argv[1] ) {
	define( 'WP_INSTALLING', true );
}

require_once __DIR__ . '/load-wordpress.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

if ( 'install' === $argv[1] ) {
	wp_install( 'Corner shop', 'admin', 'admin@wig.test', true, '', 'password' );
	exit( 0 );
}

$result = activate_plugin( $argv[2] );
if ( is_wp_error( $result ) ) {
	fwrite( STDERR, $argv[2] . ': ' . $result->get_error_message() . "\n" );
	exit( 1 );
}
