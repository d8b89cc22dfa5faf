<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Reserving;

/**
 * A level said no inside a transaction. Thrown to roll it back; the caller of the engine never sees it.
 *
 * @internal
 */
final class Short extends \RuntimeException {

	/**
	 * @param bool $freed Whether expired units have been freed since, so that another turn is progress.
	 */
	public function __construct( public readonly bool $freed = false ) {
		parent::__construct( 'Not enough.' );
	}
}
