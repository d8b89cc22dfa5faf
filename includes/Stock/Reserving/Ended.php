<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Reserving;

/**
 * The conditional change of state found no active row. Thrown to roll back; the caller is told NotActive.
 *
 * @internal
 */
final class Ended extends \RuntimeException {
}
