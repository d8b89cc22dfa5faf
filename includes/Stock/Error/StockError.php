<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Error;

/**
 * What the engine answers when it says no. Each kind is a class, so that the edges (REST, shop, command line) choose
 * words and codes.
 */
abstract class StockError extends \RuntimeException {
}
