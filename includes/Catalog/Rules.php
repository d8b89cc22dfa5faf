<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\StockStatus;

/**
 * What follows from an item's numbers and policy, as SQL over a row of `items`. The same rules as in Stock\Levels,
 * which applies them to a row whose available moves; here the thresholds move.
 */
final class Rules {

	/**
	 * @param Clause $tracked 1 or 0.
	 */
	public static function status( Clause $tracked, Clause $low_at, Clause $backorders ): Clause {
		return Clause::of(
			"CASE WHEN %% = 0 THEN 4 WHEN available > %% AND available > 0 THEN 3 WHEN available > 0 THEN 1 WHEN %% <> 'no' THEN 2 ELSE 0 END",
			$tracked,
			$low_at,
			$backorders
		);
	}

	public static function allowance( Clause $backorders, Clause $limit ): Clause {
		return Clause::of( "CASE WHEN %% = 'no' THEN 0 ELSE COALESCE( %%, 100000000000000 ) END", $backorders, $limit );
	}

	/**
	 * The status of a row that is written with these numbers.
	 */
	public static function status_of( bool $tracked, Quantity $available, Quantity $low_at, bool $backorders ): StockStatus {
		return match ( true ) {
			! $tracked                                                      => StockStatus::Untracked,
			$available->compare( $low_at ) > 0 && $available->is_positive() => StockStatus::Ok,
			$available->is_positive()                                       => StockStatus::Low,
			$backorders                                                     => StockStatus::Backorder,
			default                                                         => StockStatus::Out,
		};
	}
}
