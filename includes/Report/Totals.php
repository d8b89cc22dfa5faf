<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Stock\Quantity;

/**
 * What the whole shop holds at one moment. Money is in the shop's currency, with four places, as quantities are.
 */
final class Totals {

	/**
	 * @param Quantity $units     Units on hand of all items that are counted, bundles left out (their components are in).
	 * @param Quantity $cost      What they cost: units times what a unit cost last; items without a cost count as nothing.
	 * @param Quantity $average   The same at their moving averages (see Stock\AverageCost).
	 * @param Quantity $price     What they would sell for.
	 * @param int      $items     How many items are counted.
	 * @param int      $items_out How many of them cannot be bought.
	 */
	public function __construct(
		public readonly Quantity $units,
		public readonly Quantity $cost,
		public readonly Quantity $average,
		public readonly Quantity $price,
		public readonly int $items,
		public readonly int $items_out
	) {}

	/**
	 * What it was before something moved.
	 */
	public function without( Quantity $units, Quantity $cost, Quantity $average, Quantity $price, int $ran_out ): self {
		return new self( $this->units->minus( $units ), $this->cost->minus( $cost ), $this->average->minus( $average ), $this->price->minus( $price ), $this->items, max( 0, $this->items_out - $ran_out ) );
	}

	/**
	 * Share of the items that cannot be bought, 0 to 1: the out-of-stock rate as Gruen and Corsten define it ("A
	 * Comprehensive Guide to Retail Out-of-Stock Reduction", 2007: items that are out, of all that are offered).
	 */
	public function out_rate(): ?float {
		return 0 === $this->items ? null : round( $this->items_out / $this->items, 4 );
	}
}
