<?php
/**
 * Parts for the clients to fight over: `php seed.php PARTS UNITS`. The parts of an earlier act are put aside.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';

use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

global $wpdb;
$table = $wpdb->prefix . 'wig_items';
$wpdb->query( "UPDATE $table SET sku = CONCAT( 'OLD-', id ) WHERE sku LIKE 'FAULT-%'" );
for ( $number = 1; $number <= (int) $argv[1]; $number++ ) {
	$wpdb->insert(
		$table,
		array(
			'kind'       => 'part',
			'sku'        => 'FAULT-' . $number,
			'name'       => 'Part ' . $number,
			'created_at' => gmdate( 'Y-m-d H:i:s' ),
			'updated_at' => gmdate( 'Y-m-d H:i:s' ),
		)
	);
	WooInventoryGuard\Plugin::instance()->ledger()->open( (int) $wpdb->insert_id, Quantity::of( $argv[2] ), new Cause( 'opening', Reference::none() ) );
}
