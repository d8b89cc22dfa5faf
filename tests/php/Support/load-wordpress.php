<?php
/**
 * Loads a real WordPress from WIG_WP_DIR, which is never written to: everything of this run lives in WIG_SITE_DIR.
 *
 * The test run, the steps that prepare the site, and the processes that race one another all come through here, so that
 * all of them see the same site. Everything is told by the environment, because a child process inherits that.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

// PHPUnit includes its bootstrap inside a function; WordPress expects its variables in the global scope.
global $wpdb, $table_prefix, $wp, $wp_query, $wp_the_query, $wp_rewrite, $wp_filter, $wp_actions, $wp_filters, $wp_current_filter,
	$wp_version, $wp_db_version, $wp_local_package, $tinymce_version, $required_php_version, $required_php_extensions, $required_mysql_version,
	$wp_object_cache, $wp_roles, $wp_locale, $wp_locale_switcher, $wp_embed, $wp_widget_factory, $wp_textdomain_registry,
	$wp_plugin_paths, $shortcode_tags, $phpmailer, $wp_theme_directories, $current_site, $current_blog, $blog_id, $_wp_switched_stack,
	$wp_rest_server, $wp_scripts, $wp_styles, $allowedposttags, $allowedtags, $allowedentitynames, $allowedxmlentitynames,
	$pagenow, $plugin, $timestart, $timeend, $is_IIS, $is_apache, $is_nginx, $l10n, $l10n_unloaded;

$wig_env = static fn ( string $name, string $default = '' ): string => false === getenv( $name ) ? $default : (string) getenv( $name );

$wig_site_dir = $wig_env( 'WIG_SITE_DIR' );

foreach (
	array(
		'DB_NAME'                        => $wig_env( 'WIG_DB_NAME', 'wig_phpunit' ),
		'DB_USER'                        => $wig_env( 'WIG_DB_USER', 'root' ),
		'DB_PASSWORD'                    => $wig_env( 'WIG_DB_PASSWORD' ),
		'DB_HOST'                        => $wig_env( 'WIG_DB_HOST', '127.0.0.1' ),
		'DB_CHARSET'                     => 'utf8mb4',
		'DB_COLLATE'                     => '',
		'WP_DEBUG'                       => true,
		'WP_DEBUG_DISPLAY'               => true,
		'WP_DEBUG_LOG'                   => false,
		'WP_ENVIRONMENT_TYPE'            => 'local',
		'WP_CONTENT_DIR'                 => $wig_site_dir . '/wp-content',
		'WP_CONTENT_URL'                 => 'http://wig.test/wp-content',
		'WP_HOME'                        => 'http://wig.test',
		'WP_SITEURL'                     => 'http://wig.test',
		'DISABLE_WP_CRON'                => true,
		'WP_HTTP_BLOCK_EXTERNAL'         => true,
		'AUTOMATIC_UPDATER_DISABLED'     => true,
		'WP_DISABLE_FATAL_ERROR_HANDLER' => true,
		'WP_MEMORY_LIMIT'                => '512M',
		'WOO_INVENTORY_GUARD_ONE_BY_ONE' => '1' === $wig_env( 'WIG_ONE_BY_ONE' ),
		'ABSPATH'                        => rtrim( $wig_env( 'WIG_WP_DIR' ), '/' ) . '/',
	) as $wig_name => $wig_value
) {
	if ( ! defined( $wig_name ) ) {
		define( $wig_name, $wig_value );
	}
}
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $wig_name ) {
	define( $wig_name . '_KEY', 'key of a site that lives for one test run' );
	define( $wig_name . '_SALT', 'salt of a site that lives for one test run' );
}

$_SERVER['HTTP_HOST']       = 'wig.test';
$_SERVER['SERVER_NAME']     = 'wig.test';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['REMOTE_ADDR']     = '127.0.0.1';

$table_prefix = 'wp_';

require_once ABSPATH . 'wp-settings.php';
