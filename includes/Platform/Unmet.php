<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * A statement did not change the row that it had to change, so all that was sent with it is undone. That is an answer,
 * not an accident.
 */
final class Unmet extends DbError {
}
