<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Checking;

use WooInventoryGuard\Import\Problem;

/**
 * A cell of the file cannot be used.
 */
final class BadValue extends \RuntimeException {

	public function __construct( public readonly Problem $problem ) {
		parent::__construct( $problem->code );
	}
}
