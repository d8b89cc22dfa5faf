<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Counting;

/**
 * When something was counted, by the server's clock.
 *
 * A device says what its own clock showed and by how much the server's clock was ahead of it when both were compared
 * last. The sum is bounded: nothing is counted in the future, nor before counting began. Where it had to be bounded, or
 * where the device's clock was set between the count and now, the moment is doubtful: the review says so, because a sale
 * on the wrong side of it would look like a variance.
 */
final class Moment {

	/** Round trips, and clocks that drift within a day, stay below. */
	private const TOLERANCE_SECONDS = 120;

	/** Some devices say times to the second only. */
	private const ROUNDING_MS = 1_000;

	private function __construct( public readonly \DateTimeImmutable $at, public readonly bool $doubtful ) {}

	/**
	 * @param \DateTimeImmutable      $device    What the device's clock showed.
	 * @param int|null                $offset_ms Server's clock minus device's clock; null where nobody measured.
	 * @param \DateTimeImmutable|null $sent      What the device's clock showed when it was sent.
	 * @param \DateTimeImmutable      $now       The server's clock.
	 * @param \DateTimeImmutable      $began     When counting began.
	 */
	public static function of( \DateTimeImmutable $device, ?int $offset_ms, ?\DateTimeImmutable $sent, \DateTimeImmutable $now, \DateTimeImmutable $began ): self {
		// Without a measurement the time of sending is one, as good as the network is quick.
		$offset   = $offset_ms ?? ( null === $sent ? 0 : self::ms( $now ) - self::ms( $sent ) );
		$at       = self::shift( $device, $offset );
		$clock    = null === $sent ? 0 : self::ms( $sent ) + $offset - self::ms( $now );
		$doubtful = abs( $clock ) > 1_000 * self::TOLERANCE_SECONDS;
		if ( $at > $now ) {
			return new self( $now, $doubtful || self::ms( $at ) - self::ms( $now ) > 1_000 * self::TOLERANCE_SECONDS );
		}
		if ( $at < $began ) {
			return new self( $began, $doubtful || self::ms( $began ) - self::ms( $at ) > self::ROUNDING_MS );
		}
		return new self( $at, $doubtful );
	}

	/**
	 * Microseconds since 1970, by which counts are put in order.
	 */
	public function us(): int {
		return 1_000_000 * $this->at->getTimestamp() + (int) $this->at->format( 'u' );
	}

	private static function ms( \DateTimeImmutable $time ): int {
		return 1_000 * $time->getTimestamp() + intdiv( (int) $time->format( 'u' ), 1_000 );
	}

	private static function shift( \DateTimeImmutable $time, int $ms ): \DateTimeImmutable {
		return $time->modify( sprintf( '%+d seconds', intdiv( $ms, 1_000 ) ) )->modify( sprintf( '%+d microseconds', 1_000 * ( $ms % 1_000 ) ) );
	}
}
