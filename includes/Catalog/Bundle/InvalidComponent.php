<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Bundle;

use WooInventoryGuard\Catalog\CatalogError;

/**
 * One entry of a bundle's list of components cannot be; nothing was written.
 */
final class InvalidComponent extends CatalogError {

	/**
	 * @param 'unknown'|'quantity'|'variable'|'twice'|'only_extras'|'bundle'|'chosen' $why No such item; a quantity of zero or less; a variable
	 *        product (its variations are what is counted); an item that is an extra or an alternative and there once more; nothing but
	 *        extras; a bundle as an extra or alternative; a product that is to become a bundle and is one of these in another.
	 */
	public function __construct( public readonly int $item_id, public readonly string $why ) {
		parent::__construct( "Item {$item_id} cannot be a component: {$why}." );
	}
}
