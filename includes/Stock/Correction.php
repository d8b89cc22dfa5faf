<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

/**
 * A difference that somebody has found, and why the ledger is told of it.
 */
final class Correction {

	/**
	 * @param Line $line By how much there is more (or, negative, less). Not zero.
	 */
	public function __construct( public readonly Line $line, public readonly Cause $cause ) {}
}
