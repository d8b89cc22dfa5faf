<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Limit;

use WooInventoryGuard\Limit\Limit;
use WooInventoryGuard\Stock\Quantity;

/**
 * What an order or a cart asks of one limit.
 */
final class Demand {

	/**
	 * @param string                $name   Of the product or category, as a shopper knows it.
	 * @param Quantity              $wanted All units of it in the order.
	 * @param array<int, Quantity> $open   Those that are still to be taken, by item.
	 */
	public function __construct(
		public readonly Limit $limit,
		public readonly string $name,
		public readonly Quantity $wanted,
		public readonly array $open
	) {}
}
