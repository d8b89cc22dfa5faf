<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Listing;

use WooInventoryGuard\Catalog\CatalogError;

/**
 * No index can count to that page quickly. The cursor of the page before it leads there at any depth.
 */
final class PageTooDeep extends CatalogError {

	/**
	 * @param int $last The last page that can be asked for by its number.
	 */
	public function __construct( public readonly int $last ) {
		parent::__construct( "Pages after {$last} are reached by the cursor of the page before." );
	}
}
