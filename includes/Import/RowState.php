<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import;

/**
 * What is known of one row.
 */
enum RowState: string {

	/** Not checked yet. */
	case New     = 'new';
	case Problem = 'problem';
	/** Would change an item that is there. */
	case Change = 'change';
	/** Would make an item. */
	case Create  = 'create';
	case Same    = 'same';
	case Applied = 'applied';
	/** A part of it, or all of it, could not be written or put back. */
	case Conflict = 'conflict';
	case Undone   = 'undone';
}
