<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

/**
 * Knows what bundles are made of. Stock asks; the catalog answers.
 */
interface LineExpander {

	/**
	 * What one set of each bundle takes, at any depth, flattened: no bundle among it. An item that every set takes is there
	 * once, the places where any of some items will do and the extras beside it.
	 *
	 * @param list<int> $bundle_ids At least one.
	 * @return array<int, list<Choice>> By bundle id; a bundle that cannot be put together has an empty list.
	 */
	public function choices_of( array $bundle_ids ): array;
}
