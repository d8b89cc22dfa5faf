<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * The time, in UTC, to the microsecond. Tests and the demo give it a time of their own.
 */
class Clock {

	private const SQL = 'Y-m-d H:i:s.u';

	public function now(): \DateTimeImmutable {
		return new \DateTimeImmutable( 'now', new \DateTimeZone( 'UTC' ) );
	}

	/**
	 * The text that a DATETIME(6) column holds. Whole seconds have no fraction: SQLite compares texts, and WordPress's
	 * driver keeps only the seconds.
	 */
	public static function sql( \DateTimeImmutable $time ): string {
		$text = ( 0 === $time->getOffset() ? $time : $time->setTimezone( new \DateTimeZone( 'UTC' ) ) )->format( self::SQL );
		return str_ends_with( $text, '.000000' ) ? substr( $text, 0, -7 ) : $text;
	}

	/**
	 * Reads a DATETIME(6) column; NULL and '' are no time.
	 */
	public static function from_sql( ?string $value ): ?\DateTimeImmutable {
		if ( null === $value || '' === $value ) {
			return null;
		}
		return new \DateTimeImmutable( $value, new \DateTimeZone( 'UTC' ) );
	}
}
