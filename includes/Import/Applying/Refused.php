<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Applying;

use WooInventoryGuard\Import\Problem;

/**
 * A row cannot be written; the transaction must be rolled back.
 */
final class Refused extends \RuntimeException {

	public function __construct( public readonly Problem $problem, ?\Throwable $why = null ) {
		parent::__construct( $problem->code, 0, $why );
	}
}
