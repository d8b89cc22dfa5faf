<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Error;

/**
 * The refusal: nothing was changed, and for each line this is what was asked and what could be had.
 */
final class NotEnoughStock extends StockError {

	/**
	 * @param list<Shortage> $lines Every line that was asked, short or not.
	 */
	public function __construct( public readonly array $lines ) {
		parent::__construct( 'Not enough stock.' );
	}
}
