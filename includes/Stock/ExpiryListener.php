<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

/**
 * Somebody who has to know that the time of a reservation ran out.
 */
interface ExpiryListener {

	/**
	 * Inside the transaction that ends it, before COMMIT: SQL only.
	 */
	public function expired( Reservation $reservation ): void;
}
