<?php
/**
 * Must-use plugin of the browser tests: a wp-admin that reads from the right, for who asks by cookie, without needing
 * a language pack from wordpress.org.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

add_action(
	'init',
	static function (): void {
		if ( isset( $_COOKIE['wig_rtl'] ) ) {
			$GLOBALS['wp_locale']->text_direction = 'rtl';
			wp_styles()->text_direction           = 'rtl';
		}
	}
);

// Two people look at one product within a minute: neither is kept out by the other.
add_filter( 'wp_check_post_lock_window', '__return_zero' );
