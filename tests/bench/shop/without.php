<?php
/**
 * A request with the header X-Without is answered as if the plugin were switched off: so that both can be measured in
 * turn, on one site and one database.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

if ( isset( $_SERVER['HTTP_X_WITHOUT'] ) ) {
	add_filter( 'option_active_plugins', static fn ( $active ) => array_values( array_diff( (array) $active, array( 'woo-inventory-guard/woo-inventory-guard.php' ) ) ) );
}
