<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Platform\Clock;
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

	/**
	 * How far below zero available may go. Before an item is there at all it is sold on pre-order: up to a number of its
	 * own, whatever the policy for backorders says afterwards. When the day has come, Preorders writes the column anew.
	 *
	 * @param Clause $from     When it will be there; NULL where it is no pre-order.
	 * @param Clause $preorder Most units that may be sold before; NULL is no limit.
	 */
	public static function allowance( Clause $backorders, Clause $limit, Clause $from, Clause $preorder, \DateTimeImmutable $now ): Clause {
		return Clause::of(
			"CASE WHEN COALESCE( %%, '1000-01-01' ) > %% THEN COALESCE( %%, 100000000000000 ) WHEN %% = 'no' THEN 0 ELSE COALESCE( %%, 100000000000000 ) END",
			$from,
			new Clause( '%s', Clock::sql( $now ) ),
			$preorder,
			$backorders,
			$limit
		);
	}

	/**
	 * Whether what is promised already stays within a new allowance, or the new one is no smaller.
	 *
	 * @param Clause $levels The item's levels: a table named l, and the condition that chooses them.
	 */
	public static function keeps_promises( Clause $allowance, Clause $levels ): Clause {
		return Clause::of( '( %% >= allowance OR NOT EXISTS ( SELECT 1 FROM %% AND ROUND( l.on_hand - l.reserved + l.owed + %%, 4 ) < 0 ) )', $allowance, $levels, $allowance );
	}

	/**
	 * The allowance of a row as it stands.
	 */
	public static function present_allowance( \DateTimeImmutable $now ): Clause {
		return self::allowance( new Clause( 'backorders' ), new Clause( 'backorder_limit' ), new Clause( 'available_from' ), new Clause( 'preorder_limit' ), $now );
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
