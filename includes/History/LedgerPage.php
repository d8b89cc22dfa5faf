<?php
declare( strict_types=1 );

namespace WooInventoryGuard\History;

use WooInventoryGuard\Stock\Movement;

/**
 * Some lines of the ledger, newest first.
 */
final class LedgerPage {

	/**
	 * @param list<Movement>    $movements
	 * @param LedgerCursor|null $next Where older ones may be; null where there are none. A page can be short, or empty, and
	 *                                have a next one: then so much was looked through, and nothing more was found.
	 */
	public function __construct( public readonly array $movements, public readonly ?LedgerCursor $next ) {}
}
