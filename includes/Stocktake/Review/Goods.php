<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Review;

/**
 * Where the goods of orders lie that have left the books (they are sold) and have not left the house.
 */
enum Goods: string {

	/** Still on the shelf, among the others: who counts the shelf counts them. */
	case Shelf = 'shelf';
	/** Set aside or packed already: nobody counts them. */
	case Aside = 'aside';
}
