<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Limit;

/**
 * Why a limit says no to one order, whatever the customer bought before.
 */
enum Objection {

	case TooMany;
	case TooFew;
	case NotMultiple;
}
