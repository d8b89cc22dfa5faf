<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rule;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Stock\Quantity;

/**
 * What counts for an item, for a look.
 */
final class Values {

	/**
	 * @param Quantity|null $limit NULL is no limit.
	 * @param string        $text  '' where there is nothing to say.
	 */
	public function __construct(
		public readonly Quantity $low,
		public readonly Backorders $backorders,
		public readonly ?Quantity $limit,
		public readonly string $text
	) {}

	public static function now( Item $item ): self {
		return new self( $item->low_at, $item->backorders, $item->backorder_limit, $item->backorder_text );
	}

	/**
	 * What it would be with these rules. The words for Catalog\Inherited in PHP: for examples only, nothing is decided.
	 */
	public static function with( Item $item, Spoken $spoken, Quantity $default_low ): self {
		return new self(
			$item->low_stock_threshold ?? $item->parent_low ?? $spoken->low->low ?? $default_low,
			$item->own_backorders ?? $spoken->backorders->backorders ?? Backorders::No,
			$item->own_limit ?? $spoken->limit->limit ?? null,
			'' === $item->own_text ? (string) $spoken->text?->text : $item->own_text
		);
	}

	public function equals( self $other ): bool {
		return 0 === $this->low->compare( $other->low ) && $this->backorders === $other->backorders && $this->limit?->units === $other->limit?->units && $this->text === $other->text;
	}
}
