<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import;

/**
 * This cannot be done to an import in its present state.
 */
final class WrongState extends \RuntimeException {

	public function __construct( public readonly Import $import ) {
		parent::__construct( "Import {$import->id} is {$import->state->value}." );
	}
}
