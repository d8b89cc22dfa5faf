<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Counting;

use WooInventoryGuard\Stocktake\StocktakeError;

/**
 * There are as many photos as there may be; this one was not kept.
 */
final class PhotoLimit extends StocktakeError {}
