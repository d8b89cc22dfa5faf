<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

/**
 * One entry of a bundle's list of components cannot be; nothing was written.
 */
final class InvalidComponent extends CatalogError {

	/**
	 * @param 'unknown'|'quantity'|'variable' $why No such item, a quantity of zero or less, or a variable product (its variations are what is counted).
	 */
	public function __construct( public readonly int $item_id, public readonly string $why ) {
		parent::__construct( "Item {$item_id} cannot be a component: {$why}." );
	}
}
