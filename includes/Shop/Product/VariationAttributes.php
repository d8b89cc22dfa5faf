<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Product;

use WooInventoryGuard\Catalog\VariationAttribute;
use WooInventoryGuard\Platform\Db;

/**
 * What WooCommerce knows of the variations of a product: the attributes they differ in, and the value of each. The
 * values are read with one statement; a product may have hundreds of variations.
 */
final class VariationAttributes {

	public function __construct( private readonly Db $db ) {}

	/**
	 * @return list<VariationAttribute> Empty for what has no variations.
	 */
	public function of( int $product_id ): array {
		$product = wc_get_product( $product_id );
		if ( ! $product instanceof \WC_Product_Variable ) {
			return array();
		}
		$children = array_values( array_map( 'intval', $product->get_children() ) );
		$stored   = $this->stored( $children );
		$found    = array();
		foreach ( $product->get_attributes() as $key => $attribute ) {
			if ( ! $attribute instanceof \WC_Product_Attribute || ! $attribute->get_variation() ) {
				continue;
			}
			$values  = self::values( $attribute );
			$found[] = new VariationAttribute(
				wc_attribute_label( $attribute->get_name(), $product ),
				$values,
				array_map( static fn( array $own ): string => self::meant( $own[ 'attribute_' . $key ] ?? '', $values ), $stored )
			);
		}
		return $found;
	}

	/**
	 * All that the product offers, also what no variation has: a missing combination is worth seeing.
	 *
	 * @return array<array-key, string>
	 */
	private static function values( \WC_Product_Attribute $attribute ): array {
		$values = array();
		foreach ( $attribute->is_taxonomy() ? (array) $attribute->get_terms() : array() as $term ) {
			if ( $term instanceof \WP_Term ) {
				$values[ $term->slug ] = wp_specialchars_decode( $term->name, ENT_QUOTES );
			}
		}
		foreach ( $attribute->is_taxonomy() ? array() : $attribute->get_options() as $option ) {
			$values[ (string) $option ] = (string) $option;
		}
		return $values;
	}

	/**
	 * Older versions of WooCommerce stored a value of the product's own as a slug.
	 *
	 * @param array<array-key, string> $values
	 */
	private static function meant( string $stored, array $values ): string {
		if ( '' === $stored || isset( $values[ $stored ] ) ) {
			return $stored;
		}
		foreach ( array_keys( $values ) as $value ) {
			if ( sanitize_title( (string) $value ) === $stored ) {
				return (string) $value;
			}
		}
		// A value that was taken off the product since: nobody can buy it, and as "any" it would look as if they could.
		return $stored;
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, array<string, string>> By variation, in the product's order; then by meta key.
	 */
	private function stored( array $ids ): array {
		if ( array() === $ids ) {
			return array();
		}
		$found = array_fill_keys( $ids, array() );
		$rows  = $this->db->rows(
			'SELECT post_id, meta_key, meta_value FROM %i WHERE post_id IN (' . $this->db->marks( $ids ) . ") AND meta_key LIKE 'attribute\\_%%'",
			$this->db->wp_table( 'postmeta' ),
			...$ids
		);
		foreach ( $rows as $row ) {
			$found[ (int) $row['post_id'] ][ (string) $row['meta_key'] ] = (string) $row['meta_value'];
		}
		return $found;
	}
}
