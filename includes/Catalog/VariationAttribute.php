<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

/**
 * What the variations of a product differ in, such as size.
 */
final class VariationAttribute {

	/**
	 * @param string                      $name   As shoppers read it.
	 * @param array<array-key, string>    $values Every value that the product offers, in its order: what is stored => what is read.
	 * @param array<int, string>          $chosen Value of each variation, by product id; '' is any.
	 */
	public function __construct(
		public readonly string $name,
		public readonly array $values,
		public readonly array $chosen
	) {}
}
