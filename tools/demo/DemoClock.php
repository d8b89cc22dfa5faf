<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Demo;

use WooInventoryGuard\Platform\Clock;

/**
 * The time of the story that is being told: weeks pass in seconds.
 */
final class DemoClock extends Clock {

	public function __construct( private \DateTimeImmutable $now ) {}

	public function now(): \DateTimeImmutable {
		return $this->now;
	}

	public function set( \DateTimeImmutable $now ): void {
		$this->now = $now;
	}
}
