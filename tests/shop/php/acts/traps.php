<?php
/**
 * What a badly behaved neighbour does.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

return array(
	'say_stock'    => static function ( array $in ): array {
		// As another plugin does it to make caches look again: with an object that knows an old or a computed number.
		$product = wc_get_product( $in['id'] );
		$product->set_stock_quantity( $in['number'] );
		do_action( 'woocommerce_product_set_stock', $product );
		do_action( 'woocommerce_product_set_stock', $product );
		return array();
	},
	'their_work'   => static function ( array $in ): array {
		// Somebody who has a transaction open while an order asks for its units.
		global $wpdb;
		$wpdb->query( 'START TRANSACTION' );
		$wpdb->query( "INSERT INTO {$wpdb->options} (option_name, option_value) VALUES ('wig_test_theirs', 'theirs')" );
		wc_reserve_stock_for_order( wc_get_order( $in['order'] ) );
		$wpdb->query( $in['end'] );
		$kept = $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->options} WHERE option_name = 'wig_test_theirs'" );
		$wpdb->query( "DELETE FROM {$wpdb->options} WHERE option_name = 'wig_test_theirs'" );
		return array( 'kept' => (int) $kept );
	},
	'hooks_during' => static function ( array $in ): array {
		// Every hook that is fired while rows are locked. `query` sees the statements; options are read through filters.
		$db    = WooInventoryGuard\Plugin::instance()->db();
		$fired = array();
		add_action(
			'all',
			static function ( string $hook ) use ( $db, &$fired ): void {
				if ( $db->in_transaction() && 1 !== preg_match( '/^(query|(pre_|default_)?option_?|alloptions|pre_wp_load_alloptions|gettext)/', $hook ) ) {
					$fired[] = $hook;
				}
			}
		);
		$order = wc_get_order( $in['order'] );
		wc_reserve_stock_for_order( $order );
		$order->payment_complete();
		$order->update_status( 'cancelled' );
		return array_values( array_unique( $fired ) );
	},
);
