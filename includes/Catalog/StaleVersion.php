<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

/**
 * The item changed since the writer read it; nothing was written.
 */
final class StaleVersion extends CatalogError {

	/**
	 * @param int $version The present one.
	 */
	public function __construct( public readonly int $item_id, public readonly int $version ) {
		parent::__construct( "Item {$item_id} is at version {$version} by now." );
	}
}
