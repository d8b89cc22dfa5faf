<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rule;

/**
 * Who shows in the shop that items may be sold beyond stock, or may not any more.
 */
interface ShopWindow {

	/**
	 * Inside the transaction that changed the items' rows: SQL only.
	 *
	 * @param list<int> $item_ids
	 */
	public function policy_changed( array $item_ids ): void;

	/**
	 * After its commit: caches, and everybody who listens.
	 */
	public function show(): void;
}
