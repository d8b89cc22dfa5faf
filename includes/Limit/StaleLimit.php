<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Limit;

/**
 * The limit changed since the writer read it; nothing was written.
 */
final class StaleLimit extends \RuntimeException {

	/**
	 * @param Limit $present What it says now, to be shown beside what the writer wanted.
	 */
	public function __construct( public readonly Limit $present ) {
		parent::__construct( "Limit {$present->id} was changed meanwhile." );
	}
}
