<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Lines;

use WooInventoryGuard\Platform\Clock;

/**
 * Which lines of an item's history, and which page of them.
 */
final class HistoryFilter {

	/** The first and last time that a DATETIME can hold. */
	private const BEGINNING = '1000-01-01 00:00:00';
	private const END       = '9999-12-31 23:59:59';

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
	 * The values of MovementStore's conditions. The reason comes twice: once to ask whether it applies.
	 *
	 * @return list<string>
	 */
	public function conditions(): array {
		return array(
			$this->reason,
			$this->reason,
			null === $this->after ? self::BEGINNING : Clock::sql( $this->after ),
			null === $this->before ? self::END : Clock::sql( $this->before ),
		);
	}
}
