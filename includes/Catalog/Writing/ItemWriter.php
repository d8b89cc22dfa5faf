<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Writing;

use WooInventoryGuard\Catalog\Bundle\DerivedBundles;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Catalog\Listing\TermIndex;
use WooInventoryGuard\Catalog\Listing\Terms;
use WooInventoryGuard\Catalog\Preorders;
use WooInventoryGuard\Catalog\ProductFields;
use WooInventoryGuard\Catalog\Rules;
use WooInventoryGuard\Catalog\SpecialItems;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Error\KeyReused;
use WooInventoryGuard\Stock\Error\UnknownItem;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Level\Levels;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Requests;

/**
 * Makes parts and bundles, and changes items. Numbers of stock are not changed here.
 */
final class ItemWriter {

	private ?ProductFields $product_fields = null;

	/** @var list<\Closure(list<int>): void> */
	private array $told = array();

	/**
	 * @param \Closure(): Quantity $default_low The shop's low stock threshold.
	 */
	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly Items $items,
		private readonly NewRows $rows,
		private readonly TermIndex $terms,
		private readonly Requests $requests,
		private readonly Ledger $ledger,
		private readonly Levels $levels,
		private readonly Preorders $preorders,
		private readonly DerivedBundles $derived,
		private readonly \Closure $default_low
	) {}

	/**
	 * Where there is a shop: fields of its products that may be changed here.
	 */
	public function share( ProductFields $fields ): void {
		$this->product_fields = $fields;
	}

	/**
	 * Who hears of items that were made, after the commit.
	 *
	 * @param \Closure(list<int>): void $made
	 */
	public function tell( \Closure $made ): void {
		$this->told[] = $made;
	}

	/**
	 * Inserts the item, its search terms and, for a part, its level with the first line of the ledger: all or nothing.
	 *
	 * @param Quantity $on_hand What is there now; a bundle has no stock of its own.
	 * @param string   $key     The same key makes the item once.
	 * @return array{item: Item, replayed: bool}
	 * @throws Taken When another item has the SKU or barcode.
	 * @throws KeyReused When the key stands for another request.
	 */
	public function create( NewItem $new, Quantity $on_hand, Cause $cause, string $key ): array {
		$fingerprint = Requests::fingerprint( 'item', $new->to_array() + array( 'on_hand' => $on_hand->sql() ) );
		try {
			$result = $this->requests->once(
				$key,
				$fingerprint,
				function () use ( $new, $on_hand, $cause ): array {
					$this->rows->insert( array( $new ) );
					$id = $this->db->insert_id();
					$this->terms->add( array( $id => Terms::of_item( $new->name, $new->sku, $new->barcode ) ) );
					if ( Kind::Bundle !== $new->kind ) {
						$this->ledger->open( $id, $on_hand, $cause );
					}
					return array( 'item_id' => $id );
				}
			);
		} catch ( DuplicateKey $duplicate ) {
			throw $this->taken( $new->sku, $new->barcode, 0 ) ?? $duplicate;
		}
		/** @var array{item_id: int} $answer */
		$answer = $result['answer'];
		foreach ( $result['replayed'] ? array() : $this->told as $made ) {
			$made( array( $answer['item_id'] ) );
		}
		return array(
			'item'     => $this->items->find( $answer['item_id'] ) ?? throw new UnknownItem( $answer['item_id'] ),
			'replayed' => $result['replayed'],
		);
	}

	/**
	 * Changes some fields in one conditional statement, and what follows from them (threshold, allowance, status).
	 *
	 * @param int|null         $version The version the writer saw; NULL changes whatever is there.
	 * @param ItemChanges|null $seen    What the writer saw in some fields; nothing is written where one says something else now.
	 * @throws UnknownItem|StaleVersion|Taken
	 * @throws LimitTooLow When more is promised already than the new backorder limit allows.
	 * @throws OwnedByShop When a product owns one of the fields.
	 */
	public function update( int $id, ItemChanges $changes, ?int $version, ?ItemChanges $seen = null ): Item {
		if ( ! $changes->is_empty() ) {
			try {
				$this->db->transaction( fn() => $this->change( $id, $changes, $version, $seen ) );
			} catch ( DuplicateKey $duplicate ) {
				throw $this->taken( (string) $changes->text( 'sku' ), (string) $changes->text( 'barcode' ), $id ) ?? $duplicate;
			}
		}
		return $this->items->find( $id ) ?? throw new UnknownItem( $id );
	}

	private function change( int $id, ItemChanges $changes, ?int $version, ?ItemChanges $seen ): void {
		$now        = $this->clock->now();
		$conditions = array( new Clause( 'id = %d', $id ) );
		if ( null !== $version ) {
			$conditions[] = new Clause( 'version = %d', $version );
		}
		if ( null !== $seen ) {
			array_push( $conditions, ...$seen->as_seen() );
		}
		if ( array() !== $this->only_the_shops( $changes ) ) {
			$conditions[] = new Clause( 'product_id IS NULL' );
		}
		if ( $changes->changes_policy() || $changes->changes_safety_stock() ) {
			// Levels before the item, as every writer locks them; whether it may be is asked by the UPDATE.
			$this->db->rows( 'SELECT location_id FROM %i WHERE item_id = %d FOR UPDATE', $this->db->table( 'levels' ), $id );
		}
		if ( $changes->changes_policy() ) {
			$conditions[] = Rules::keeps_promises( $changes->allowance( $now ), new Clause( '%i l WHERE l.item_id = %d', $this->db->table( 'levels' ), $id ) );
		}
		$statement = Clause::of(
			'SET %%, version = version + 1, updated_at = %% WHERE %%',
			$changes->assignments( ( $this->default_low )(), $now ),
			new Clause( '%s', Clock::sql( $now ) ),
			Clause::join( ' AND ', $conditions )
		);
		if ( 0 === $this->db->execute( 'UPDATE %i ' . $statement->sql, $this->db->table( 'items' ), ...$statement->args ) ) {
			throw $this->why_not( $id, $changes, $version, $seen );
		}
		$this->write_to_product( $id, $changes );

		if ( $changes->changes_safety_stock() ) {
			$this->levels->keep( $id );
		}
		if ( $changes->changes_terms() ) {
			$this->write_terms( $id );
		}
		$this->db->after_commit( fn() => $this->derived->item_changed( $id ) );
		if ( $changes->is_special() ) {
			$this->db->after_commit( SpecialItems::there_are( ... ) );
		}
		if ( $changes->changes_policy() ) {
			$this->db->after_commit( $this->preorders->plan( ... ) );
		}
	}

	/**
	 * @return list<string> Fields that a product owns and that can be changed only there.
	 */
	private function only_the_shops( ItemChanges $changes ): array {
		return array_values( array_diff( $changes->owned_by_shop(), $this->product_fields?->shared() ?? array() ) );
	}

	private function write_to_product( int $id, ItemChanges $changes ): void {
		$fields = $this->product_fields;
		if ( null === $fields || array() === array_filter( $fields->shared(), $changes->has( ... ) ) ) {
			return;
		}
		$product = $this->db->value( 'SELECT product_id FROM %i WHERE id = %d FOR UPDATE', $this->db->table( 'items' ), $id );
		if ( null !== $product ) {
			$fields->write( (int) $product, $changes );
			$this->db->after_commit( static fn() => $fields->written( (int) $product ) );
		}
	}

	/**
	 * The row is ours until the commit, so this read sees what we wrote and nobody changes it meanwhile.
	 */
	private function write_terms( int $id ): void {
		$row = $this->db->row( 'SELECT name, sku, barcode FROM %i WHERE id = %d FOR UPDATE', $this->db->table( 'items' ), $id );
		if ( null !== $row ) {
			$this->terms->replace( array( $id => Terms::of_item( (string) $row['name'], (string) $row['sku'], (string) $row['barcode'] ) ) );
		}
	}

	/**
	 * Reads on after the refusal, only to choose its words. With a lock: a plain read could show an older state than
	 * the statement saw.
	 */
	private function why_not( int $id, ItemChanges $changes, ?int $version, ?ItemChanges $seen ): \RuntimeException {
		$row = $this->db->row( 'SELECT version, product_id FROM %i WHERE id = %d FOR UPDATE', $this->db->table( 'items' ), $id );
		if ( null === $row ) {
			return new UnknownItem( $id );
		}
		if ( null !== $row['product_id'] && array() !== $this->only_the_shops( $changes ) ) {
			return new OwnedByShop( $id, $this->only_the_shops( $changes ) );
		}
		if ( null !== $version && $version !== (int) $row['version'] ) {
			return new StaleVersion( $id, (int) $row['version'], $this->items->find( $id ) );
		}
		if ( null !== $seen && ! $seen->is_empty() ) {
			$same = Clause::join( ' AND ', array( new Clause( 'id = %d', $id ), ...$seen->as_seen() ) );
			if ( null === $this->db->value( 'SELECT id FROM %i WHERE ' . $same->sql, $this->db->table( 'items' ), ...$same->args ) ) {
				return new StaleVersion( $id, (int) $row['version'], $this->items->find( $id ) );
			}
		}
		$promised = $this->db->value( 'SELECT MAX( reserved - on_hand - owed ) FROM %i WHERE item_id = %d', $this->db->table( 'levels' ), $id );
		return new LimitTooLow( $id, Quantity::from_sql( $promised ) );
	}

	/**
	 * Who has the SKU or barcode that a unique key refused; NULL when it was another key.
	 */
	private function taken( string $sku, string $barcode, int $except ): ?Taken {
		$owner = $this->items->by_sku( $sku );
		if ( null !== $owner && $owner->id !== $except ) {
			return new Taken( 'sku', $sku, $owner->id );
		}
		$owner = $this->items->by_barcode( $barcode );
		return null !== $owner && $owner->id !== $except ? new Taken( 'barcode', $barcode, $owner->id ) : null;
	}
}
