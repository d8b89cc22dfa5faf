<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rule;

/**
 * Rules of categories have come or gone since their order was read; nothing was changed.
 */
final class OrderChanged extends \RuntimeException {

	public function __construct() {
		parent::__construct( 'The rules to be put in order are not those that there are.' );
	}
}
