<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Bundle;

/**
 * Where a bundle that is a product of the shop shows whether it can be had.
 */
interface BundleWindow {

	/**
	 * After the commit. Of two calls at once the later one may be for the older status, so it is read from the item.
	 */
	public function status_changed( int $item_id, int $product_id ): void;
}
