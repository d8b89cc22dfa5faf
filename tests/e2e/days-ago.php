<?php
/**
 * Lets what has moved of the item with this SKU have moved some days ago, and adds all days up anew:
 * `php days-ago.php VASE-1 3`.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

use WooInventoryGuard\Plugin;

require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';

global $wpdb;
$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->prefix}wig_movements SET created_at = created_at - INTERVAL %d DAY WHERE item_id = ( SELECT id FROM {$wpdb->prefix}wig_items WHERE sku = %s )", (int) $argv[2], $argv[1] ) );
Plugin::instance()->daily_sums()->begin_anew();
Plugin::instance()->report_rounds()->run_to_the_end();
