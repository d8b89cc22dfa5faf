<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

/**
 * Somebody who keeps a copy of what a unit of an item cost last.
 */
interface HearsCosts {

	/**
	 * Units were received at this cost. Inside the transaction, the item's row locked: SQL only, and what has to be done
	 * after the commit is left to Db::after_commit().
	 */
	public function cost_changed( int $item_id, Quantity $cost ): void;
}
