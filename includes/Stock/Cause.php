<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

/**
 * Why stock moved: what a movement says beside its numbers.
 */
final class Cause {

	/**
	 * @param string $reason A slug of at most 32 characters: received, sold, damaged, counted ...
	 * @param int    $actor  User id, 0 for the system.
	 * @param string $note   At most 500 characters.
	 */
	public function __construct(
		public readonly string $reason,
		public readonly Reference $reference,
		public readonly int $actor = 0,
		public readonly string $note = ''
	) {}

	/** The same for causes that say the same in all. */
	public function key(): string {
		return implode( "\n", array( $this->reason, $this->reference->type, $this->reference->id, $this->actor, $this->note ) );
	}
}
