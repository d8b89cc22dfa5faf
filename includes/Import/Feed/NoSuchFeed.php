<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Feed;

/**
 * There is no feed with this number (any more).
 */
final class NoSuchFeed extends \RuntimeException {

	public function __construct( public readonly int $id ) {
		parent::__construct( "There is no feed {$id}." );
	}
}
