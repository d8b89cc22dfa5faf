<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Settings;

/**
 * When the units of an order leave the books.
 */
enum StockLeaves: string {

	/** As soon as the order is placed, paid or not. */
	case Placed = 'placed';
	/** When it is paid, or waits for a transfer that a person checks. */
	case Paid = 'paid';
	/** When a person says so on the order. */
	case Manual = 'manual';
}
