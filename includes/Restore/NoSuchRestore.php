<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Restore;

/**
 * There is no restore with this number.
 */
final class NoSuchRestore extends \RuntimeException {

	public function __construct( public readonly int $id ) {
		parent::__construct( "There is no restore {$id}." );
	}
}
