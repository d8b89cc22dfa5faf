<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Sets;

use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Quantity;

/**
 * How many whole sets there are, where any of some items will do, and what allows no more.
 *
 * One place in a set allows the sum of what its items have, divided by its quantity. Where places share items that is
 * too much, and the true number is searched for between that and nothing.
 */
final class SetCount {

	/**
	 * @param int             $sets    Whole sets.
	 * @param list<int>       $items   What allows no more, all of them together.
	 * @param Quantity        $per_set What one set takes of them.
	 */
	private function __construct( public readonly int $sets, public readonly array $items, public readonly Quantity $per_set ) {}

	/**
	 * @param list<Choice>         $choices What one set takes; extras are left out of account.
	 * @param array<int, Quantity> $free    By item; a place of which no item is here limits nothing.
	 * @return self|null Null where nothing limits it.
	 */
	public static function of( array $choices, array $free ): ?self {
		$limiting = array();
		$least    = null;
		foreach ( $choices as $choice ) {
			$known = array_intersect_key( $free, array_flip( $choice->items ) );
			if ( $choice->optional || array() === $known ) {
				continue;
			}
			$limiting[] = $choice;
			$sum        = array_sum( array_map( static fn( Quantity $has ): int => max( 0, $has->units ), $known ) );
			$sets       = intdiv( $sum, $choice->quantity->units );
			if ( null === $least || $sets < $least->sets ) {
				$least = new self( $sets, array_values( array_filter( $choice->items, static fn( int $item ): bool => isset( $free[ $item ] ) ) ), $choice->quantity );
			}
		}
		return null === $least || ! self::share( $limiting ) ? $least : self::search( $limiting, $free, $least );
	}

	/**
	 * @param list<Choice> $choices
	 */
	private static function share( array $choices ): bool {
		$items = array_merge( ...array_map( static fn( Choice $choice ): array => $choice->items, $choices ) );
		return count( $items ) !== count( array_unique( $items ) );
	}

	/**
	 * @param list<Choice>         $choices
	 * @param array<int, Quantity> $free
	 * @param self                 $most  No more than this.
	 */
	private static function search( array $choices, array $free, self $most ): self {
		$units = array_map( static fn( Quantity $has ): int => $has->units, $free );
		$found = 0;
		$above = $most->sets + 1;
		while ( $above - $found > 1 ) {
			$try = intdiv( $found + $above, 2 );
			if ( self::share_out( $choices, $units, $try )->is_complete() ) {
				$found = $try;
			} else {
				$above = $try;
			}
		}
		if ( $found === $most->sets ) {
			return $most;
		}
		$items   = array();
		$per_set = Quantity::zero();
		foreach ( self::share_out( $choices, $units, $above )->in_the_way() as $want ) {
			$items   = array_merge( $items, $choices[ $want ]->items );
			$per_set = $per_set->plus( $choices[ $want ]->quantity );
		}
		return new self( $found, array_values( array_filter( array_unique( $items ), static fn( int $item ): bool => isset( $free[ $item ] ) ) ), $per_set );
	}

	/**
	 * @param list<Choice>    $choices
	 * @param array<int, int> $free
	 */
	private static function share_out( array $choices, array $free, int $sets ): Allocation {
		$named = array();
		foreach ( $free as $item => $units ) {
			$named[ "item {$item}" ] = $units;
		}
		return new Allocation(
			array_map( static fn( Choice $choice ): array => array( array_map( static fn( int $item ): string => "item {$item}", $choice->items ), $choice->quantity->units * $sets ), $choices ),
			$named
		);
	}
}
