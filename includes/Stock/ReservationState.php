<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

/**
 * A reservation is active until it is committed, released or expires: one of them, once.
 */
enum ReservationState: string {

	case Active    = 'active';
	case Committed = 'committed';
	case Released  = 'released';
	case Expired   = 'expired';
}
