<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Level;

use WooInventoryGuard\Stock\Error\StockError;

/**
 * A level does not hold what an active reservation says it holds: rows were changed from outside. Nothing was written;
 * `verify` names the rows and `repair` mends them.
 */
final class Inconsistent extends StockError {

	public function __construct( public readonly int $item_id, public readonly int $location_id ) {
		parent::__construct( "The level of item {$item_id} at location {$location_id} does not agree with its reservations." );
	}
}
