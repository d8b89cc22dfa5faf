<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

use WooInventoryGuard\Stock\Error\InvalidQuantity;
use WooInventoryGuard\Stock\Error\NotTracked;
use WooInventoryGuard\Stock\Error\Shortage;
use WooInventoryGuard\Stock\Error\UnknownItem;
use WooInventoryGuard\Stock\Error\UnknownLocation;
use WooInventoryGuard\Stock\Reserving\Ending;
use WooInventoryGuard\Stock\Reserving\Plan;
use WooInventoryGuard\Stock\Reserving\Planner;
use WooInventoryGuard\Stock\Reserving\ReservationStore;

/**
 * Says what a reservation would be refused for right now, for carts and forms. Never a promise: only a reservation is.
 */
final class Foresight {

	public function __construct(
		private readonly Planner $planner,
		private readonly ReservationStore $store,
		private readonly Ending $ending
	) {}

	/**
	 * @param list<AskedLine> $asked
	 * @param list<Reference> $own   What these hold is there for the asker.
	 * @return list<Shortage> Every line, short or not; empty when all of it is there.
	 * @throws UnknownItem|UnknownLocation|NotTracked|InvalidQuantity
	 */
	public function shortages( array $asked, array $own ): array {
		$plan  = $this->planner->plan( $asked );
		$lines = $this->look( $plan, $own );
		if ( array() !== $lines && 0 < $this->ending->expire_due( 50, $plan->items() ) ) {
			$lines = $this->look( $plan, $own );
		}
		return $lines;
	}

	/**
	 * @param list<Reference> $own
	 * @return list<Shortage>
	 */
	private function look( Plan $plan, array $own ): array {
		$free = $this->planner->free( $plan->items() );
		foreach ( $own as $reference ) {
			foreach ( $this->store->held_for( $reference ) as $line ) {
				$level          = $line->item_id . ':' . $line->location_id;
				$free[ $level ] = ( $free[ $level ] ?? Quantity::zero() )->plus( $line->quantity );
			}
		}
		$lines = $plan->shortages( $free );
		return Plan::is_short( $lines ) ? $lines : array();
	}
}
