<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Writing;

use WooInventoryGuard\Catalog\CatalogError;
use WooInventoryGuard\Stock\Quantity;

/**
 * More units than the new backorder limit allows are promised already; nothing was written.
 */
final class LimitTooLow extends CatalogError {

	/**
	 * @param Quantity $promised Units promised beyond what is there, at the location where that is most: the lowest limit that can be set.
	 */
	public function __construct( public readonly int $item_id, public readonly Quantity $promised ) {
		parent::__construct( "Of item {$item_id}, {$promised} units more than there are, are promised already." );
	}
}
