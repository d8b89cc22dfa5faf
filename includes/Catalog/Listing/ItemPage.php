<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Listing;

use WooInventoryGuard\Catalog\Item;

/**
 * One page of a list of items.
 */
final class ItemPage {

	/**
	 * @param list<Item>   $items
	 * @param int          $total          Items that match.
	 * @param bool         $total_is_exact False above 10,000 (a count at most a minute old), and where a search was cut short ("at least").
	 * @param string|null  $next           Cursor of the next page; NULL on the last one.
	 * @param StatusCounts $counts         Matches per status, whatever status is asked for.
	 */
	public function __construct(
		public readonly array $items,
		public readonly int $total,
		public readonly bool $total_is_exact,
		public readonly ?string $next,
		public readonly StatusCounts $counts
	) {}
}
