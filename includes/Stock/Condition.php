<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

use WooInventoryGuard\Stock\Error\StockError;

/**
 * What a reservation must satisfy beside stock, decided in the same transaction: two that are asked at once cannot both
 * slip through between a look and a write.
 */
interface Condition {

	/**
	 * Inside the transaction: after the reservation's own rows are there (and the one it replaces is closed), before any
	 * level is touched. SQL only, and repeatable: a deadlock runs the transaction again.
	 *
	 * @throws StockError To refuse; everything is rolled back then.
	 */
	public function claim( int $reservation_id ): void;
}
