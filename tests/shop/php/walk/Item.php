<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Walk;

/**
 * What a person would write on one line of a stock list. Numbers are ten-thousandths.
 */
final class Item {

	public int $reserved = 0;

	/** Lines of the ledger since the walk began. */
	public int $movements = 0;

	/**
	 * @param list<int>       $sold_as Products and variations whose sale takes from it.
	 * @param array<int, int> $parts   Item id => pieces, for a bundle.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $product,
		public readonly array $sold_as,
		public readonly string $kind,
		public int $on_hand,
		public readonly bool $backorders,
		public readonly int $low_at,
		public readonly array $parts = array()
	) {}

	public function is_bundle(): bool {
		return array() !== $this->parts;
	}

	public function available(): int {
		return $this->on_hand - $this->reserved;
	}
}
