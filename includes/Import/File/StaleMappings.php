<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\File;

/**
 * Somebody has kept a mapping since these were read.
 */
final class StaleMappings extends \RuntimeException {

	public function __construct( public readonly int $version ) {
		parent::__construct( "Mappings are at version {$version}." );
	}
}
