<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

/**
 * Somebody who keeps a copy of stock numbers in step.
 */
interface Participant {

	/**
	 * Inside the transaction, after the levels changed and before COMMIT. SQL only, and only for items whose on hand
	 * changed: rows are locked while this runs.
	 *
	 * @param list<int> $item_ids
	 */
	public function before_commit( array $item_ids ): void;

	/**
	 * After the COMMIT of a change of on hand: caches, hooks, mails.
	 *
	 * @param list<int> $item_ids
	 */
	public function after_commit( array $item_ids ): void;
}
