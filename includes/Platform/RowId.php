<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * Stands, among the values of a statement, for an id that the database has yet to give.
 */
enum RowId {

	/** Of the row that the first statement inserts. */
	case Inserted;
}
