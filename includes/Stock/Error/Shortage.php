<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Error;

use WooInventoryGuard\Stock\Quantity;

/**
 * One asked line of a refused request.
 */
final class Shortage {

	/**
	 * @param Quantity $available What could be had at that moment, backorders that are still allowed included.
	 * @param bool     $short     Whether this line is (one of) the reason(s): two lines may share what is left.
	 */
	public function __construct(
		public readonly int $item_id,
		public readonly string $sku,
		public readonly Quantity $requested,
		public readonly Quantity $available,
		public readonly bool $short
	) {}
}
