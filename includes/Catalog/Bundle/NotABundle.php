<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Bundle;

use WooInventoryGuard\Catalog\CatalogError;

/**
 * Only a bundle is made of components.
 */
final class NotABundle extends CatalogError {

	public function __construct( public readonly int $item_id ) {
		parent::__construct( "Item {$item_id} is not a bundle." );
	}
}
