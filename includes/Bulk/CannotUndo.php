<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Bulk;

/**
 * It has changed nothing, was never started, or is so long ago that nobody knows any more what was there before.
 */
final class CannotUndo extends \RuntimeException {

	public function __construct( public readonly int $id ) {
		parent::__construct( "Bulk change {$id} cannot be undone." );
	}
}
