<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Integrity;

/**
 * What was looked at and what is wrong.
 */
final class IntegrityReport {

	/**
	 * @param list<Problem> $problems
	 */
	public function __construct(
		public readonly int $levels,
		public readonly int $movements,
		public readonly int $reservations,
		public readonly array $problems
	) {}

	public function ok(): bool {
		return array() === $this->problems;
	}
}
