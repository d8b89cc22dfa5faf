<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

/**
 * One line of the ledger. It is never changed; a mistake is put right by another line. (Lines of years ago may become one
 * that stands for them, where the owner wants that: see Folding.)
 */
final class Movement {

	/**
	 * @param int      $seq           Its number within the level, from 1, without a gap; of a sum that of the last it stands for.
	 * @param Quantity $balance_after On hand after it.
	 * @param int      $actor         User id, 0 for the system.
	 * @param Quantity|null $unit_cost What each unit cost that came, in the shop's currency; NULL where nobody said.
	 * @param int      $stands_for    1, or of how many movements it is the sum.
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
		public readonly \DateTimeImmutable $created_at,
		public readonly ?Quantity $unit_cost = null,
		public readonly int $stands_for = 1
	) {}

	/**
	 * @param array<string, string|null> $row Of the table movements.
	 */
	public static function from_row( array $row ): self {
		return new self(
			(int) $row['id'],
			(int) $row['item_id'],
			(int) $row['location_id'],
			(int) $row['seq'],
			Quantity::from_sql( $row['delta'] ),
			Quantity::from_sql( $row['balance_after'] ),
			(string) $row['reason'],
			new Reference( (string) $row['reference_type'], (string) $row['reference_id'] ),
			(int) $row['actor_id'],
			(string) $row['note'],
			new \DateTimeImmutable( (string) $row['created_at'], new \DateTimeZone( 'UTC' ) ),
			null === $row['unit_cost'] ? null : Quantity::from_sql( $row['unit_cost'] ),
			(int) $row['stands_for']
		);
	}
}
