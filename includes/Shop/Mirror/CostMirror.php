<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Mirror;

use WooInventoryGuard\Catalog\Writing\ItemChanges;
use WooInventoryGuard\Catalog\ProductFields;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\HearsCosts;
use WooInventoryGuard\Stock\Quantity;

/**
 * What was paid for the last delivery is the cost of the product too, where WooCommerce keeps costs: else the next saving
 * of the product would bring the old one back.
 */
final class CostMirror implements HearsCosts {

	public function __construct( private readonly Db $db, private readonly ProductFields $fields ) {}

	public function cost_changed( int $item_id, Quantity $cost ): void {
		if ( ! in_array( 'unit_cost', $this->fields->shared(), true ) ) {
			return;
		}
		// A locking read of the row that this transaction has changed: it opens no snapshot.
		$product_id = (int) $this->db->value( 'SELECT product_id FROM %i WHERE id = %d FOR UPDATE', $this->db->table( 'items' ), $item_id );
		if ( 0 < $product_id ) {
			$this->fields->write( $product_id, ItemChanges::of( array( 'unit_cost' => $cost ) ) );
			$this->db->after_commit( fn() => $this->fields->written( $product_id ) );
		}
	}
}
