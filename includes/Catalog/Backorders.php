<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

use WooInventoryGuard\Stock\Quantity;

/**
 * Whether an item may be sold when there is none, in WooCommerce's own words.
 */
enum Backorders: string {

	case No     = 'no';
	case Notify = 'notify';
	case Yes    = 'yes';

	/** The allowance that stands for "no limit": more than any sum of quantities. */
	private const WITHOUT_LIMIT = 100_000_000_000_000;

	/**
	 * How far below zero available may go.
	 *
	 * @param Quantity|null $limit NULL is no limit.
	 */
	public function allowance( ?Quantity $limit ): Quantity {
		if ( self::No === $this ) {
			return Quantity::zero();
		}
		return $limit ?? Quantity::from_sql( (string) self::WITHOUT_LIMIT );
	}
}
