<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Counting;

use WooInventoryGuard\Stock\Quantity;

/**
 * What the counts of one item come to.
 */
final class Tally {

	/**
	 * @param Quantity           $counted  All parts and tags together.
	 * @param \DateTimeImmutable $first    When the first part that still counts was counted.
	 * @param \DateTimeImmutable $last     When the last one was: the moment for which the number is compared.
	 * @param int                $people   How many people counted it.
	 * @param bool               $doubtful Whether a moment is.
	 * @param Quantity           $books    What the ledger said at the last moment.
	 */
	public function __construct(
		public readonly Quantity $counted,
		public readonly int $tags,
		public readonly \DateTimeImmutable $first,
		public readonly \DateTimeImmutable $last,
		public readonly int $people,
		public readonly bool $doubtful,
		public readonly Quantity $books
	) {}
}
