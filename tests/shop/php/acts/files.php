<?php
/**
 * Acts around files that are brought in.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

return array(
	'sell'       => static function ( array $in ): array {
		wig_sell_elsewhere( (int) $in['id'], $in['units'] );
		return array();
	},
	// What WP All Import does with a record whose columns are mapped to custom fields: it saves each, tells of it, and at the
	// end of the product.
	'all_import' => static function ( array $in ): array {
		foreach ( $in['fields'] as $key => $value ) {
			update_post_meta( $in['id'], $key, $value );
			do_action( 'pmxi_update_post_meta', $in['id'], $key, $value );
		}
		do_action( 'pmxi_saved_post', $in['id'], new SimpleXMLElement( '<node/>' ), true );
		return array( 'left' => array_values( array_filter( array_keys( get_post_meta( $in['id'] ) ), static fn ( string $key ): bool => str_starts_with( $key, 'wig_' ) ) ) );
	},
);
