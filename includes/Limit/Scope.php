<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Limit;

/**
 * What a limit counts together.
 */
enum Scope: string {

	/** One item; for a product with variations, all of them. */
	case Item = 'item';

	/** Everything in a category of products and in those below it. */
	case Category = 'category';
}
