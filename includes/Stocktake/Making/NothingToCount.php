<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Making;

use WooInventoryGuard\Stocktake\StocktakeError;

/**
 * No item fits what was chosen; nothing was made.
 */
final class NothingToCount extends StocktakeError {}
