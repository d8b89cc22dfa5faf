<?php
/**
 * Serves the REST API of the test's own site for PHP's built-in server, as WordPress's index.php would.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

ini_set( 'display_errors', '1' );
error_reporting( E_ALL );

$wig_server = $_SERVER;
require_once dirname( __DIR__, 3 ) . '/vendor/autoload.php';
require_once dirname( __DIR__ ) . '/Support/load-wordpress.php';

// What the loader sets for the command line gives way to what was really asked.
$_SERVER = array_merge( $_SERVER, array_diff_key( $wig_server, array_flip( array( 'HTTP_HOST', 'SERVER_NAME' ) ) ) );

wp();
define( 'REST_REQUEST', true );
rest_get_server()->serve_request( '/' . ltrim( (string) wp_parse_url( (string) $_SERVER['REQUEST_URI'], PHP_URL_PATH ), '/' ) );
