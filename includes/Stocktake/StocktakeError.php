<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake;

/**
 * Why something cannot be done to a stocktake.
 */
abstract class StocktakeError extends \RuntimeException {}
