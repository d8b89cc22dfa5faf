<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Stock\Quantity;

/**
 * What moved in a period.
 */
final class Flow {

	/**
	 * @param Quantity $sold       Units sold, less those that came back.
	 * @param Quantity $sold_cost  What they cost.
	 * @param Quantity $received   Units received.
	 * @param Quantity $opened     Units of items that were first counted in the period.
	 * @param Quantity $lost_units Units that could have been sold, had they been there: an estimate, see Speeds.
	 * @param Quantity $lost_sales What they would have brought.
	 * @param int      $days       How many days of the period anything is known of.
	 */
	public function __construct(
		public readonly Quantity $sold,
		public readonly Quantity $sold_cost,
		public readonly Quantity $received,
		public readonly Quantity $opened,
		public readonly Quantity $lost_units,
		public readonly Quantity $lost_sales,
		public readonly int $days
	) {}

	/**
	 * How many days what is on hand lasts at the pace of this period: stock at cost by the cost of goods sold a day. (Days
	 * sales of inventory: Horngren, Datar and Rajan, "Cost Accounting", 2015: inventory / cost of goods sold * days.)
	 * Where no costs are known, by units.
	 */
	public function cover_days( Totals $at_end ): ?float {
		$by_cost = $this->sold_cost->is_positive() && $at_end->cost->is_positive();
		$stock   = $by_cost ? $at_end->cost : $at_end->units;
		$sold    = $by_cost ? $this->sold_cost : $this->sold;
		return 0 === $this->days || ! $sold->is_positive() || $stock->is_negative() ? null : round( $stock->units / ( $sold->units / $this->days ), 1 );
	}

	/**
	 * Share of what could have been sold that was, 0 to 1: units sold by units that were there when the period began,
	 * came in since, or were first counted since. (Levy, Weitz and Grewal, "Retailing Management", 2018: sell-through analysis.)
	 */
	public function sell_through( ?Totals $at_begin ): ?float {
		$could = ( null === $at_begin ? Quantity::zero() : $at_begin->units )->plus( $this->received )->plus( $this->opened );
		return ! $could->is_positive() || $this->sold->is_negative() ? null : round( min( 1.0, $this->sold->units / $could->units ), 4 );
	}
}
