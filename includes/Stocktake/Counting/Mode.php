<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Counting;

/**
 * What a count says.
 */
enum Mode: string {

	/** So many are there, at this place. */
	case Set = 'set';
	/** So many more: a scan is one. */
	case Add = 'add';
	/** Another count is taken back. */
	case Undo = 'undo';
}
