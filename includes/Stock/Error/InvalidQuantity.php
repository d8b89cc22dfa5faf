<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Error;

/**
 * A text or number that is no quantity. The message says what one is.
 */
final class InvalidQuantity extends \InvalidArgumentException {
}
