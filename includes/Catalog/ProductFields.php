<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

use WooInventoryGuard\Catalog\Writing\ItemChanges;

/**
 * The shop's side of an item that follows a product: what the product owns and may still be changed here, because it is
 * written to the product in the same transaction.
 */
interface ProductFields {

	/**
	 * @return list<string> Names of such fields, as in ItemChanges.
	 */
	public function shared(): array;

	/**
	 * Inside the transaction, after the item's row was changed: SQL only.
	 */
	public function write( int $product_id, ItemChanges $changes ): void;

	/**
	 * After the commit: caches, and everybody who listens.
	 */
	public function written( int $product_id ): void;

	/**
	 * As write(), the same change of many products in a few statements. Their rows are locked.
	 *
	 * @param non-empty-list<int> $product_ids
	 */
	public function write_many( array $product_ids, ItemChanges $changes ): void;

	/**
	 * As written(), for all that write_many() has written.
	 *
	 * @param non-empty-list<int> $product_ids
	 */
	public function written_many( array $product_ids ): void;
}
