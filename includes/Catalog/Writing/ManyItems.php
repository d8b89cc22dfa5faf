<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Writing;

use WooInventoryGuard\Catalog\Bundle\DerivedBundles;
use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Catalog\Preorders;
use WooInventoryGuard\Catalog\ProductFields;
use WooInventoryGuard\Catalog\Rules;
use WooInventoryGuard\Catalog\SpecialItems;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DbError;
use WooInventoryGuard\Stock\Quantity;

/**
 * The same change of many items, by the hundred: what ItemWriter does for one, in a few statements for all. To be called
 * in a transaction; whoever calls remembers what was there before.
 */
final class ManyItems {

	private ?ProductFields $product_fields = null;

	/**
	 * @param \Closure(): Quantity $default_low The shop's low stock threshold.
	 */
	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly DerivedBundles $derived,
		private readonly Preorders $preorders,
		private readonly \Closure $default_low
	) {}

	/**
	 * Where there is a shop: fields of its products that may be changed here.
	 */
	public function share( ProductFields $fields ): void {
		$this->product_fields = $fields;
	}

	/**
	 * Which items this can be written to, as a condition over a row of `items`: what is counted, what no product owns,
	 * and what has not promised more than it would be allowed.
	 */
	public function fits( ItemChanges $changes ): Clause {
		$parts = array( new Clause( '1 = 1' ) );
		if ( $changes->has( 'low_stock_threshold' ) || $changes->changes_policy() ) {
			$parts[] = new Clause( 'tracked = 1' );
		}
		if ( array() !== $this->only_the_shops( $changes ) ) {
			$parts[] = new Clause( 'product_id IS NULL' );
		}
		if ( $changes->changes_policy() ) {
			$parts[] = new Clause( "kind <> 'bundle'" );
			$parts[] = Rules::keeps_promises( $changes->allowance( $this->clock->now() ), new Clause( '%i l WHERE l.item_id = %i.id', $this->db->table( 'levels' ), $this->db->table( 'items' ) ) );
		}
		return Clause::join( ' AND ', $parts );
	}

	/**
	 * @return list<string> Fields that a product owns and that can be changed only there.
	 */
	public function only_the_shops( ItemChanges $changes ): array {
		return array_values( array_diff( $changes->owned_by_shop(), $this->product_fields?->shared() ?? array() ) );
	}

	/**
	 * Whether an item says all of this already: 1 or 0. (A comparison with NULL is neither, so it is made 0.)
	 */
	public static function says( ItemChanges $changes ): Clause {
		return Clause::of( 'COALESCE( %%, 0 )', Clause::join( ' AND ', array( new Clause( '1 = 1' ), ...$changes->as_seen() ) ) );
	}

	/**
	 * Locks those of some items for which the condition is true, until the commit: nobody changes them between what is
	 * read here and write().
	 *
	 * @param non-empty-list<int>    $ids
	 * @param non-empty-list<string> $columns Of `items`.
	 * @return array<int, array<string, string|null>> The columns by item, in the order of ids.
	 */
	public function lock( array $ids, ItemChanges $changes, Clause $where, array $columns ): array {
		if ( $changes->changes_policy() ) {
			// Levels before items, as every writer locks them.
			$this->db->rows( 'SELECT item_id FROM %i WHERE item_id IN (' . $this->db->marks( $ids ) . ') ORDER BY item_id, location_id FOR UPDATE', $this->db->table( 'levels' ), ...$ids );
		}
		$rows = $this->db->rows(
			'SELECT id, ' . $this->db->marks( $columns, '%i' ) . ' FROM %i WHERE id IN (' . $this->db->marks( $ids ) . ') AND ' . $where->sql . ' ORDER BY id FOR UPDATE',
			...array( ...$columns, $this->db->table( 'items' ), ...$ids, ...$where->args )
		);
		return array_combine( array_map( 'intval', array_column( $rows, 'id' ) ), $rows );
	}

	/**
	 * Writes what is wanted to items that lock() has locked, and into the products that own it.
	 *
	 * @param list<int> $ids
	 */
	public function write( array $ids, ItemChanges $changes ): void {
		if ( array() === $ids ) {
			return;
		}
		$now = $this->clock->now();
		$set = Clause::of( '%%, version = version + 1, updated_at = %%', $changes->assignments( ( $this->default_low )(), $now ), new Clause( '%s', Clock::sql( $now ) ) );
		if ( count( $ids ) !== $this->db->execute( 'UPDATE %i SET ' . $set->sql . ' WHERE id IN (' . $this->db->marks( $ids ) . ')', $this->db->table( 'items' ), ...array( ...$set->args, ...$ids ) ) ) {
			throw new DbError( 'Items that were locked have changed.' );
		}
		$this->write_to_products( $ids, $changes );
		$this->db->after_commit( fn() => $this->derived->items_changed( $ids ) );
		if ( $changes->is_special() ) {
			$this->db->after_commit( SpecialItems::there_are( ... ) );
		}
		if ( $changes->changes_policy() ) {
			$this->db->after_commit( $this->preorders->plan( ... ) );
		}
	}

	/**
	 * @param non-empty-list<int> $ids
	 */
	private function write_to_products( array $ids, ItemChanges $changes ): void {
		$fields = $this->product_fields;
		if ( null === $fields || array() === array_filter( $fields->shared(), $changes->has( ... ) ) ) {
			return;
		}
		$products = array_map(
			'intval',
			$this->db->column( 'SELECT product_id FROM %i WHERE product_id IS NOT NULL AND id IN (' . $this->db->marks( $ids ) . ') ORDER BY id FOR UPDATE', $this->db->table( 'items' ), ...$ids )
		);
		if ( array() !== $products ) {
			$fields->write_many( $products, $changes );
			$this->db->after_commit( static fn() => $fields->written_many( $products ) );
		}
	}
}
