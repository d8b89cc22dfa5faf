<?php
/**
 * What the owner does in the tests of cached pages.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

return array(
	'theme'    => static function ( array $in ): array {
		switch_theme( $in['name'] );
		return array( 'theme' => get_stylesheet() );
	},
	'hold'     => static function ( array $in ): array {
		// As WooCommerce's checkout does it where holding is switched on.
		( new Automattic\WooCommerce\Checkout\Helpers\ReserveStock() )->reserve_stock_for_order( wc_get_order( $in['order'] ), 60 );
		return array();
	},
	'page'     => static fn ( array $in ): array => array(
		'path' => wp_make_link_relative( (string) get_permalink( wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => $in['title'], 'post_content' => $in['content'] ) ) ) ),
	),
	'link'     => static fn ( array $in ): array => array( 'path' => wp_make_link_relative( (string) get_permalink( $in['id'] ) ) ),
	'settings' => static function ( array $in ): array {
		WooInventoryGuard\Plugin::instance()->settings()->change( $in );
		return array();
	},
	'told'     => static function (): array {
		$told = get_option( 'wig_told', array() );
		delete_option( 'wig_told' );
		return $told;
	},
	'post'     => static fn ( array $in ): array => array( 'id' => wp_update_post( $in ) ),
);
