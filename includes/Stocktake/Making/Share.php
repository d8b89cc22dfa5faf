<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Making;

/**
 * How items are shared out among those who count.
 */
enum Share: string {

	/** Everybody counts what they come across. */
	case None = 'none';
	/** As many for each, in the order of the bins. */
	case Even = 'even';
	/** A bin belongs to one. */
	case Bin = 'bin';
}
