<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Integrity;

/**
 * One row that breaks an invariant, and how.
 */
final class Problem {

	/**
	 * @param int    $invariant   Its number in DESIGN.md section 4; 7 is "the sums of an item are those of its levels".
	 * @param string $expected    What should stand there, in words or digits.
	 * @param string $found       What stands there.
	 */
	public function __construct(
		public readonly int $invariant,
		public readonly int $item_id,
		public readonly int $location_id,
		public readonly string $expected,
		public readonly string $found
	) {}
}
