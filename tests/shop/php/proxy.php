<?php
/**
 * The shop is seen through a page cache: then its addresses are those of the cache.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

if ( isset( $_SERVER['HTTP_X_PAGE_CACHE'] ) ) {
	$wig_moved = static fn ( $url ) => is_string( $url ) ? str_replace( WP_HOME, 'http://' . $_SERVER['HTTP_HOST'], $url ) : $url;
	foreach ( array( 'option_home', 'option_siteurl', 'content_url', 'plugins_url', 'theme_root_uri', 'script_module_loader_src', 'script_loader_src', 'style_loader_src' ) as $wig_filter ) {
		add_filter( $wig_filter, $wig_moved, 99 );
	}
}
