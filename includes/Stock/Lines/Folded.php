<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Lines;

use WooInventoryGuard\Stock\Error\StockError;

/**
 * What was asked for was folded into monthly sums and is not known any more (see Folding).
 */
final class Folded extends StockError {

	/**
	 * @param \DateTimeImmutable $before From then on every line is known.
	 */
	public function __construct( public readonly \DateTimeImmutable $before ) {
		parent::__construct( "The ledger is not known line by line before {$before->format( DATE_ATOM )}." );
	}
}
