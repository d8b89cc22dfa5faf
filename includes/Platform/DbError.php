<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * A statement failed. The message is the database's own; the code is its error number (0 on SQLite).
 */
class DbError extends \RuntimeException {
}
