<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Quantity;

/**
 * Takes over the number that WooCommerce has where it is not the one of the books: somebody has written it past them.
 */
final class Numbers {

	public function __construct( private readonly Db $db, private readonly Ledger $ledger, private readonly MetaRows $meta ) {}

	/**
	 * The level is locked first: the mirror writes `_stock` only under that lock, so the number read after it is no sale
	 * that is still on its way. What a sale of this moment has added or taken is in both numbers.
	 *
	 * @return bool False when both were the same.
	 */
	public function take_over( int $item_id, int $product_id, Cause $cause ): bool {
		return $this->db->transaction(
			function () use ( $item_id, $product_id, $cause ): bool {
				$this->db->rows( 'SELECT on_hand FROM %i WHERE item_id = %d AND location_id = %d FOR UPDATE', $this->db->table( 'levels' ), $item_id, ItemRows::LOCATION );
				$texts = $this->meta->lock( $product_id, '_stock' );
				$stock = Products::quantity( array() === $texts ? '' : max( $texts ) ) ?? Quantity::zero();
				return $this->ledger->accept( $item_id, ItemRows::LOCATION, $stock, $cause );
			}
		);
	}
}
