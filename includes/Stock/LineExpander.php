<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

/**
 * Knows what bundles are made of. Stock asks; the catalog answers.
 */
interface LineExpander {

	/**
	 * The components of one set of each bundle, at any depth, flattened: no bundle among them, each item once.
	 *
	 * @param list<int> $bundle_ids At least one.
	 * @return array<int, list<Component>> By bundle id; a bundle without components has an empty list.
	 */
	public function components_of( array $bundle_ids ): array;
}
