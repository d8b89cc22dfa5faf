<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

/**
 * A quantity of one item at one location: what a level can give.
 */
final class Line {

	public function __construct( public readonly int $item_id, public readonly int $location_id, public readonly Quantity $quantity ) {}

	/**
	 * Adds up per level and sorts, so that every writer locks rows in one order and a component that two lines share
	 * is checked once, as a whole.
	 *
	 * @param list<Line> $lines
	 * @return list<Line> Without those that come to nothing.
	 */
	public static function merge( array $lines ): array {
		if ( 1 === count( $lines ) ) {
			return $lines[0]->quantity->is_zero() ? array() : $lines;
		}
		$sums = array();
		foreach ( $lines as $line ) {
			$level          = sprintf( '%020d:%020d', $line->item_id, $line->location_id );
			$sums[ $level ] = new self( $line->item_id, $line->location_id, $line->quantity->plus( isset( $sums[ $level ] ) ? $sums[ $level ]->quantity : Quantity::zero() ) );
		}
		ksort( $sums, SORT_STRING );
		return array_values( array_filter( $sums, static fn( Line $line ): bool => ! $line->quantity->is_zero() ) );
	}

	/**
	 * @param list<Line> $lines
	 * @return list<Line>
	 */
	public static function negate( array $lines ): array {
		return array_map( static fn( Line $line ): Line => new self( $line->item_id, $line->location_id, $line->quantity->negated() ), $lines );
	}

	/**
	 * @param list<Line> $lines
	 * @return list<int> Item ids, each once.
	 */
	public static function items( array $lines ): array {
		return array_values( array_unique( array_map( static fn( Line $line ): int => $line->item_id, $lines ) ) );
	}
}
