<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Stock\Quantity;

/**
 * How long what is on hand has lain there, first in, first out: what is left is what came last. (The queue of ERPNext's
 * report Stock Ageing, stock_ageing_fifo_logic.md, walked from its end.) What came back from a sale is as old as what is
 * left of before it; what no line of the last year explains is older than that.
 */
final class Ages {

	/** Days up to which a unit belongs to each class; the last class has no end. */
	public const LIMITS = array( 30, 90, 180, 365 );

	/**
	 * @param array<string, Quantity> $came What came in by day, the newest first.
	 * @param string                  $day  The day at whose end it is looked.
	 * @return list<Quantity> Units by class, one more than there are limits.
	 */
	public static function of( Quantity $on_hand, array $came, string $day ): array {
		$firsts = array_map( static fn( int $limit ): string => Calendar::shift( $day, -$limit ), self::LIMITS );
		$ages   = array_fill( 0, count( $firsts ) + 1, Quantity::zero() );
		$left   = $on_hand->is_positive() ? $on_hand : Quantity::zero();
		foreach ( $came as $on => $units ) {
			$class          = count( array_filter( $firsts, static fn( string $first ): bool => $on < $first ) );
			$taken          = $units->compare( $left ) < 0 ? $units : $left;
			$ages[ $class ] = $ages[ $class ]->plus( $taken );
			$left           = $left->minus( $taken );
		}
		$last          = count( $firsts );
		$ages[ $last ] = $ages[ $last ]->plus( $left );
		return $ages;
	}

	/**
	 * The first day on which what came is not in the last class.
	 */
	public static function first_day( string $day ): string {
		return Calendar::shift( $day, -max( self::LIMITS ) );
	}
}
