<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Mirror;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Shop\Following\ItemRows;
use WooInventoryGuard\Shop\Product\Products;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Participants;
use WooInventoryGuard\Stock\Quantity;

/**
 * Takes over the number that WooCommerce has where it is not the one of the books: somebody has written it past them.
 */
final class Numbers {

	public function __construct( private readonly Db $db, private readonly Ledger $ledger, private readonly MetaRows $meta, private readonly Participants $participants ) {}

	/**
	 * The level is locked first: the mirror writes `_stock` only under that lock, so the number read after it is no sale
	 * that is still on its way. What a sale of this moment has added or taken is in both numbers.
	 *
	 * Where WooCommerce's row itself is gone it says nothing, not zero: the number of the books is written there again.
	 *
	 * @return bool False when both were the same.
	 */
	public function take_over( int $item_id, int $product_id, Cause $cause ): bool {
		return $this->db->transaction(
			function () use ( $item_id, $product_id, $cause ): bool {
				$level = $this->db->row( 'SELECT seq FROM %i WHERE item_id = %d AND location_id = %d FOR UPDATE', $this->db->table( 'levels' ), $item_id, ItemRows::LOCATION );
				$texts = $this->meta->lock( $product_id, '_stock' );
				if ( array() === $texts && 0 < (int) ( $level['seq'] ?? 0 ) ) {
					$this->participants->on_hand_changed( array( $item_id ) );
					return false;
				}
				$stock = Products::quantity( array() === $texts ? '' : max( $texts ) ) ?? Quantity::zero();
				return $this->ledger->accept( $item_id, ItemRows::LOCATION, $stock, $cause );
			}
		);
	}
}
