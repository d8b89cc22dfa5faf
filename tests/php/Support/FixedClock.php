<?php
/**
 * A clock that stands still until a test moves it.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Support;

use WooInventoryGuard\Platform\Clock;

/**
 * Starts at the same moment in every test.
 */
final class FixedClock extends Clock {

	private \DateTimeImmutable $now;

	public function __construct( string $now = '2026-03-02 09:00:00.000000' ) {
		$this->now = new \DateTimeImmutable( $now, new \DateTimeZone( 'UTC' ) );
	}

	public function now(): \DateTimeImmutable {
		return $this->now;
	}

	/**
	 * Moves the time on.
	 *
	 * @param int $seconds How far; negative goes back.
	 */
	public function advance( int $seconds ): void {
		$this->now = $this->now->modify( sprintf( '%+d seconds', $seconds ) );
	}
}
