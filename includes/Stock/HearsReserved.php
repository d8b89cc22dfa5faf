<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

/**
 * A participant to whom it matters that units are promised or free again. Few are: a shopper who waits for a reservation
 * waits for them.
 */
interface HearsReserved extends Participant {

	/**
	 * After the COMMIT of a change of reserved alone.
	 *
	 * @param list<int> $item_ids
	 */
	public function after_reserved( array $item_ids ): void;
}
