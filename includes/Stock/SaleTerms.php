<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

/**
 * Under which terms units are asked for.
 */
final class SaleTerms {

	/**
	 * @param bool             $online     Whether what is kept back from online sale (safety stock) stays where it is.
	 * @param list<Condition> $conditions Decided in the reservation's transaction, in this order.
	 */
	public function __construct( public readonly bool $online = false, public readonly array $conditions = array() ) {}
}
