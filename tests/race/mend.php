<?php
/**
 * Takes the naive version's writes back: what it added to `reserved` belongs to no reservation.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';

WooInventoryGuard\Plugin::instance()->repair()->run( 1 );
