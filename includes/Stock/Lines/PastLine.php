<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Lines;

use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Quantity;

/**
 * A line of a level's ledger that was written down elsewhere, and is to be in the books again.
 */
final class PastLine {

	/**
	 * @param int      $seq     Its number within the level, from 1.
	 * @param Quantity $balance On hand after it.
	 * @param string   $at      When, as Clock::sql() writes it.
	 * @param Quantity|null $unit_cost What each unit cost that came.
	 * @param int      $stands_for Of how many movements it is the sum; their numbers end with $seq.
	 */
	public function __construct(
		public readonly int $seq,
		public readonly Quantity $delta,
		public readonly Quantity $balance,
		public readonly Cause $cause,
		public readonly string $at,
		public readonly ?Quantity $unit_cost = null,
		public readonly int $stands_for = 1
	) {}

	/**
	 * Whether it and another line stand for the same movement, or one of them for that of the other.
	 */
	public function meets( int $seq, int $stands_for ): bool {
		return $seq > $this->seq - $this->stands_for && $this->seq > $seq - $stands_for;
	}
}
