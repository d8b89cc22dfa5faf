<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Counting;

/**
 * What became of a count that was sent.
 */
enum Outcome: string {

	case Counted = 'counted';
	/** It was there already. */
	case Repeated = 'repeated';
	/** There is no such item. */
	case UnknownItem = 'unknown_item';
	/** Its stock is not counted by itself. */
	case NotCountable = 'not_countable';
}
