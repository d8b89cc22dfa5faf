<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Limit;

use WooInventoryGuard\Stock\Condition;
use WooInventoryGuard\Stock\Quantity;

/**
 * One limit, one customer, one order: counted in the reservation's own transaction, so that ten sessions of one customer
 * at once get as much as one session would.
 */
final class MostPerCustomer implements Condition {

	/** Whether the last claim went beyond the limit and was let through. */
	public bool $exceeded = false;

	/**
	 * @param array<int, Quantity> $units  Asked for now, by item; at least one.
	 * @param bool                 $binds  False counts what is bought but refuses nothing: a shop manager's own decision,
	 *                                     or an order that is already paid.
	 */
	public function __construct(
		private readonly Uses $uses,
		public readonly Limit $limit,
		private readonly Customer $customer,
		private readonly array $units,
		private readonly bool $binds
	) {}

	public function prepare(): void {
		$this->uses->prepare( $this->limit, $this->customer );
	}

	public function claim( int $reservation_id ): void {
		$all = array_reduce( $this->units, static fn( Quantity $sum, Quantity $one ): Quantity => $sum->plus( $one ), Quantity::zero() );

		$this->exceeded = ! $this->uses->admit( $this->limit, $this->customer, $all );
		if ( $this->exceeded && $this->binds ) {
			throw new LimitReached( $this->limit, $this->uses->left( $this->limit, $this->customer ) ?? Quantity::zero() );
		}
		$this->uses->record( $this->limit, $this->customer, $reservation_id, $this->units );
	}
}
