<?php
/**
 * A product whose variations differ in three ways: two attributes of its own, and one of the shop's.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

return array(
	'scarf' => static function ( array $in ): array {
		$taxonomy = wc_attribute_taxonomy_name( 'fabric' );
		if ( ! taxonomy_exists( $taxonomy ) ) {
			wc_create_attribute(
				array(
					'name' => 'Fabric',
					'slug' => 'fabric',
				)
			);
			register_taxonomy( $taxonomy, 'product' );
		}
		$terms = array();
		foreach ( array( 'Wool & silk', 'Linen' ) as $name ) {
			$term    = term_exists( $name, $taxonomy ) ?: wp_insert_term( $name, $taxonomy );
			$terms[] = (int) $term['term_id'];
		}
		$attributes = array();
		foreach ( array( 'Size' => array( 'S', 'L' ), 'Colour' => array( 'Red', 'Sky blue' ) ) as $name => $options ) {
			$own = new WC_Product_Attribute();
			$own->set_name( $name );
			$own->set_options( $options );
			$own->set_variation( true );
			$attributes[] = $own;
		}
		$fabric = new WC_Product_Attribute();
		$fabric->set_id( wc_attribute_taxonomy_id_by_name( 'fabric' ) );
		$fabric->set_name( $taxonomy );
		$fabric->set_options( $terms );
		$fabric->set_variation( true );
		$attributes[] = $fabric;
		$product      = new WC_Product_Variable();
		$product->set_name( $in['name'] );
		$product->set_attributes( $attributes );
		return array( 'id' => $product->save() );
	},
);
