<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Product;

/**
 * The shop's product categories, for choosing what is counted.
 */
final class Categories {

	private const MOST = 1_000;

	/**
	 * @return list<array{id: int, name: string}> With the names of those above it, in their order.
	 */
	public static function all(): array {
		$terms = get_terms(
			array(
				'taxonomy'   => 'product_cat',
				'hide_empty' => false,
				'number'     => self::MOST,
			)
		);
		$terms = is_array( $terms ) ? array_filter( $terms, is_object( ... ) ) : array();
		$named = array_column( $terms, null, 'term_id' );
		$list  = array();
		foreach ( $terms as $term ) {
			$names = array();
			for ( $one = $term, $depth = 0; null !== $one && $depth < 20; $one = $named[ $one->parent ] ?? null, $depth++ ) {
				array_unshift( $names, wp_specialchars_decode( $one->name, ENT_QUOTES ) );
			}
			$list[] = array(
				'id'   => $term->term_id,
				'name' => implode( ' / ', $names ),
			);
		}
		usort( $list, static fn( array $a, array $b ): int => strnatcasecmp( $a['name'], $b['name'] ) );
		return $list;
	}

	/**
	 * @param list<int> $ids
	 * @return list<int> Under which numbers products of these categories and of those below them are filed (WordPress's term_taxonomy_id).
	 */
	public static function filed( array $ids ): array {
		$all = $ids;
		foreach ( $ids as $id ) {
			$below = get_term_children( $id, 'product_cat' );
			array_push( $all, ...is_array( $below ) ? array_map( intval( ... ), $below ) : array() );
		}
		$filed = get_terms(
			array(
				'taxonomy'   => 'product_cat',
				'include'    => $all,
				'hide_empty' => false,
				'fields'     => 'tt_ids',
			)
		);
		return is_array( $filed ) ? array_map( intval( ... ), $filed ) : array();
	}
}
