<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Walk;

/**
 * What an order holds.
 */
final class Hold {

	public bool $due = false;

	/**
	 * @param array<int, int> $asked Item id => units, bundles as they are.
	 * @param array<int, int> $left  Item id => units that are still reserved, bundles taken apart.
	 */
	public function __construct( public readonly array $asked, public array $left ) {}
}
