<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * We worked inside a transaction that somebody else had begun, and the database has rolled all of it back (a deadlock,
 * a lost connection, with WordPress's SQLite driver any error at all). We cannot run their half again, so they are told
 * instead of being left with half a truth.
 */
final class OuterTransactionLost extends DbError {
}
