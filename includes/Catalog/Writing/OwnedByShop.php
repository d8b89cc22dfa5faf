<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Writing;

use WooInventoryGuard\Catalog\CatalogError;

/**
 * The item follows a product of the shop: these fields are changed there.
 */
final class OwnedByShop extends CatalogError {

	/**
	 * @param list<string> $fields
	 */
	public function __construct( public readonly int $item_id, public readonly array $fields ) {
		parent::__construct( "Item {$item_id} follows a product, which owns: " . implode( ', ', $fields ) );
	}
}
