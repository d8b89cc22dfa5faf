<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Writing;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Text;
use WooInventoryGuard\Stock\Quantity;

/**
 * A part or a bundle to be made.
 */
final class NewItem {

	public readonly string $name;
	public readonly string $sku;
	public readonly string $barcode;
	public readonly string $category;

	/**
	 * @param Kind          $kind                Part or Bundle: products come from the shop.
	 * @param string        $sku                 '' is none; blanks around it are not part of it. So for the barcode.
	 * @param Quantity|null $low_stock_threshold NULL takes the shop's default.
	 * @param Quantity|null $backorder_limit     NULL is no limit.
	 */
	public function __construct(
		public readonly Kind $kind,
		string $name,
		string $sku = '',
		string $barcode = '',
		string $category = '',
		public readonly ?Quantity $low_stock_threshold = null,
		public readonly Backorders $backorders = Backorders::No,
		public readonly ?Quantity $backorder_limit = null
	) {
		if ( Kind::Part !== $kind && Kind::Bundle !== $kind ) {
			throw new \InvalidArgumentException( 'Only parts and bundles are made here; products come from the shop.' );
		}
		$this->name     = Text::line( $name, Text::NAME );
		$this->sku      = Text::line( $sku, Text::SKU );
		$this->barcode  = Text::line( $barcode, Text::BARCODE );
		$this->category = Text::line( $category, Text::CATEGORY );
	}

	/**
	 * @return array<string, string|null> For the fingerprint of the request.
	 */
	public function to_array(): array {
		return array(
			'kind'                => $this->kind->value,
			'name'                => $this->name,
			'sku'                 => $this->sku,
			'barcode'             => $this->barcode,
			'category'            => $this->category,
			'low_stock_threshold' => $this->low_stock_threshold?->sql(),
			'backorders'          => $this->backorders->value,
			'backorder_limit'     => $this->backorder_limit?->sql(),
		);
	}
}
