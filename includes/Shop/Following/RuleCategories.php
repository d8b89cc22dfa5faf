<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Following;

use WooInventoryGuard\Rule\Categories;
use WooInventoryGuard\Shop\Product\CategoryNames;

/**
 * Categories of products, for rules.
 */
final class RuleCategories implements Categories {

	private const TAXONOMY = 'product_cat';

	public function with_below( array $ids ): array {
		$below = array();
		foreach ( $ids as $id ) {
			$children     = get_term_children( $id, self::TAXONOMY );
			$below[ $id ] = array( $id, ...array_map( 'intval', is_array( $children ) ? $children : array() ) );
		}
		$all     = array_values( array_unique( array_merge( ...array_values( $below ) ) ) );
		$numbers = array() === $all ? array() : $this->numbers( $all );
		return array_map( static fn( array $terms ): array => array_values( array_intersect_key( $numbers, array_flip( $terms ) ) ), $below );
	}

	public function names( array $ids ): array {
		return array() === $ids ? array() : CategoryNames::of( $ids );
	}

	public function above( int $id ): array {
		return array_values( array_map( 'intval', get_ancestors( $id, self::TAXONOMY, 'taxonomy' ) ) );
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, int> Number in the taxonomy, by number of the term.
	 */
	private function numbers( array $ids ): array {
		$terms = get_terms(
			array(
				'taxonomy'               => self::TAXONOMY,
				'include'                => $ids,
				'hide_empty'             => false,
				'update_term_meta_cache' => false,
			)
		);
		$found = array();
		foreach ( is_array( $terms ) ? $terms : array() as $term ) {
			$found[ $term->term_id ] = $term->term_taxonomy_id;
		}
		return $found;
	}
}
