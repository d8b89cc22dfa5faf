<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * A unique index refused a row: somebody else's row was first. That is an answer, not an accident.
 */
final class DuplicateKey extends DbError {
}
