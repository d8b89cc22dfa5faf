<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Checking;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Text;
use WooInventoryGuard\Import\Parts;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * Finds the items that a portion of rows speaks of, in a few statements for all of them.
 */
final class Lookup {

	/** @var array<int, Item> */
	private array $by_id = array();

	/** @var array<array-key, Item> */
	private array $by_sku = array();

	/** @var array<array-key, Item> */
	private array $by_barcode = array();

	/** @var array<int, Item> */
	private array $by_product = array();

	/** @var array<array-key, non-empty-list<Item>> Only of rows that give no code and no number. */
	private array $by_name = array();

	/** @var array<int, Quantity> On hand at the main location, by item. */
	private array $on_hand = array();

	/** @var array<int, string> Components by bundle. */
	public readonly array $parts;

	/**
	 * @param list<array<string, string>> $rows What was sent.
	 */
	public function __construct( Db $db, Items $items, Parts $parts, array $rows ) {
		$numbers = static fn( string $field ): array => array_values( array_unique( array_map( 'intval', array_filter( array_column( $rows, $field ), static fn( string $text ): bool => 1 === preg_match( '/\A\d{1,18}\z/', $text ) ) ) ) );
		$codes   = static fn( string $field, int $longest ): array => array_values( array_unique( array_map( static fn( string $text ): string => Text::line( $text, $longest ), array_column( $rows, $field ) ) ) );

		$this->by_id      = $items->find_many( $numbers( 'item_id' ) );
		$this->by_product = $items->by_product_ids( $numbers( 'product_id' ) );
		$this->by_sku     = $items->by_skus( $codes( 'sku', Text::SKU ) );
		$this->by_barcode = $items->by_barcodes( $codes( 'barcode', Text::BARCODE ) );
		$nameless         = array(
			'item_id'    => 1,
			'product_id' => 1,
			'sku'        => 1,
			'barcode'    => 1,
		);
		$names            = array_column( array_filter( $rows, static fn( array $row ): bool => array() === array_intersect_key( $row, $nameless ) ), 'name' );
		$this->by_name    = $items->by_names( array_values( array_unique( array_map( static fn( string $text ): string => Text::line( $text, Text::NAME ), $names ) ) ) );

		$ids     = array();
		$bundles = array();
		foreach ( array( $this->by_id, $this->by_sku, $this->by_barcode, $this->by_product, ...array_values( $this->by_name ) ) as $found ) {
			foreach ( $found as $item ) {
				$ids[ $item->id ] = $item->id;
				if ( \WooInventoryGuard\Catalog\Kind::Bundle === $item->kind ) {
					$bundles[ $item->id ] = $item->id;
				}
			}
		}
		foreach ( array_chunk( array_values( $ids ), 1_000 ) as $some ) {
			foreach ( $db->rows( 'SELECT item_id, on_hand FROM %i WHERE location_id = 1 AND item_id IN (' . $db->marks( $some ) . ')', $db->table( 'levels' ), ...$some ) as $level ) {
				$this->on_hand[ (int) $level['item_id'] ] = Quantity::from_sql( $level['on_hand'] );
			}
		}
		$with_parts  = array() !== array_column( $rows, 'components' );
		$this->parts = $with_parts ? $parts->texts( array_values( $bundles ) ) : array();
	}

	public function by_id( int $id ): ?Item {
		return $this->by_id[ $id ] ?? null;
	}

	public function by_sku( string $sku ): ?Item {
		return $this->by_sku[ $sku ] ?? null;
	}

	public function by_barcode( string $barcode ): ?Item {
		return $this->by_barcode[ $barcode ] ?? null;
	}

	public function by_product( int $id ): ?Item {
		return $this->by_product[ $id ] ?? null;
	}

	/**
	 * @return list<Item>
	 */
	public function by_name( string $name ): array {
		return $this->by_name[ $name ] ?? array();
	}

	public function on_hand( Item $item ): Quantity {
		return $this->on_hand[ $item->id ] ?? Quantity::zero();
	}
}
