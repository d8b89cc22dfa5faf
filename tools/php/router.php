<?php
/**
 * What a web server's rewrite rules do, for `php -S`: files are served as they are, everything else is WordPress's. With
 * WIG_KEEP_FILES browsers may keep scripts and styles, as real web servers let them; `php -S` itself never does.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

$wig_root = $_SERVER['DOCUMENT_ROOT'];
$wig_path = rawurldecode( (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$wig_file = $wig_root . $wig_path;

if ( str_contains( $wig_path, '..' ) ) {
	http_response_code( 400 );
	return true;
}
if ( is_dir( $wig_file ) && is_file( rtrim( $wig_file, '/' ) . '/index.php' ) && '/' !== $wig_path ) {
	if ( ! str_ends_with( $wig_path, '/' ) ) {
		header( 'Location: ' . $wig_path . '/', true, 301 );
		return true;
	}
	$wig_path .= 'index.php';
	$wig_file  = $wig_root . $wig_path;
}
if ( ! is_file( $wig_file ) ) {
	$wig_path = '/index.php';
	$wig_file = $wig_root . $wig_path;
}
if ( ! str_ends_with( $wig_file, '.php' ) ) {
	$wig_type = array(
		'js'    => 'text/javascript',
		'css'   => 'text/css',
		'woff2' => 'font/woff2',
		'svg'   => 'image/svg+xml',
		'png'   => 'image/png',
	)[ pathinfo( $wig_file, PATHINFO_EXTENSION ) ] ?? null;
	if ( null === $wig_type || false === getenv( 'WIG_KEEP_FILES' ) ) {
		return false;
	}
	header( "Content-Type: $wig_type" );
	header( 'Cache-Control: max-age=3600' );
	readfile( $wig_file );
	return true;
}
$_SERVER['SCRIPT_NAME']     = $wig_path;
$_SERVER['PHP_SELF']        = $wig_path;
$_SERVER['SCRIPT_FILENAME'] = $wig_file;
chdir( dirname( $wig_file ) );
require $wig_file;
return true;
