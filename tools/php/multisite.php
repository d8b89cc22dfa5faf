<?php
/**
 * Turns an installed WordPress into a network with sites in folders: `php multisite.php <folder>`.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

define( 'WP_ALLOW_MULTISITE', true );
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/network.php';

foreach ( $wpdb->tables( 'ms_global' ) as $name => $table ) {
	$wpdb->$name = $table;
}
install_network();
$result = populate_network( 1, (string) preg_replace( '#^https?://#', '', home_url() ), 'admin@example.org', 'Leaf & Kettle', '/', false );
if ( is_wp_error( $result ) && 'no_wildcard_dns' !== $result->get_error_code() ) {
	fwrite( STDERR, $result->get_error_message() . "\n" );
	exit( 1 );
}
// The first application password was made while there was no network to note it in.
$wpdb->insert(
	$wpdb->sitemeta,
	array(
		'site_id'    => 1,
		'meta_key'   => 'using_application_passwords',
		'meta_value' => '1',
	)
);
