<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Error;

use WooInventoryGuard\Stock\ReservationState;

/**
 * The reservation has already been committed, released or has expired; it leaves "active" once.
 */
final class NotActive extends StockError {

	public function __construct( public readonly int $id, public readonly ReservationState $state ) {
		parent::__construct( "Reservation {$id} is {$state->value}." );
	}
}
