<?php
/**
 * Acts of the doors' tests.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

use Automattic\WooCommerce\Checkout\Helpers\ReserveStock;

return array(
	// Orders that nobody has reserved for, as another plugin or an import makes them.
	'bare_orders'   => static function ( array $in ): array {
		$made = array();
		for ( $n = 0; $n < $in['count']; $n++ ) {
			$order = wc_create_order( array( 'status' => $in['status'] ?? 'pending' ) );
			foreach ( $in['lines'] as $line ) {
				$order->add_product( wc_get_product( $line['id'] ), $line['quantity'] );
			}
			$order->set_billing_email( 'mei@example.com' );
			$order->calculate_totals();
			$order->save();
			$made[] = array(
				'id'    => $order->get_id(),
				'key'   => $order->get_order_key(),
				'lines' => array_keys( $order->get_items() ),
			);
		}
		return $made;
	},
	'bare_and_paid' => static function ( array $in ): array {
		$order = wc_create_order();
		$order->add_product( wc_get_product( $in['id'] ), $in['quantity'] );
		$order->calculate_totals();
		$order->save();
		$order->payment_complete();
		$taken = 0;
		foreach ( wc_get_order( $order->get_id() )->get_items() as $item ) {
			$taken += (float) $item->get_meta( '_reduced_stock', true );
		}
		return array(
			'id'    => $order->get_id(),
			'taken' => $taken,
		);
	},
	// A signed-in member of staff: the cookies and the nonce of the order screen.
	'staff'         => static function (): array {
		$until = time() + HOUR_IN_SECONDS;
		$token = WP_Session_Tokens::get_instance( 1 )->create( $until );
		$known = wp_generate_auth_cookie( 1, $until, 'logged_in', $token );

		$_COOKIE[ LOGGED_IN_COOKIE ] = $known;
		return array(
			'cookie' => LOGGED_IN_COOKIE . '=' . rawurlencode( $known ) . '; ' . AUTH_COOKIE . '=' . rawurlencode( wp_generate_auth_cookie( 1, $until, 'auth', $token ) ),
			'nonce'  => wp_create_nonce( 'order-item' ),
		);
	},
	'save_lines'    => static function ( array $in ): array {
		// As the form of the whole order page does, which cannot be answered with a refusal.
		require_once WC()->plugin_path() . '/includes/admin/wc-admin-functions.php';
		wc_save_order_items( $in['order'], $in['items'] );
		return array();
	},
	// As another plugin reserves: by WooCommerce's own functions and class.
	'reserve'       => static function ( array $in ): array {
		$order = wc_get_order( $in['order'] );
		try {
			if ( 'class' === $in['by'] ) {
				( new ReserveStock() )->reserve_stock_for_order( $order, 30 );
			} else {
				wc_reserve_stock_for_order( $order );
			}
		} catch ( Exception $refused ) {
			return array(
				'refused' => $refused->getMessage(),
				'kind'    => get_class( $refused ),
			);
		}
		return array( 'refused' => '' );
	},
	'reduce'        => static function ( array $in ): array {
		wc_reduce_stock_levels( $in['order'] );
		return array();
	},
	'remove_line'   => static function ( array $in ): array {
		$order = wc_get_order( $in['order'] );
		$order->remove_item( $in['line'] );
		$order->save();
		return array();
	},
	'set_status'    => static function ( array $in ): array {
		wp_update_post(
			array(
				'ID'          => $in['id'],
				'post_status' => $in['status'],
			)
		);
		return array();
	},
	'count_orders'  => static fn ( array $in ): array => array( 'count' => count( wc_get_orders( array( 'status' => $in['status'], 'limit' => -1, 'return' => 'ids' ) ) ) ),
	'averted'       => static function ( array $in ): array {
		global $wpdb;
		return $wpdb->get_col( $wpdb->prepare( "SELECT option_value FROM {$wpdb->options} WHERE option_name LIKE %s", $wpdb->esc_like( 'wig_refused_' . $in['id'] . '_' ) . '%' ) );
	},
	// A bundle that is sold as a product: what the product's owner does on the Bundles screen.
	'bundle'        => static function ( array $in ): array {
		global $wpdb;
		$product = new WC_Product_Simple();
		$product->set_props(
			array(
				'name'          => $in['name'],
				'regular_price' => '30',
				'virtual'       => true,
				'manage_stock'  => false,
			)
		);
		$id     = $product->save();
		$plugin = WooInventoryGuard\Plugin::instance();
		$wpdb->update( $wpdb->prefix . 'wig_items', array( 'kind' => 'bundle' ), array( 'product_id' => $id ) );
		$items      = $plugin->items()->by_product_ids( array( $id, ...array_column( $in['parts'], 'id' ), ...array_merge( ...array_column( $in['parts'], 'or' ) ) ) );
		$components = array();
		foreach ( $in['parts'] as $part ) {
			$components[] = new WooInventoryGuard\Stock\Choice(
				array_map( static fn ( int $product ): int => $items[ $product ]->id, array( $part['id'], ...$part['or'] ?? array() ) ),
				WooInventoryGuard\Stock\Quantity::of( (string) $part['quantity'] ),
				$part['optional'] ?? false
			);
		}
		$plugin->bundles()->put( $items[ $id ]->id, $components );
		return array( 'id' => $id );
	},
	'classic_page'  => static function (): array {
		$pages = array();
		foreach ( array( 'cart', 'checkout' ) as $name ) {
			$pages[ $name ] = wp_insert_post(
				array(
					'post_type'    => 'page',
					'post_status'  => 'publish',
					'post_title'   => "Classic {$name}",
					'post_content' => "[woocommerce_{$name}]",
				)
			);
		}
		return $pages;
	},
);
