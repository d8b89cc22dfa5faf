<?php
declare( strict_types=1 );

namespace WooInventoryGuard\History;

use WooInventoryGuard\Stock\Lines\Folding;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * Lines of the ledger that belong together: what one order, count, import or bulk change did.
 */
final class Document {

	/**
	 * @param int           $lines    How many lines; with $many, at least so many.
	 * @param Quantity|null $in       Units that came, null where they were not added up.
	 * @param Quantity|null $out      Units that went, as a size.
	 * @param int           $items    How many items it touched; 0 where that was not counted.
	 * @param int           $actor    User id of who made its last line.
	 * @param string        $reason   Of its last line.
	 * @param Reversal|null $reversal What took it back, if anything has.
	 */
	public function __construct(
		public readonly Reference $reference,
		public readonly int $lines,
		public readonly bool $many,
		public readonly ?Quantity $in,
		public readonly ?Quantity $out,
		public readonly int $items,
		public readonly int $actor,
		public readonly string $reason,
		public readonly \DateTimeImmutable $first_at,
		public readonly \DateTimeImmutable $last_at,
		public readonly ?Reversal $reversal
	) {}

	/**
	 * What shops and buyers did is taken back where it was done (a refund, a cancellation), and a bulk change by its own
	 * Undo, which knows more than stock.
	 */
	private const TAKEN_BACK_ELSEWHERE = array( 'order', 'cart', 'request', 'guard_test', 'bulk', 'bulk_change', 'import', Folding::TYPE );

	public static function may_be_reversed( string $type ): bool {
		return '' !== $type && ! in_array( $type, self::TAKEN_BACK_ELSEWHERE, true );
	}

	public function can_be_reversed(): bool {
		return self::may_be_reversed( $this->reference->type ) && null === $this->reversal;
	}
}
