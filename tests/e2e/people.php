<?php
/**
 * Makes the people of the browser tests, and sets the language of the administrator (first argument, may be empty).
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';

$people = array(
	'clerk'   => 'wig_stock_clerk',
	'channel' => 'wig_sales_channel',
	'reader'  => 'subscriber',
	'night'   => 'administrator',
);
foreach ( $people as $login => $role ) {
	$user = get_user_by( 'login', $login );
	$id   = false === $user ? wp_create_user( $login, 'password', $login . '@example.com' ) : $user->ID;
	( new WP_User( $id ) )->set_role( $role );
}
// Whoever likes it dark.
update_user_meta( get_user_by( 'login', 'night' )->ID, 'admin_color', 'midnight' );
update_user_meta( 1, 'locale', $argv[1] ?? '' );
