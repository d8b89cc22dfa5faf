<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Listing;

use WooInventoryGuard\Catalog\CatalogError;

/**
 * This text is not a cursor of a list in this order.
 */
final class InvalidCursor extends CatalogError {

	public function __construct() {
		parent::__construct( 'This is not a cursor of a list in this order.' );
	}
}
