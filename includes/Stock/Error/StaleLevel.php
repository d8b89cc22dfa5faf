<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Error;

use WooInventoryGuard\Stock\Quantity;

/**
 * The writer counted from a number that is no longer true. Both are known now; a person decides.
 */
final class StaleLevel extends StockError {

	public function __construct( public readonly int $item_id, public readonly Quantity $expected, public readonly Quantity $on_hand ) {
		parent::__construct( "Item {$item_id} has {$on_hand} on hand, not {$expected}." );
	}
}
