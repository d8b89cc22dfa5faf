<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Writing;

use WooInventoryGuard\Catalog\CatalogError;
use WooInventoryGuard\Catalog\Item;

/**
 * The item changed since the writer read it; nothing was written.
 */
final class StaleVersion extends CatalogError {

	/**
	 * @param int       $version The present one.
	 * @param Item|null $present What it says now, to be shown beside what the writer wanted.
	 */
	public function __construct( public readonly int $item_id, public readonly int $version, public readonly ?Item $present = null ) {
		parent::__construct( "Item {$item_id} is at version {$version} by now." );
	}
}
