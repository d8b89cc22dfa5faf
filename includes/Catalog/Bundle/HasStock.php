<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Bundle;

use WooInventoryGuard\Catalog\CatalogError;

/**
 * A bundle has no units of its own, and this product still has some.
 */
final class HasStock extends CatalogError {

	public function __construct( public readonly int $item_id ) {
		parent::__construct( "Item {$item_id} has units of its own." );
	}
}
