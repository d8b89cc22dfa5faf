<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Making;

use WooInventoryGuard\Stocktake\StocktakeError;

/**
 * The schedule changed since the writer read it; nothing was written.
 */
final class StaleSchedule extends StocktakeError {

	/**
	 * @param int $version The present one.
	 */
	public function __construct( public readonly int $version ) {
		parent::__construct( 'The schedule was changed meanwhile.' );
	}
}
