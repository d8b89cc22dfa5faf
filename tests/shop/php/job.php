<?php
/**
 * The minute job for alerts in a process of its own, without the filters of the tests.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

$_SERVER['HTTP_HOST'] ??= '127.0.0.1';
require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';
add_filter( 'pre_wp_mail', '__return_true' );
WooInventoryGuard\Plugin::instance()->alert_rounds()->run();
