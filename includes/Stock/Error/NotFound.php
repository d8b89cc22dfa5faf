<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Error;

/**
 * No such reservation.
 */
final class NotFound extends StockError {

	public function __construct( public readonly int $id ) {
		parent::__construct( "Reservation {$id} does not exist." );
	}
}
