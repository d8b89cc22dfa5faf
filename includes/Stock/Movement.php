<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

/**
 * One line of the ledger. It is never changed; a mistake is put right by another line.
 */
final class Movement {

	/**
	 * @param int      $seq           Its number within the level, from 1, without a gap.
	 * @param Quantity $balance_after On hand after it.
	 * @param int      $actor         User id, 0 for the system.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $item_id,
		public readonly int $location_id,
		public readonly int $seq,
		public readonly Quantity $delta,
		public readonly Quantity $balance_after,
		public readonly string $reason,
		public readonly Reference $reference,
		public readonly int $actor,
		public readonly string $note,
		public readonly \DateTimeImmutable $created_at
	) {}
}
