<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Review;

use WooInventoryGuard\Stock\Quantity;

/**
 * What has to be known around one count, see Circumstances; it grows while rows are read.
 *
 * @internal
 */
final class Around {

	/** Units in packing at the moment of the count. */
	public Quantity $packing;

	/** What other stocktakes have put right since that was wrong at that moment. */
	public Quantity $corrections;

	/** Units that moved between the first and the last part, without signs. */
	public Quantity $moved;

	/** Whether a later count has been applied. */
	public bool $superseded = false;

	public function __construct() {
		$this->packing     = Quantity::zero();
		$this->corrections = Quantity::zero();
		$this->moved       = Quantity::zero();
	}

	public function moves( Quantity $units ): void {
		$this->moved = $this->moved->plus( $units->is_negative() ? $units->negated() : $units );
	}
}
