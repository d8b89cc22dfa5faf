<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

/**
 * So many units of an item for one set.
 */
final class Component {

	public function __construct( public readonly int $item_id, public readonly Quantity $quantity ) {}
}
