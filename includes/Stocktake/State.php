<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake;

/**
 * How far a stocktake is. Each change is one conditional UPDATE (Stocktakes::move() and what Applying does), so of two
 * who want different things at once one is told what the other did.
 */
enum State: string {

	/** Its items are chosen; nobody counts yet. */
	case Open     = 'open';
	case Counting = 'counting';
	/** Counting is over; counts that come late are still taken. */
	case Review = 'review';
	/** On its way: line by line, and goes on by itself. */
	case Applying  = 'applying';
	case Applied   = 'applied';
	case Undoing   = 'undoing';
	case Undone    = 'undone';
	case Cancelled = 'cancelled';

	/** As SQL: in these, counts are taken. */
	public const TAKE_COUNTS = "('counting', 'review')";

	/** As SQL: not over. */
	public const ACTIVE = "('open', 'counting', 'review', 'applying', 'undoing')";

	/**
	 * From which states a person may bring it here. Applying and undoing begin elsewhere, under conditions of their own.
	 *
	 * @return list<self>
	 */
	public function reached_from(): array {
		return match ( $this ) {
			self::Counting  => array( self::Open, self::Review ),
			self::Review    => array( self::Counting ),
			self::Cancelled => array( self::Open, self::Counting, self::Review ),
			default         => array(),
		};
	}

	public function takes_counts(): bool {
		return self::Counting === $this || self::Review === $this;
	}
}
