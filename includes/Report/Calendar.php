<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Platform\Clock;

/**
 * Days of the shop's own calendar, as Y-m-d. A day may have 23 or 25 hours: where it begins is asked of its time zone.
 */
final class Calendar {

	public function __construct( private readonly Clock $clock ) {}

	public function today(): string {
		return $this->day_of( $this->clock->now() );
	}

	public function now(): \DateTimeImmutable {
		return $this->clock->now();
	}

	public function day_of( \DateTimeImmutable $moment ): string {
		return $moment->setTimezone( wp_timezone() )->format( 'Y-m-d' );
	}

	/**
	 * @return \DateTimeImmutable The moment at which the day begins.
	 */
	public function begin_of( string $day ): \DateTimeImmutable {
		return ( new \DateTimeImmutable( $day . ' 00:00:00', wp_timezone() ) )->setTimezone( new \DateTimeZone( 'UTC' ) );
	}

	/**
	 * @param int $by May be negative.
	 */
	public static function shift( string $day, int $by ): string {
		return ( new \DateTimeImmutable( $day, new \DateTimeZone( 'UTC' ) ) )->modify( sprintf( '%+d days', $by ) )->format( 'Y-m-d' );
	}

	/**
	 * @return list<string> From the first to the last, both among them.
	 */
	public static function days( string $from, string $to ): array {
		$days = array();
		for ( $day = $from; $day <= $to; $day = self::shift( $day, 1 ) ) {
			$days[] = $day;
		}
		return $days;
	}

	public static function is_day( string $text ): bool {
		$read = \DateTimeImmutable::createFromFormat( '!Y-m-d', $text, new \DateTimeZone( 'UTC' ) );
		return false !== $read && $read->format( 'Y-m-d' ) === $text;
	}
}
