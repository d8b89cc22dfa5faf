<?php
/**
 * Lets what has moved of the items with these SKUs have moved two days ago, then empties them at once, as somebody who
 * is nobody: `php long-ago.php LOST-%`.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

use WooInventoryGuard\Plugin;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Correction;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';

global $wpdb;
$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->prefix}wig_movements SET created_at = created_at - INTERVAL 2 DAY WHERE item_id IN ( SELECT id FROM {$wpdb->prefix}wig_items WHERE sku LIKE %s )", $argv[1] ) );
$items  = $wpdb->get_results( $wpdb->prepare( "SELECT id, on_hand FROM {$wpdb->prefix}wig_items WHERE sku LIKE %s AND on_hand > 0", $argv[1] ), ARRAY_A );
$plugin = Plugin::instance();
$plugin->db()->transaction(
	static fn() => $plugin->ledger()->correct(
		array_map(
			static fn( array $item ): Correction => new Correction( new Line( (int) $item['id'], 1, Quantity::from_sql( $item['on_hand'] )->negated() ), new Cause( 'external', Reference::none(), 1 ) ),
			$items
		)
	)
);
