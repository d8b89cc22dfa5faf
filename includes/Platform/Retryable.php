<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * The database gave up on a transaction for a reason that has nothing to do with its content: a deadlock, a lock wait
 * that took too long, a changed snapshot, a lost connection. Running the whole transaction again is right.
 */
final class Retryable extends DbError {
}
