<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

use WooInventoryGuard\Platform\Clock;

/**
 * Which lines of an item's history, and which page of them.
 */
final class HistoryFilter {

	/**
	 * @param string $reason '' for any.
	 */
	public function __construct(
		public readonly int $limit = 20,
		public readonly int $offset = 0,
		public readonly string $reason = '',
		public readonly ?\DateTimeImmutable $after = null,
		public readonly ?\DateTimeImmutable $before = null
	) {}

	/**
	 * The values of MovementStore's conditions, each twice: once to ask whether it applies.
	 *
	 * @return list<string>
	 */
	public function conditions(): array {
		$after  = null === $this->after ? '' : Clock::sql( $this->after );
		$before = null === $this->before ? '' : Clock::sql( $this->before );
		return array( $this->reason, $this->reason, $after, $after, $before, $before );
	}
}
