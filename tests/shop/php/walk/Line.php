<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Walk;

/**
 * A line of an order.
 */
final class Line {

	public int $taken = 0;

	/** Units that a refund said nobody wants any more. */
	public int $gone = 0;

	/** Units whose money went back. */
	public int $refunded = 0;

	/** Its place in the work list of what is sold and short; 0 while it is not on it. */
	public int $short = 0;

	/** What is missing, while it is on the list. */
	public int $missing = 0;

	public function __construct( public readonly int $id, public readonly int $item, public int $quantity ) {}

	public function wanted(): int {
		return max( 0, $this->quantity - $this->gone );
	}

	public function open(): int {
		return max( 0, $this->wanted() - $this->taken );
	}
}
