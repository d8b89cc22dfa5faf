<?php
/**
 * A walk of random steps through a shop of its own: `php walk.php <seed> <steps> <database>`. After every step the shop
 * must say what a small model of it says. The same seed always gives the same walk.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Walk;

$_SERVER['HTTP_HOST'] ??= '127.0.0.1';
list( , $seed, $steps, $database ) = $argv;

// The copy of the shop that belongs to this walk; wp-config.php names the original a second time.
define( 'DB_NAME', $database );
set_error_handler( static fn( int $level, string $text ): bool => str_contains( $text, 'DB_NAME' ) ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';
restore_error_handler();
foreach ( array( 'Item', 'Hold', 'Line', 'Order', 'Different', 'Model', 'Requests', 'Steps', 'Shop' ) as $class ) {
	require __DIR__ . "/walk/{$class}.php";
}
wp_set_current_user( 1 );
add_filter( 'pre_wp_mail', '__return_true' );
// Mails are written by the rules of WooCommerce, which takes longer than the orders.
foreach ( array_keys( $GLOBALS['wp_filter'] ) as $filter ) {
	remove_action( $filter, array( 'WC_Emails', 'send_transactional_email' ) );
}
rest_get_server();

$requests = new Requests( require __DIR__ . '/walk/acts.php' );
$model    = new Model();
$walk     = new Steps( $requests, $model );
$shop     = new Shop( $model, wc_string_to_bool( get_option( 'woocommerce_custom_orders_table_enabled' ) ) );
$log      = array();
$step     = 0;
$began    = microtime( true );
try {
	array_map( 'class_exists', array_filter( $requests->send( 'ready', array() ), static fn( string $name ): bool => ! str_contains( $name, '@' ) ) );
	foreach ( $requests->send( 'products', array() ) as $made ) {
		$parts = array();
		foreach ( $made['parts'] as list( $id, $pieces ) ) {
			$parts[ $id ] = 10_000 * $pieces;
		}
		$low = (int) round( 10_000 * (float) $GLOBALS['wpdb']->get_var( "SELECT low_at FROM {$GLOBALS['wpdb']->prefix}wig_items WHERE id = " . (int) $made['id'] ) );
		// The ledger begins with the number at which it was opened.
		$model->items[ $made['id'] ]            = new Item( $made['id'], $made['product'], $made['sold_as'], $made['kind'], 10_000 * $made['on_hand'], $made['backorders'], $low, $parts );
		$model->items[ $made['id'] ]->movements = 1;
	}
	$shop->compare();
	for ( $step = 1; (int) $steps >= $step; $step++ ) {
		mt_srand( 100_003 * (int) $seed + $step, MT_RAND_MT19937 );
		try {
			$walk->next();
		} finally {
			$log[] = "{$step}: {$walk->told}";
		}
		$shop->compare();
	}
	$books = $requests->send( 'check', array() );
	if ( true !== ( $books['body']['ok'] ?? false ) ) {
		throw new Different( 'The books: ' . json_encode( $books['body'] ) );
	}
	echo json_encode( array( 'seed' => (int) $seed, 'orders' => count( $model->orders ), 'seconds' => round( microtime( true ) - $began, 1 ) ) );
} catch ( \Throwable $difference ) {
	$what = $difference instanceof Different ? $difference->getMessage() : (string) $difference;
	fwrite( STDERR, "Seed {$seed}, step {$step}:\n{$what}\n\nThe last steps:\n" . implode( "\n", array_slice( $log, -10 ) ) . "\n" );
	exit( 1 );
}
