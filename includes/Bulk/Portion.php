<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Bulk;

/**
 * Some items of a change. To be called in the transaction that moves the change's place (see Runner).
 */
interface Portion {

	/**
	 * Changes them, and writes down what was there before.
	 *
	 * @param non-empty-list<int> $ids
	 * @return int How many were changed.
	 */
	public function change( BulkChange $change, array $ids ): int;

	/**
	 * Puts back what was there before.
	 *
	 * @param non-empty-list<int> $ids All of them changed by it.
	 * @return int How many were put back.
	 */
	public function put_back( BulkChange $change, array $ids ): int;
}
