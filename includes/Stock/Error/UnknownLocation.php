<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Error;

/**
 * No such location.
 */
final class UnknownLocation extends StockError {

	public function __construct( public readonly int $location_id ) {
		parent::__construct( "Location {$location_id} does not exist." );
	}
}
