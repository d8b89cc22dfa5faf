<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rule;

/**
 * The shop's categories of products, as rules need them. Without a shop there are none.
 */
interface Categories {

	/**
	 * The categories and all below them.
	 *
	 * @param list<int> $ids
	 * @return array<int, list<int>> By category: numbers of terms in their taxonomy, as in WordPress's term_relationships. One that is gone has none.
	 */
	public function with_below( array $ids ): array;

	/**
	 * @param list<int> $ids
	 * @return array<int, string> Names as plain text, by category; one that is gone is left out.
	 */
	public function names( array $ids ): array;

	/**
	 * @return list<int> The categories above it.
	 */
	public function above( int $id ): array;
}
