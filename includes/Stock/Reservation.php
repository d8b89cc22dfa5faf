<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

/**
 * A promise, as it is told to whoever asked for it.
 */
final class Reservation {

	/**
	 * @param list<AskedLine>          $lines      As asked, bundles whole.
	 * @param \DateTimeImmutable|null $expires_at Null: holds until somebody ends it.
	 * @param bool                     $replayed   Whether this is the answer to a key that was seen before.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $key,
		public readonly ReservationState $state,
		public readonly Reference $reference,
		public readonly ?\DateTimeImmutable $expires_at,
		public readonly array $lines,
		public readonly \DateTimeImmutable $created_at,
		public readonly bool $replayed = false
	) {}

	/**
	 * The same promise as it was at another moment of its life.
	 */
	public function as_of( ReservationState $state, ?\DateTimeImmutable $expires_at, bool $replayed ): self {
		return new self( $this->id, $this->key, $state, $this->reference, $expires_at, $this->lines, $this->created_at, $replayed );
	}
}
