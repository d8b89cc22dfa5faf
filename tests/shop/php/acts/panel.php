<?php
/**
 * What the tests of the product screen and the product list need.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

return array(
	'panel_person' => static function ( array $in ): array {
		// Edits products, and has of our rights what is named.
		$role = new WP_User( wp_create_user( $in['name'], 'password', $in['name'] . '@example.com' ) );
		$role->set_role( 'editor' );
		foreach ( array_keys( get_role( 'shop_manager' )->capabilities ) as $capability ) {
			if ( ! str_starts_with( $capability, 'wig_' ) ) {
				$role->add_cap( $capability );
			}
		}
		foreach ( $in['rights'] as $right ) {
			$role->add_cap( $right );
		}
		return array( 'id' => $role->ID );
	},
	'panel_bundle' => static function ( array $in ): array {
		$plugin = WooInventoryGuard\Plugin::instance();
		$items  = $plugin->items()->by_product_ids( array( $in['product'], ...array_keys( $in['of'] ) ) );
		$parts  = array();
		foreach ( $in['of'] as $product => $quantity ) {
			$parts[] = array(
				'item_id'  => $items[ $product ]->id,
				'quantity' => $quantity,
			);
		}
		$request = new WP_REST_Request( 'PUT', '/woo-inventory-guard/v1/items/' . $items[ $in['product'] ]->id . '/components' );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( (string) wp_json_encode( array( 'components' => $parts ) ) );
		return array( 'status' => rest_do_request( $request )->get_status() );
	},
	'panel_column' => static function ( array $in ): array {
		// The column of the product list, drawn for these products as rows of one page.
		global $wpdb, $wp_query;
		wp_set_current_user( 1 );
		$wp_query->posts = array_map( 'get_post', $in['products'] );
		$before          = $wpdb->num_queries;
		$cells           = array();
		foreach ( $in['products'] as $product ) {
			ob_start();
			do_action( 'manage_product_posts_custom_column', 'wig_available', $product );
			$cells[] = trim( (string) preg_replace( '/\s+/', ' ', wp_strip_all_tags( str_replace( '<br>', ' ', (string) ob_get_clean() ) ) ) );
		}
		return array(
			'cells'   => $cells,
			'queries' => $wpdb->num_queries - $before,
		);
	},
);
