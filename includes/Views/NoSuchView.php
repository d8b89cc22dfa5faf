<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Views;

/**
 * There is no view with this number, or it is somebody else's own.
 */
final class NoSuchView extends \RuntimeException {

	public function __construct( public readonly int $id ) {
		parent::__construct( "There is no view {$id}." );
	}
}
