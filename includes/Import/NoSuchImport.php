<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import;

/**
 * There is no import with this number (any more).
 */
final class NoSuchImport extends \RuntimeException {

	public function __construct( public readonly int $id ) {
		parent::__construct( "There is no import {$id}." );
	}
}
