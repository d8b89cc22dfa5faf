<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Integrity;

/**
 * An invariant that another room adds to the integrity check.
 */
interface Check {

	/**
	 * @return list<Problem> Empty when it holds.
	 */
	public function check(): array;
}
