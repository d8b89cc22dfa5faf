<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Fold;

/**
 * Months of the shop's own calendar, as Y-m.
 */
final class Months {

	/** Months that stay line by line at the least: more than reports look back (see Report\Period). */
	public const LEAST = 27;

	public static function of( \DateTimeImmutable $moment ): string {
		return $moment->setTimezone( wp_timezone() )->format( 'Y-m' );
	}

	/**
	 * The moment at which the month began that lies so many months before this one: what is older is folded.
	 */
	public static function cut( \DateTimeImmutable $now, int $months ): \DateTimeImmutable {
		$months = max( self::LEAST, $months );
		$begin  = $now->setTimezone( wp_timezone() )->modify( 'first day of this month' )->setTime( 0, 0 );
		return $begin->modify( "-{$months} months" )->setTimezone( new \DateTimeZone( 'UTC' ) );
	}
}
