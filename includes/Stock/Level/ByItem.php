<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Level;

use WooInventoryGuard\Stock\Quantity;

/**
 * Different amounts of many items, for one statement.
 */
final class ByItem {

	/** Items of one statement: with different amounts each row is looked up in a list of so many. */
	public const AT_ONCE = 100;

	/**
	 * By how many ten-thousandths each row changes: one number, or one for each item.
	 *
	 * @param non-empty-array<int, Quantity> $changes By item.
	 * @param literal-string                 $column  That holds the item's id.
	 * @return array{literal-string, list<int>}
	 */
	public static function amount( array $changes, string $column ): array {
		$units = array_map( static fn( Quantity $change ): int => $change->units, $changes );
		if ( 1 === count( array_unique( $units ) ) ) {
			return array( '( %d )', array( current( $units ) ) );
		}
		$args = array();
		foreach ( $units as $id => $by ) {
			array_push( $args, $id, $by );
		}
		return array( "( CASE {$column} " . implode( ' ', array_fill( 0, count( $units ), 'WHEN %d THEN %d' ) ) . ' ELSE 0 END )', $args );
	}
}
