<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Settings;

/**
 * What becomes of an order that is paid and cannot be had.
 */
enum WhenShort: string {

	/** It waits for a person, with a note and an alert. */
	case Hold = 'hold';
	/** It is owed to the customer, as if backorders were allowed. */
	case Backorder = 'backorder';
}
