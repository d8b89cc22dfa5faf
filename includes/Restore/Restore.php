<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Restore;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Stock\Quantity;

/**
 * Numbers that are brought back to what they were at a moment: a row of `restores`.
 */
final class Restore {

	/** What its lines of the ledger are called by: reference type and reason. */
	public const TYPE = 'restore';

	/**
	 * @param \DateTimeImmutable $moment     What happened at it had happened.
	 * @param bool               $keep_sales Whether what truly left and came since then stays.
	 * @param MassEvent|null     $event      Only what this did is taken back; then moment and filter say nothing.
	 * @param int                $item       Items up to this one are looked at, or levels up to ($item, $location) written.
	 * @param int                $last_id    The last item there was when it was made.
	 * @param int                $items      Items that were looked at.
	 * @param int                $unknown    Of those, how many had no history yet at the moment: they are left alone.
	 * @param int                $changing   Levels that would change, or were to.
	 * @param Quantity           $in         Units that it adds.
	 * @param Quantity           $out        Units that it takes away, as a size.
	 * @param int                $done       Levels that are written.
	 */
	private function __construct(
		public readonly int $id,
		public readonly State $state,
		public readonly \DateTimeImmutable $moment,
		public readonly bool $keep_sales,
		public readonly Which $which,
		public readonly ?MassEvent $event,
		public readonly int $item,
		public readonly int $location,
		public readonly int $last_id,
		public readonly int $items,
		public readonly int $unknown,
		public readonly int $changing,
		public readonly Quantity $in,
		public readonly Quantity $out,
		public readonly int $done,
		public readonly int $actor,
		public readonly \DateTimeImmutable $created_at,
		public readonly ?\DateTimeImmutable $started_at,
		public readonly ?\DateTimeImmutable $ended_at
	) {}

	/**
	 * @param array<string, string|null> $row
	 */
	public static function from_row( array $row ): self {
		$which = json_decode( (string) $row['matches'], true );
		$event = json_decode( (string) $row['event'], true );
		return new self(
			(int) $row['id'],
			State::from( (string) $row['state'] ),
			Clock::from_sql( $row['moment'] ) ?? new \DateTimeImmutable( '@0' ),
			'1' === $row['keep_sales'],
			Which::from_array( is_array( $which ) ? $which : array() ),
			is_array( $event ) ? MassEvent::from_array( $event ) : null,
			(int) $row['reached_item'],
			(int) $row['reached_location'],
			(int) $row['last_id'],
			(int) $row['items'],
			(int) $row['unknown_items'],
			(int) $row['changing'],
			Quantity::from_sql( $row['units_in'] ),
			Quantity::from_sql( $row['units_out'] ),
			(int) $row['done'],
			(int) $row['actor_id'],
			Clock::from_sql( $row['created_at'] ) ?? new \DateTimeImmutable( '@0' ),
			Clock::from_sql( $row['started_at'] ),
			Clock::from_sql( $row['ended_at'] )
		);
	}
}
