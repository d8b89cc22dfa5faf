<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Error;

/**
 * The item exists, but its stock is not counted, so there is nothing to hold or to change.
 */
final class NotTracked extends StockError {

	public function __construct( public readonly int $item_id ) {
		parent::__construct( "Item {$item_id} is not tracked." );
	}
}
