<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * Every bounded try was used up. Nothing was decided: the caller may ask again, with the same key. Never to be told as
 * "sold out".
 */
final class Busy extends DbError {
}
