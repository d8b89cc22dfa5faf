<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Limit;

use WooInventoryGuard\Stock\Condition;
use WooInventoryGuard\Stock\Quantity;

/**
 * All limits that count what one customer buys with one order, in the reservation's own transaction: ten sessions of one
 * customer at once get as much as one session would.
 *
 * First the customer's rows of all limits are locked, then what was bought is read. Each of many sessions so sees what
 * those before it have taken; and different customers of one limit never wait for one another, which a locking read of
 * a range would make them do.
 */
final class MostPerCustomer implements Condition {

	/** @var list<Limit> Limits that the last claim went beyond and was let through. */
	public array $exceeded = array();

	/** @var literal-string How to read where the transaction is somebody else's, with a snapshot older than our locks. */
	private string $reading = '';

	/**
	 * @param non-empty-list<array{limit: Limit, units: array<int, Quantity>}> $asked In the order of the limits' numbers; units by item.
	 * @param bool $binds False counts what is bought but refuses nothing: a shop manager's own decision, or an order that
	 *                    is already paid.
	 */
	public function __construct(
		private readonly Uses $uses,
		private readonly Customer $customer,
		private readonly array $asked,
		private readonly bool $binds
	) {}

	/**
	 * To be called before the transaction.
	 */
	public function prepare(): void {
		$this->reading = $this->uses->reading();
		foreach ( $this->asked as $one ) {
			$this->uses->prepare( $one['limit'], $this->customer );
		}
	}

	public function claim( int $reservation_id ): void {
		$this->exceeded = array();
		$present        = array_filter( $this->asked, fn( array $one ): bool => $this->uses->lock( $one['limit'], $this->customer ) );
		foreach ( $present as $one ) {
			$left = $this->uses->left( $one['limit'], $this->customer, null, $this->reading ) ?? Quantity::zero();
			$all  = array_reduce( $one['units'], static fn( Quantity $sum, Quantity $unit ): Quantity => $sum->plus( $unit ), Quantity::zero() );
			if ( $left->compare( $all ) < 0 ) {
				if ( $this->binds ) {
					throw new LimitReached( $one['limit'], $left );
				}
				$this->exceeded[] = $one['limit'];
			}
			$this->uses->record( $one['limit'], $this->customer, $reservation_id, $one['units'] );
		}
	}
}
