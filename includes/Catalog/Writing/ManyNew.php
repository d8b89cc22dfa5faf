<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Writing;

use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Listing\TermIndex;
use WooInventoryGuard\Catalog\Listing\Terms;
use WooInventoryGuard\Catalog\SpecialItems;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DbError;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Level\Levels;
use WooInventoryGuard\Stock\Level\ManyOpenings;
use WooInventoryGuard\Stock\Quantity;

/**
 * Makes many parts and bundles: what ItemWriter::create() does for one, in a few statements for a hundred.
 * To be called in a transaction that makes them once, and is rolled back where one of them cannot be made.
 */
final class ManyNew {

	private const LOCATION = 1;

	/**
	 * @param \Closure(list<int>): void $made Who hears of items that were made, after the commit.
	 */
	public function __construct(
		private readonly Db $db,
		private readonly NewRows $rows,
		private readonly TermIndex $terms,
		private readonly ManyOpenings $openings,
		private readonly Levels $levels,
		private readonly \Closure $made
	) {}

	/**
	 * @param list<NewItem>           $items
	 * @param array<int, ItemChanges> $says    What else they say, by place in the list.
	 * @param array<int, Quantity>    $on_hand By place in the list; a bundle has no stock of its own.
	 * @return list<int> Their ids, in the order of the list.
	 * @throws \WooInventoryGuard\Platform\DuplicateKey When one has the SKU or barcode of another.
	 */
	public function create( array $items, array $says, array $on_hand, Cause $cause ): array {
		if ( array() === $items ) {
			return array();
		}
		$ids   = $this->insert( $items, $says );
		$terms = array();
		$stock = array();
		foreach ( $items as $place => $item ) {
			$id           = $ids[ $place ];
			$terms[ $id ] = Terms::of_item( $item->name, $item->sku, $item->barcode );
			if ( Kind::Bundle !== $item->kind ) {
				$stock[ $id ] = $on_hand[ $place ] ?? Quantity::zero();
			}
		}
		$this->terms->add( $terms );
		$this->openings->open( $stock, self::LOCATION, $cause );
		foreach ( $says as $place => $of_item ) {
			if ( $of_item->changes_safety_stock() ) {
				$this->levels->keep( $ids[ $place ] );
			}
		}
		if ( array() !== array_filter( $says, static fn( ItemChanges $of_item ): bool => $of_item->is_special() ) ) {
			$this->db->after_commit( SpecialItems::there_are( ... ) );
		}
		$this->db->after_commit( fn() => ( $this->made )( $ids ) );
		return $ids;
	}

	/**
	 * All that have an SKU by one statement, the others one by one: an id is known by the SKU or as the last one that was given
	 * (on a cluster the ids of one INSERT do not follow one another).
	 *
	 * @param non-empty-list<NewItem>  $items
	 * @param array<int, ItemChanges> $says
	 * @return list<int> In the order of the list.
	 */
	private function insert( array $items, array $says ): array {
		$coded = array_filter( $items, static fn( NewItem $item ): bool => '' !== $item->sku );
		$ids   = array();
		if ( array() !== $coded ) {
			$this->rows->insert( $coded, $says );
			$ids = $this->ids( array_map( static fn( NewItem $item ): string => $item->sku, $coded ) );
		}
		foreach ( array_diff_key( $items, $coded ) as $place => $item ) {
			$this->rows->insert( array( $place => $item ), $says );
			$ids[ $place ] = $this->db->insert_id();
		}
		ksort( $ids );
		return array_values( $ids );
	}

	/**
	 * The rows are ours until the commit.
	 *
	 * @param non-empty-array<int, string> $codes SKUs, by place.
	 * @return array<int, int> Ids, by place.
	 */
	private function ids( array $codes ): array {
		$asked = array_values( $codes );
		// SQLite's driver makes every column ignore case; see Items.
		$rows = $this->db->is_sqlite()
			? $this->db->rows( 'SELECT id, sku FROM %i WHERE BINARY sku IN (' . $this->db->marks( $asked, '%s' ) . ')', $this->db->table( 'items' ), ...$asked )
			: $this->db->rows( 'SELECT id, sku FROM %i WHERE sku IN (' . $this->db->marks( $asked, '%s' ) . ')', $this->db->table( 'items' ), ...$asked );
		$ids  = array_column( $rows, 'id', 'sku' );
		return array_map( static fn( string $code ): int => (int) ( $ids[ $code ] ?? throw new DbError( 'An item that was just made cannot be read.' ) ), $codes );
	}
}
