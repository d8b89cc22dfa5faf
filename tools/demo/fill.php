<?php
/**
 * With the plugin active: six weeks of the demo shop. `php fill.php <WordPress folder>`.
 * Leaves wp-content/wig-demo-filled behind when it came to its end.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require $argv[1] . '/wp-load.php';
require_once __DIR__ . '/DemoClock.php';
require_once __DIR__ . '/History.php';
require_once __DIR__ . '/Story.php';

wp_set_current_user( 1 );
set_time_limit( 0 );

$plan   = require __DIR__ . '/plan-of-shop.php';
$clock  = new WooInventoryGuard\Demo\DemoClock( ( new DateTimeImmutable( 'today 07:00', new DateTimeZone( 'UTC' ) ) )->modify( '-' . $plan->shop['days'] . ' days' ) );
$plugin = WooInventoryGuard\Plugin::instance()->with_clock( $clock );
if ( class_exists( 'WooCommerce', false ) ) {
	// What the plugin itself does in a shop, on the story's own clock.
	$plugin->participants()->add( $plugin->stock_mirror() );
	while ( ! $plugin->import()->work() ) {
		continue;
	}
}
update_option( 'blogname', $plan->shop['shop'] );
// The demo must look the same without a network.
update_option( 'show_avatars', 0 );
( new WooInventoryGuard\Demo\Story( $plugin, $clock, $plan ) )->tell();

$report = WooInventoryGuard\Plugin::instance()->integrity()->check();
if ( ! $report->ok() ) {
	throw new RuntimeException( 'The demo shop breaks an invariant: ' . wp_json_encode( $report->problems ) );
}
// The dashboard begins with the whole story, not with today.
WooInventoryGuard\Plugin::instance()->report_rounds()->run_to_the_end();
touch( WP_CONTENT_DIR . '/wig-demo-filled' );
