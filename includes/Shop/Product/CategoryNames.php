<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Product;

/**
 * What product categories are called.
 */
final class CategoryNames {

	/**
	 * @param list<int> $ids
	 * @return array<int, string> By number; those that are gone are left out.
	 */
	public static function of( array $ids ): array {
		$terms = get_terms(
			array(
				'taxonomy'   => 'product_cat',
				'include'    => $ids,
				'hide_empty' => false,
				'fields'     => 'id=>name',
			)
		);
		// As plain text: WordPress keeps "Tea & more" as it goes into a page.
		return is_array( $terms ) ? array_map( static fn( string $name ): string => wp_specialchars_decode( $name, ENT_QUOTES ), $terms ) : array();
	}
}
