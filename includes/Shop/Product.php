<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop;

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
	 * @param Quantity|null $low       Its low stock amount; NULL takes the shop's.
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
		public readonly Backorders $backorders
	) {}

	/**
	 * The same, sold as a bundle: what its components allow is counted instead of units of its own.
	 */
	public function as_bundle(): self {
		return new self( $this->id, Kind::Bundle, $this->parent_id, $this->name, $this->sku, $this->barcode, $this->category, true, Quantity::zero(), $this->low, Backorders::No );
	}
}
