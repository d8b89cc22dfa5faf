<?php
/**
 * PHPUnit's bootstrap: a real WordPress with the plugin active, on MariaDB or MySQL, or on SQLite through WordPress's driver.
 *
 * Told by the environment (tools/ sets it; by hand see the README of this folder):
 *   WIG_WP_DIR         a WordPress folder; only read
 *   WIG_DB_ENGINE      mysql (default) or sqlite
 *   WIG_DB_HOST        host, host:port or localhost:/path/to/socket;  WIG_DB_NAME, WIG_DB_USER, WIG_DB_PASSWORD
 *                      The database of that name is dropped and made anew.
 *   WIG_SQLITE_DRIVER  the folder of sqlite-database-integration, for sqlite
 *   WIG_SITE_DIR       where this run may write (default: a temporary folder, removed at the end)
 *   WIG_WC_DIR         optional: a WooCommerce folder, activated before the plugin
 *   WIG_PLUGIN_DIR     optional: another copy of this plugin to test (the mutation run uses it)
 *   WIG_SITE_READY     optional: 1 uses the site that an earlier run has built with the same variables
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require_once dirname( __DIR__, 2 ) . '/vendor/autoload.php';
require_once __DIR__ . '/Support/Site.php';

// Before Composer's, so that a mutation run loads the classes of its copy.
spl_autoload_register(
	static function ( string $class_name ): void {
		if ( ! str_starts_with( $class_name, 'WooInventoryGuard\\' ) || str_starts_with( $class_name, 'WooInventoryGuard\\Tests\\' ) ) {
			return;
		}
		$file = WooInventoryGuard\Tests\Support\Site::plugin_dir() . '/includes/' . strtr( substr( $class_name, 18 ), '\\', '/' ) . '.php';
		if ( is_file( $file ) ) {
			require $file;
		}
	},
	true,
	true
);

foreach (
	array(
		'WIG_DB_ENGINE' => 'mysql',
		'WIG_DB_HOST'   => '127.0.0.1',
		'WIG_DB_NAME'   => 'wig_phpunit',
		'WIG_DB_USER'   => 'root',
	) as $wig_key => $wig_default
) {
	if ( '' === WooInventoryGuard\Tests\Support\Site::env( $wig_key ) ) {
		putenv( $wig_key . '=' . $wig_default );
	}
}

WooInventoryGuard\Tests\Support\Site::build();

require_once __DIR__ . '/Support/load-wordpress.php';
