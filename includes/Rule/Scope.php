<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rule;

/**
 * For what a rule speaks, the nearest to an item first: that is the order in which they win. Before all of them comes
 * what an item (or variation) says itself.
 */
enum Scope: string {

	/** A product with variations: all of them, and the product where its stock is counted for them. */
	case Product = 'product';

	/** Everything in a category of products and in those below it. */
	case Category = 'category';

	case Shop = 'shop';

	public function rank(): int {
		return match ( $this ) {
			self::Product  => 1,
			self::Category => 2,
			self::Shop     => 3,
		};
	}
}
