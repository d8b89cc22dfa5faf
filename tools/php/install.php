<?php
/**
 * Installs WordPress: `php install.php <folder> <url> <password>`. Prints the administrator's application password.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

define( 'WP_INSTALLING', true );
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

// Nobody reads mail here, and PHP may have no way to send any.
add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'Leaf & Kettle', 'admin', 'admin@example.org', true, '', $argv[3] );
update_option( 'siteurl', $argv[2] );
update_option( 'home', $argv[2] );
update_option( 'permalink_structure', '/%postname%/' );
delete_option( 'rewrite_rules' );

$user = get_user_by( 'login', 'admin' );
if ( false === $user ) {
	fwrite( STDERR, "WordPress has no administrator.\n" );
	exit( 1 );
}
$made = WP_Application_Passwords::create_new_application_password( $user->ID, array( 'name' => 'Woo Inventory Guard tools' ) );
if ( is_wp_error( $made ) ) {
	fwrite( STDERR, $made->get_error_message() . "\n" );
	exit( 1 );
}
echo $made[0];
