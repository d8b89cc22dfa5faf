<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Bundle;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Stock\Quantity;

/**
 * The part of a bundle that runs out first.
 */
final class Bottleneck {

	/**
	 * @param Quantity   $per_set      In one set, all places of the bundle together.
	 * @param Quantity   $offered      Of the part and its alternatives, safety stock left alone.
	 * @param Quantity   $sets         Whole sets that it is enough for.
	 * @param list<Item> $alternatives What could be taken instead and is enough for no more either.
	 */
	public function __construct(
		public readonly Item $item,
		public readonly Quantity $per_set,
		public readonly Quantity $offered,
		public readonly Quantity $sets,
		public readonly array $alternatives = array()
	) {}
}
