<?php
/**
 * Acts of tests/shop/rows.ts: doors and writers of the map of WooCommerce that are reached inside the shop.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

return array(
	'has_class'     => static fn ( array $in ): array => array( 'has' => class_exists( $in['name'] ) ),
	'ability'       => static function ( array $in ): array {
		// As an agent calls it over MCP.
		$answer = wp_get_ability( $in['name'] )->execute( $in['input'] );
		return is_wp_error( $answer ) ? array( 'error' => $answer->get_error_message() ) : array( 'error' => '' );
	},
	'inner_rest'    => static function ( array $in ): array {
		// As `wp wc product update` does it: the REST route, in the same process.
		$request = new WP_REST_Request( 'PUT', $in['path'] );
		$request->set_body_params( $in['body'] );
		return array( 'http' => rest_do_request( $request )->get_status() );
	},
	'migrate'       => static function ( array $in ): array {
		// As `wp wc migrate products` does it with one product that is there already.
		$importer = new Automattic\WooCommerce\Internal\CLI\Migrator\Core\WooCommerceProductImporter();
		$importer->configure( array( 'skip_existing' => false ) );
		$done = $importer->import_product(
			array(
				'name'           => 'Migrated',
				'sku'            => wc_get_product( $in['id'] )->get_sku(),
				'manage_stock'   => true,
				'stock_quantity' => $in['stock'],
			)
		);
		return array( 'status' => $done['status'] ?? '' );
	},
	'shopper_ends'  => static function ( array $in ): array {
		// The link "Cancel" in the shopper's account or mail.
		wp_set_current_user( 0 );
		wc_load_cart();
		$order = wc_get_order( $in['order'] );
		$_GET  = array(
			'cancel_order' => 'true',
			'order'        => $order->get_order_key(),
			'order_id'     => (string) $in['order'],
			'_wpnonce'     => wp_create_nonce( 'woocommerce-cancel_order' ),
		);
		WC_Form_Handler::cancel_order();
		return array( 'status' => wc_get_order( $in['order'] )->get_status() );
	},
	'old_drafts'    => static function ( array $in ): array {
		// Two days later, WooCommerce's own job comes round.
		global $wpdb;
		$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->posts} SET post_modified = '2020-01-01', post_modified_gmt = '2020-01-01' WHERE ID = %d", $in['order'] ) );
		$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->prefix}wc_orders SET date_updated_gmt = '2020-01-01' WHERE id = %d", $in['order'] ) );
		wp_cache_flush();
		do_action( 'woocommerce_cleanup_draft_orders' );
		return array( 'gone' => false === wc_get_order( $in['order'] ) );
	},
	'status_button' => static fn ( array $in ): array => array( 'nonce' => wp_create_nonce( 'woocommerce-mark-order-status' ) ),
	'core_holds'    => static function ( array $in ): array {
		global $wpdb;
		return array( 'units' => (float) $wpdb->get_var( $wpdb->prepare( "SELECT COALESCE( SUM( stock_quantity ), 0 ) FROM {$wpdb->prefix}wc_reserved_stock WHERE product_id = %d AND expires > NOW()", $in['id'] ) ) );
	},
);
