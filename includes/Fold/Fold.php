<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Fold;

use WooInventoryGuard\Platform\Clock;

/**
 * A run through the ledger that folds what is older than a moment.
 */
final class Fold {

	/**
	 * @param 'keys'|'folding'|'done' $state     See Install\FoldTables.
	 * @param int                     $movements Folded so far.
	 * @param int                     $sums      And into how many lines.
	 */
	public function __construct(
		public readonly int $id,
		public readonly \DateTimeImmutable $cut,
		public readonly string $state,
		public readonly string $key,
		public readonly int $item,
		public readonly int $location,
		public readonly int $seq,
		public readonly int $step,
		public readonly int $movements,
		public readonly int $sums
	) {}

	/**
	 * @param array<string, string|null> $row Of the table folds.
	 */
	public static function from_row( array $row ): self {
		return new self(
			(int) $row['id'],
			Clock::from_sql( $row['cut'] ) ?? new \DateTimeImmutable( '@0' ),
			match ( $row['state'] ) {
				'keys'    => 'keys',
				'folding' => 'folding',
				default   => 'done',
			},
			(string) $row['reached_key'],
			(int) $row['reached_item'],
			(int) $row['reached_location'],
			(int) $row['reached_seq'],
			(int) $row['step'],
			(int) $row['movements'],
			(int) $row['sums']
		);
	}

	public function is_done(): bool {
		return 'done' === $this->state;
	}
}
