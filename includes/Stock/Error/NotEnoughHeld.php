<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Error;

/**
 * A part was to be committed that the reservation does not hold (any more).
 */
final class NotEnoughHeld extends StockError {

	public function __construct( public readonly int $id, public readonly int $item_id ) {
		parent::__construct( "Reservation {$id} does not hold that much of item {$item_id}." );
	}
}
