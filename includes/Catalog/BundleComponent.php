<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

use WooInventoryGuard\Stock\Quantity;

/**
 * One line of a bundle's list, as people see it.
 */
final class BundleComponent {

	/**
	 * @param Quantity $quantity Units in one set.
	 */
	public function __construct( public readonly Item $item, public readonly Quantity $quantity ) {}
}
