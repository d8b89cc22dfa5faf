<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

/**
 * Some days in a row, and what they are compared with: as many days just before.
 */
final class Period {

	/** Two years and a bit: each day is a row. */
	public const MOST_DAYS = 800;

	private function __construct( public readonly string $from, public readonly string $to, public readonly int $days ) {}

	/**
	 * @throws InvalidPeriod
	 */
	public static function of( string $from, string $to ): self {
		if ( ! Calendar::is_day( $from ) || ! Calendar::is_day( $to ) || $from > $to ) {
			throw new InvalidPeriod();
		}
		$utc  = new \DateTimeZone( 'UTC' );
		$days = 1 + ( new \DateTimeImmutable( $from, $utc ) )->diff( new \DateTimeImmutable( $to, $utc ) )->days;
		if ( $days > self::MOST_DAYS ) {
			throw new InvalidPeriod();
		}
		return new self( $from, $to, $days );
	}

	/**
	 * @param int $days Up to and including the last day.
	 */
	public static function ending( string $to, int $days ): self {
		return new self( Calendar::shift( $to, 1 - $days ), $to, $days );
	}

	public function before(): self {
		return self::ending( Calendar::shift( $this->from, -1 ), $this->days );
	}
}
