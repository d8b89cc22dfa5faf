<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shortfall;

/**
 * Who can do what a person has decided about a shortfall: the shop that has the order.
 */
interface Resolver {

	/**
	 * @return Shortfall As it is then; still open where it could not be taken.
	 */
	public function resolve( Shortfall $shortfall, Outcome $outcome ): Shortfall;
}
