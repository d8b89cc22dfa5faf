<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Stock\Quantity;

/**
 * How fast one item sells: see Speeds for the formula.
 */
final class Speed {

	/**
	 * @param Quantity     $sold     In the window, less what came back.
	 * @param int          $days     Days on which it could be had.
	 * @param float        $per_day  An estimate, so no exact decimal.
	 * @param list<string> $days_out Days on which it could not.
	 */
	private function __construct( public readonly Quantity $sold, public readonly int $days, public readonly float $per_day, public readonly array $days_out ) {}

	/**
	 * @param list<string>                              $days  Every day of the window.
	 * @param array<string, array<string, string|null>> $moved By day, oldest first: sold, returned, opening and closing; at least one.
	 * @param int                                       $least Days that are divided by at least.
	 * @param string                                    $first The day of its first line: before it was first counted nobody could want it.
	 * @return self|null Null where nothing was sold.
	 */
	public static function of( array $days, array $moved, int $least, string $first ): ?self {
		$there    = (float) ( reset( $moved )['opening'] ?? 0 ) > 0;
		$sold     = Quantity::zero();
		$days_out = array();
		foreach ( $days as $day ) {
			$sold_today = Quantity::zero();
			if ( isset( $moved[ $day ] ) ) {
				$sold_today = Quantity::from_sql( $moved[ $day ]['sold'] );
				$sold       = $sold->plus( $sold_today )->minus( Quantity::from_sql( $moved[ $day ]['returned'] ) );
				$there      = Quantity::from_sql( $moved[ $day ]['closing'] )->is_positive();
			}
			if ( ! $there && ! $sold_today->is_positive() ) {
				$days_out[] = $day;
			}
		}
		if ( ! $sold->is_positive() ) {
			return null;
		}
		$days_in = count( $days ) - count( $days_out );
		return new self( $sold, $days_in, round( $sold->units / 10_000 / max( $least, $days_in ), 4 ), array_values( array_filter( $days_out, static fn( string $day ): bool => $day >= $first ) ) );
	}
}
