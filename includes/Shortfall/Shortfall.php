<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shortfall;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Stock\Quantity;

/**
 * Units of one order line that are sold and could not be had.
 */
final class Shortfall {

	/**
	 * @param bool $owed Whether the books have taken them all the same: they are owed to the customer.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $order_id,
		public readonly int $line_id,
		public readonly int $item_id,
		public readonly Quantity $missing,
		public readonly bool $owed,
		public readonly bool $open,
		public readonly Outcome $outcome,
		public readonly \DateTimeImmutable $created_at,
		public readonly ?\DateTimeImmutable $closed_at
	) {}

	/**
	 * @param array<string, string|null> $row
	 */
	public static function from_row( array $row ): self {
		return new self(
			(int) $row['id'],
			(int) $row['order_id'],
			(int) $row['line_id'],
			(int) $row['item_id'],
			Quantity::from_sql( $row['missing'] ),
			1 === (int) $row['owed'],
			1 === (int) $row['active'],
			Outcome::from( (string) $row['outcome'] ),
			Clock::from_sql( $row['created_at'] ) ?? new \DateTimeImmutable( '@0' ),
			Clock::from_sql( $row['closed_at'] )
		);
	}
}
