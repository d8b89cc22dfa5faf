<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Writing;

use WooInventoryGuard\Catalog\CatalogError;

/**
 * Another item has this SKU or barcode already.
 */
final class Taken extends CatalogError {

	/**
	 * @param 'sku'|'barcode' $field
	 * @param int             $item_id Who has it; 0 when that item vanished meanwhile.
	 */
	public function __construct( public readonly string $field, public readonly string $value, public readonly int $item_id ) {
		parent::__construct( "Item {$item_id} has the {$field} {$value} already." );
	}
}
