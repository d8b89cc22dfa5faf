<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Bundle;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Stock\Quantity;

/**
 * One line of a bundle's list, as people see it.
 */
final class BundleComponent {

	/**
	 * @param Quantity   $quantity     Units in one set.
	 * @param bool       $optional     Left out of sets for which it is not enough.
	 * @param list<Item> $alternatives What will do as well, the best liked first.
	 */
	public function __construct( public readonly Item $item, public readonly Quantity $quantity, public readonly bool $optional = false, public readonly array $alternatives = array() ) {}
}
