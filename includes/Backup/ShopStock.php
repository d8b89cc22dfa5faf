<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

use WooInventoryGuard\Stock\Quantity;

/**
 * What the shop knows of stock beside the books.
 */
interface ShopStock {

	/**
	 * Products that count units and of which the shop has lost the number.
	 */
	public function lost(): int;

	/**
	 * Writes the numbers of the books there again, some of them.
	 *
	 * @return int How many.
	 */
	public function write_back(): int;

	/**
	 * All products are looked at again: those without an item get one, with the shop's number.
	 */
	public function look_at_all(): void;

	/**
	 * What old orders say of items whose ledger begins with nothing: an estimate, for a person to judge.
	 *
	 * @return list<array{item_id: int, name: string, on_hand: Quantity, estimate: Quantity, at: string, order_id: int}>
	 */
	public function estimates(): array;
}
