<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Reserving;

use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Reservation;
use WooInventoryGuard\Stock\ReservationState;
use WooInventoryGuard\Stock\SaleTerms;

/**
 * A reservation that is about to be made, complete: every try of it writes exactly the same rows.
 *
 * @internal
 */
final class Wish {

	public function __construct(
		public readonly string $key,
		public readonly string $fingerprint,
		public readonly Reference $reference,
		public readonly Plan $plan,
		public readonly \DateTimeImmutable $created_at,
		public readonly ?\DateTimeImmutable $expires_at,
		public readonly int $actor,
		public readonly SaleTerms $terms = new SaleTerms()
	) {}

	/**
	 * The same wish after its lines were looked at.
	 */
	public function planned( Plan $plan ): self {
		return new self( $this->key, $this->fingerprint, $this->reference, $plan, $this->created_at, $this->expires_at, $this->actor, $this->terms );
	}

	public function granted( int $id ): Reservation {
		return new Reservation( $id, $this->key, ReservationState::Active, $this->reference, $this->expires_at, $this->plan->asked, $this->created_at );
	}
}
