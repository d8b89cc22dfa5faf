<?php
/**
 * Ends what is due a quarter of an hour from now, as the sweep would then: POST /wp-json/wig-race/v1/expire.
 * So a reservation can run out at the very moment at which somebody else commits or releases it.
 * Loaded as a must-use plugin by the race test only.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

add_action(
	'rest_api_init',
	static function (): void {
		register_rest_route(
			'wig-race/v1',
			'/expire',
			array(
				'methods'             => 'POST',
				'permission_callback' => static fn(): bool => current_user_can( 'manage_options' ),
				'callback'            => static function (): WP_REST_Response {
					$later = new class() extends WooInventoryGuard\Platform\Clock {
						public function now(): DateTimeImmutable {
							return parent::now()->modify( '+15 minutes' );
						}
					};
					return new WP_REST_Response( array( 'expired' => WooInventoryGuard\Plugin::instance()->with_clock( $later )->reservations()->expire_due( 10 ) ) );
				},
			)
		);
	}
);
