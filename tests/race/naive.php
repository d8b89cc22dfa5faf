<?php
/**
 * What most stock code does, to show that the race is real: it reads what is available, compares, writes the order
 * down, and then takes the units off.
 * Loaded as a must-use plugin by the race test only. Same request and answers as the real route, at
 * /wp-json/wig-naive/v1/reservations.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

add_action(
	'rest_api_init',
	static function (): void {
		register_rest_route(
			'wig-naive/v1',
			'/reservations',
			array(
				'methods'             => 'POST',
				'permission_callback' => static fn(): bool => current_user_can( 'manage_options' ),
				'callback'            => static function ( WP_REST_Request $request ): WP_REST_Response {
					global $wpdb;
					foreach ( $request['lines'] as $line ) {
						$available = (float) $wpdb->get_var( $wpdb->prepare( "SELECT on_hand - reserved FROM {$wpdb->prefix}wig_levels WHERE item_id = %d", $line['item_id'] ) );
						if ( $available < (float) $line['quantity'] ) {
							return new WP_REST_Response( array( 'code' => 'wig_not_enough_stock' ), 409 );
						}
					}
					wp_insert_post(
						array(
							'post_type'  => 'naive_order',
							'post_title' => $request['reference']['id'],
							'meta_input' => array( 'lines' => $request['lines'] ),
						)
					);
					foreach ( $request['lines'] as $line ) {
						$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->prefix}wig_levels SET reserved = reserved + %f WHERE item_id = %d", $line['quantity'], $line['item_id'] ) );
					}
					return new WP_REST_Response( array( 'state' => 'active' ), 201 );
				},
			)
		);
	}
);
