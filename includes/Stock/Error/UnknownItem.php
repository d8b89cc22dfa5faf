<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Error;

/**
 * No such item.
 */
final class UnknownItem extends StockError {

	public function __construct( public readonly int $item_id ) {
		parent::__construct( "Item {$item_id} does not exist." );
	}
}
