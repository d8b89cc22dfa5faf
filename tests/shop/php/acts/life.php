<?php
/**
 * What the owner, a gateway and time do to an order in tests/shop/life.ts.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

/** What happens on admin_init, of which REST knows the rest not. */
function wig_offer_bulk_actions(): void {
	require_once WC_ABSPATH . 'includes/admin/wc-admin-functions.php';
	foreach ( $GLOBALS['wp_filter']['admin_init']->callbacks as $callbacks ) {
		foreach ( $callbacks as $callback ) {
			if ( $callback['function'] instanceof Closure && ( new ReflectionFunction( $callback['function'] ) )->getClosureThis() instanceof WooInventoryGuard\Shop\Order\Actions ) {
				( $callback['function'] )();
			}
		}
	}
}

add_action(
	'woocommerce_restore_order_stock',
	static function ( WC_Order $order ): void {
		update_option( 'wig_restored', array_merge( get_option( 'wig_restored', array() ), array( $order->get_id() ) ) );
	}
);

return array(
	'restored'     => static fn ( array $in ): array => array( 'times' => count( array_keys( get_option( 'wig_restored', array() ), $in['order'], true ) ) ),
	'choose'       => static function ( array $in ): array {
		// What is not named is as it comes.
		delete_option( WooInventoryGuard\Settings\SettingsStore::OPTION );
		return WooInventoryGuard\Plugin::instance()->settings()->change( $in )->to_array();
	},
	'time_is_up'   => static function ( array $in ): array {
		// The hold of this order has just run out, or the minutes of one that took its units when it was placed.
		global $wpdb;
		$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->prefix}wig_expired_holds SET not_before = '2020-01-01 00:00:00' WHERE order_id = %d", $in['order'] ) );
		return array( 'changed' => $wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->prefix}wig_reservations SET expires_at = '2020-01-01 00:00:00' WHERE reference_type = 'order' AND reference_id = %s AND active = 1", $in['order'] ) ) );
	},
	'sweep'        => static function ( array $in ): array {
		// In the background nobody is signed in.
		wp_set_current_user( 0 );
		while ( microtime( true ) < ( $in['at'] ?? 0 ) ) {
			usleep( 200 );
		}
		do_action( 'woo_inventory_guard_sweep' );
		return array();
	},
	'life_told'    => static function ( array $in ): array {
		$told = array();
		global $wpdb;
		$rows = $wpdb->get_col( "SELECT option_value FROM {$wpdb->options} WHERE option_name LIKE 'wig\\_life\\_told\\_%' ORDER BY option_id" );
		foreach ( array_map( 'maybe_unserialize', $rows ) as list( $name, $order, $more ) ) {
			if ( $order === $in['order'] ) {
				$told[] = array( $name, is_array( $more ) ? array_column( $more, 'missing' ) : $more );
			}
		}
		return $told;
	},
	'order_of'     => static function ( array $in ): array {
		$order = wc_get_order( $in['order'] );
		$lines = array();
		foreach ( $order->get_items() as $line ) {
			$lines[] = array(
				'id'        => $line->get_id(),
				'taken'     => (string) $line->get_meta( '_reduced_stock', true ),
				'restocked' => (string) $line->get_meta( '_restock_refunded_items', true ),
			);
		}
		return array(
			'status' => $order->get_status(),
			'flag'   => (bool) $order->get_data_store()->get_stock_reduced( $order->get_id() ),
			'paid'   => null !== $order->get_date_paid(),
			'lines'  => $lines,
		);
	},
	'made'         => static function ( array $in ): array {
		// An order by code; with "hold", as a checkout makes it.
		$order = wc_create_order( array_filter( array( 'status' => $in['status'] ?? '' ) ) );
		$order->set_created_via( $in['via'] ?? '' );
		foreach ( $in['lines'] as $line ) {
			$order->add_product( wc_get_product( $line['id'] ), $line['quantity'] );
		}
		$order->set_payment_method( $in['method'] ?? 'card' );
		$order->calculate_totals();
		$order->save();
		if ( $in['hold'] ?? false ) {
			wc_reserve_stock_for_order( $order );
		}
		if ( $in['placed'] ?? false ) {
			do_action( 'woocommerce_store_api_checkout_order_processed', $order );
		}
		return array( 'id' => $order->get_id() );
	},
	'rebundle'     => static function ( array $in ): array {
		$plugin = WooInventoryGuard\Plugin::instance();
		$items  = $plugin->items()->by_product_ids( array( $in['id'], ...array_column( $in['parts'], 'id' ) ) );
		$parts  = array();
		foreach ( $in['parts'] as $part ) {
			$parts[] = new WooInventoryGuard\Stock\Component( $items[ $part['id'] ]->id, WooInventoryGuard\Stock\Quantity::of( (string) $part['quantity'] ) );
		}
		$plugin->bundles()->put( $items[ $in['id'] ]->id, $parts );
		return array();
	},
	'refund'       => static function ( array $in ): array {
		$order = wc_get_order( $in['order'] );
		$lines = array();
		foreach ( array_values( $order->get_items() ) as $place => $line ) {
			$quantity = $in['quantities'][ $place ] ?? 0;
			if ( $quantity > 0 ) {
				$lines[ $line->get_id() ] = array(
					'qty'          => $quantity,
					'refund_total' => wc_format_decimal( $line->get_total() / $line->get_quantity() * $quantity ),
				);
			}
		}
		$refund = wc_create_refund(
			array(
				'order_id'      => $in['order'],
				'amount'        => array_sum( array_column( $lines, 'refund_total' ) ),
				'line_items'    => $lines,
				'restock_items' => $in['restock'],
			)
		);
		return is_wp_error( $refund ) ? array( 'error' => $refund->get_error_message() ) : array( 'id' => $refund->get_id() );
	},
	'unrefund'     => static function ( array $in ): array {
		// As the order screen does it.
		wc_get_order( $in['refund'] )->delete( true );
		do_action( 'woocommerce_refund_deleted', $in['refund'], $in['order'] );
		return array();
	},
	'bin'          => static function ( array $in ): array {
		$order = wc_get_order( $in['order'] );
		match ( $in['do'] ) {
			'trash'   => $order->delete( false ),
			'untrash' => 'shop_order' === get_post_type( $in['order'] ) ? wp_untrash_post( $in['order'] ) : $order->get_data_store()->untrash_order( $order ),
			'delete'  => $order->delete( true ),
		};
		return array();
	},
	'remove'       => static function ( array $in ): array {
		$order = wc_get_order( $in['order'] );
		isset( $in['line'] ) ? $order->remove_item( $in['line'] ) : $order->remove_order_items();
		$order->save();
		return array();
	},
	'commit'       => static function ( array $in ): array {
		// The order's own action, and the bulk action of the list.
		foreach ( $in['orders'] as $id ) {
			if ( $in['bulk'] ?? false ) {
				wig_offer_bulk_actions();
				apply_filters( 'handle_bulk_actions-' . ( $in['hpos'] ? wc_get_page_screen_id( 'shop-order' ) : 'edit-shop_order' ), '', 'wig_commit_stock', array( $id ) ); // phpcs:ignore WordPress.NamingConventions.ValidHookName -- WordPress's own name.
			} else {
				do_action( 'woocommerce_order_action_wig_commit_stock', wc_get_order( $id ) );
			}
		}
		return array();
	},
	'extend'       => static function ( array $in ): array {
		do_action( 'woocommerce_order_action_wig_extend_hold', wc_get_order( $in['order'] ) );
		return array();
	},
	'edit_line'    => static function ( array $in ): array {
		// As the button "Save" of the order screen.
		require_once WC_ABSPATH . 'includes/admin/wc-admin-functions.php';
		$order = wc_get_order( $in['order'] );
		$line  = array_values( $order->get_items() )[0];
		wc_save_order_items(
			$in['order'],
			array(
				'order_item_id'  => array( $line->get_id() ),
				'order_item_qty' => array( $line->get_id() => $in['quantity'] ),
			)
		);
		return array();
	},
	'unpaid'       => static function ( array $in ): array {
		// WooCommerce's own time-out, for an order that nobody has touched for years.
		global $wpdb;
		$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->posts} SET post_modified = '2020-01-01', post_modified_gmt = '2020-01-01' WHERE ID = %d", $in['order'] ) );
		$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->prefix}wc_orders SET date_updated_gmt = '2020-01-01' WHERE id = %d", $in['order'] ) );
		wp_cache_flush();
		do_action( 'woocommerce_cancel_unpaid_orders' );
		return array();
	},
	'lock'         => static function ( array $in ): array {
		$lock  = ( time() - $in['ago'] ) . ':1';
		$order = wc_get_order( $in['order'] );
		if ( ! $in['hpos'] ) {
			update_post_meta( $in['order'], '_edit_lock', $lock );
			return array();
		}
		$order->update_meta_data( '_edit_lock', $lock );
		$order->save();
		return array();
	},
	'put_back'     => static function ( array $in ): array {
		// The button of the panel; what it leads to ends the request.
		$_GET     = array(
			'act'   => 'release',
			'order' => (string) $in['order'],
		);
		$_REQUEST = array( '_wpnonce' => wp_create_nonce( 'wig_order_stock' . $in['order'] ) );
		add_filter( 'wp_redirect', static fn () => throw new RuntimeException( 'There.' ) );
		try {
			do_action( 'admin_post_wig_order_stock' );
		} catch ( RuntimeException $there ) {
			return array( 'there' => 'There.' === $there->getMessage() );
		}
		return array();
	},
	'fractions'    => static function ( array $in ): array {
		// A shop that sells by weight has a plugin that says so.
		$file = WPMU_PLUGIN_DIR . '/wig-fractions.php';
		$in['on'] ? file_put_contents( $file, "<?php\nremove_filter( 'woocommerce_stock_amount', 'intval' );\nadd_action( 'plugins_loaded', static function () { remove_filter( 'woocommerce_stock_amount', 'intval' ); add_filter( 'woocommerce_stock_amount', 'floatval' ); } );\n" ) : unlink( $file );
		return array();
	},
	'panel'        => static function ( array $in ): array {
		require_once ABSPATH . 'wp-admin/includes/template.php';
		require_once ABSPATH . 'wp-admin/includes/screen.php';
		require_once ABSPATH . 'wp-admin/includes/class-wp-screen.php';
		require_once WC_ABSPATH . 'includes/admin/wc-admin-functions.php';
		global $wp_meta_boxes;
		$order  = wc_get_order( $in['order'] );
		$screen = wc_get_page_screen_id( 'shop-order' );
		set_current_screen( $screen );
		// As posts, WordPress hands over the post.
		do_action( 'add_meta_boxes', $screen, $in['hpos'] ? $order : get_post( $in['order'] ) );
		ob_start();
		call_user_func( $wp_meta_boxes[ $screen ]['normal']['high']['wig-order-stock']['callback'], $in['hpos'] ? $order : get_post( $in['order'] ) );
		return array( 'html' => ob_get_clean() );
	},
	'core_pays'    => static function ( array $in ): array {
		// WooCommerce alone: the guard's answers are away in this request.
		foreach ( array( 'woocommerce_can_reduce_order_stock', 'woocommerce_payment_complete_order_status', 'woocommerce_pre_payment_complete' ) as $hook ) {
			remove_all_filters( $hook );
		}
		wc_get_order( $in['order'] )->payment_complete();
		return array( 'stock' => (float) get_post_meta( $in['product'], '_stock', true ) );
	},
	'core_refunds' => static function ( array $in ): array {
		remove_all_filters( 'woocommerce_can_restock_refunded_items' );
		$order = wc_get_order( $in['order'] );
		wc_restock_refunded_items( $order, array( array_key_first( $order->get_items() ) => array( 'qty' => $in['quantity'] ) ) );
		return array( 'restocked' => array_values( $order->get_items() )[0]->get_meta( '_restock_refunded_items', true ) );
	},
);
