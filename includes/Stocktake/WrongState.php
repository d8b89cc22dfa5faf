<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake;

/**
 * Not in the state in which it is.
 */
final class WrongState extends StocktakeError {

	public function __construct( public readonly int $id, public readonly State $state ) {
		parent::__construct( "Stocktake {$id} is {$state->value}." );
	}
}
