<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Stock\Participant;

/**
 * The items of the products on a page, read once. What is held or sold meanwhile makes it look again.
 */
final class SoldItems implements Participant {

	/** @var array<int, Item|false> By product id. */
	private array $known = array();

	public function __construct( private readonly Items $items ) {}

	/**
	 * The item whose units a product takes: its own, or its parent's.
	 */
	public function of( \WC_Product $product ): ?Item {
		return $this->by_id( $product->get_stock_managed_by_id(), $product );
	}

	/**
	 * The product's own item, counted or not.
	 */
	public function own( \WC_Product $product ): ?Item {
		return $this->by_id( $product->get_id(), $product );
	}

	public function before_commit( array $item_ids ): void {}

	public function after_commit( array $item_ids, bool $on_hand_changed ): void {
		$this->known = array();
	}

	/**
	 * The page of a product with variations asks for all of them: one statement instead of one each.
	 */
	private function by_id( int $id, \WC_Product $product ): ?Item {
		if ( ! isset( $this->known[ $id ] ) ) {
			$parent = $product->is_type( 'variation' ) ? wc_get_product( $product->get_parent_id() ) : null;
			$ids    = $parent instanceof \WC_Product ? array_map( 'intval', $parent->get_children() ) : array();
			$ids    = array_values( array_unique( array( $id, $product->get_id(), ...$ids ) ) );

			$this->known = $this->items->by_product_ids( $ids ) + array_fill_keys( $ids, false ) + $this->known;
		}
		$item = $this->known[ $id ];
		return false === $item ? null : $item;
	}
}
