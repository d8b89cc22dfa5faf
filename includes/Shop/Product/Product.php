<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Product;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Stock\Quantity;

/**
 * What the books take from a WooCommerce product: a row as it stands in WordPress's tables now.
 */
final class Product {

	/**
	 * @param int           $parent_id For a variation the variable product, else 0.
	 * @param bool          $tracked   Whether it counts units of its own (a variation that shares its parent's does not).
	 * @param Quantity      $stock     The present number, zero where none is set.
	 * @param Quantity|null $low       Its own low stock amount; NULL inherits.
	 * @param Quantity|null $parent_low For a variation, that of its product.
	 * @param Quantity|null $price     What it is sold for now; NULL where none is set.
	 * @param Quantity|null $cost      What WooCommerce says a unit costs; NULL where it does not say.
	 * @param bool          $stock_lost Whether it counts units and WooCommerce's row for the number is gone: it writes one for each such product.
	 */
	public function __construct(
		public readonly int $id,
		public readonly Kind $kind,
		public readonly int $parent_id,
		public readonly string $name,
		public readonly string $sku,
		public readonly string $barcode,
		public readonly string $category,
		public readonly bool $tracked,
		public readonly Quantity $stock,
		public readonly ?Quantity $low,
		public readonly ?Quantity $parent_low,
		public readonly Backorders $backorders,
		public readonly ?Quantity $price,
		public readonly ?Quantity $cost,
		public readonly bool $stock_lost = false
	) {}

	/**
	 * The same, sold as a bundle: what its components allow is counted instead of units of its own.
	 */
	public function as_bundle(): self {
		return new self( $this->id, Kind::Bundle, $this->parent_id, $this->name, $this->sku, $this->barcode, $this->category, true, Quantity::zero(), $this->low, $this->parent_low, Backorders::No, $this->price, $this->cost );
	}
}
