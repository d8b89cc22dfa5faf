<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Limit;

/**
 * Who buys, as limits know it.
 */
final class Customer {

	/**
	 * @param list<string> $keys Purchases are written down under the first, and counted under all of them. None: nobody
	 *                           knows who it is.
	 */
	public function __construct( public readonly array $keys ) {}
}
