<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Limit;

use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Error\StockError;

/**
 * The customer has bought, or is buying at this moment elsewhere, as much as the limit allows; nothing was changed.
 */
final class LimitReached extends StockError {

	/**
	 * @param Quantity $left What the customer could still have.
	 */
	public function __construct( public readonly Limit $limit, public readonly Quantity $left ) {
		parent::__construct( "Limit {$limit->id} is reached." );
	}
}
