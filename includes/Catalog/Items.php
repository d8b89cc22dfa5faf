<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

use WooInventoryGuard\Platform\Db;

/**
 * Finds items. Nothing decides by what is found here: who writes says in the statement itself what must still be true.
 */
final class Items {

	public function __construct( private readonly Db $db ) {}

	public function find( int $id ): ?Item {
		return $this->find_many( array( $id ) )[ $id ] ?? null;
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, Item> By id, in the order asked for; unknown ones are left out.
	 */
	public function find_many( array $ids ): array {
		if ( array() === $ids ) {
			return array();
		}
		$found = array();
		foreach ( $this->db->rows( 'SELECT ' . Item::COLUMNS . ' FROM %i WHERE id IN (' . $this->db->marks( $ids ) . ')', $this->db->table( 'items' ), ...$ids ) as $row ) {
			$found[ (int) $row['id'] ] = Item::from_row( $row );
		}
		$ordered = array();
		foreach ( $ids as $id ) {
			if ( isset( $found[ $id ] ) ) {
				$ordered[ $id ] = $found[ $id ];
			}
		}
		return $ordered;
	}

	/**
	 * The item with exactly this SKU: "ab" is neither "AB" nor "ab ".
	 */
	public function by_sku( string $sku ): ?Item {
		return $this->by_code( 'sku', $sku );
	}

	public function by_barcode( string $barcode ): ?Item {
		return $this->by_code( 'barcode', $barcode );
	}

	/**
	 * @param list<string> $skus
	 * @return array<array-key, Item> By SKU (PHP turns "42" into 42); unknown ones are left out.
	 */
	public function by_skus( array $skus ): array {
		if ( array() === $skus ) {
			return array();
		}
		$found = array();
		$rows  = $this->db->is_sqlite()
			? $this->db->rows( 'SELECT ' . Item::COLUMNS . ' FROM %i WHERE BINARY sku IN (' . $this->db->marks( $skus, '%s' ) . ')', $this->db->table( 'items' ), ...$skus )
			: $this->db->rows( 'SELECT ' . Item::COLUMNS . ' FROM %i WHERE sku IN (' . $this->db->marks( $skus, '%s' ) . ')', $this->db->table( 'items' ), ...$skus );
		foreach ( $rows as $row ) {
			// A database may take 'ab' and 'ab ' for the same; we do not.
			if ( in_array( $row['sku'], $skus, true ) ) {
				$found[ $row['sku'] ] = Item::from_row( $row );
			}
		}
		return $found;
	}

	/**
	 * @param list<int> $product_ids WooCommerce's.
	 * @return array<int, Item> By product id; unknown ones are left out.
	 */
	public function by_product_ids( array $product_ids ): array {
		if ( array() === $product_ids ) {
			return array();
		}
		$found = array();
		foreach ( $this->db->rows( 'SELECT ' . Item::COLUMNS . ' FROM %i WHERE product_id IN (' . $this->db->marks( $product_ids ) . ')', $this->db->table( 'items' ), ...$product_ids ) as $row ) {
			$found[ (int) $row['product_id'] ] = Item::from_row( $row );
		}
		return $found;
	}

	/**
	 * @param 'sku'|'barcode' $field
	 */
	private function by_code( string $field, string $value ): ?Item {
		if ( '' === $value ) {
			return null;
		}
		// SQLite's driver makes every column ignore case; BINARY takes that back and still uses the index.
		$row = $this->db->is_sqlite()
			? $this->db->row( 'SELECT ' . Item::COLUMNS . ' FROM %i WHERE BINARY %i = %s', $this->db->table( 'items' ), $field, $value )
			: $this->db->row( 'SELECT ' . Item::COLUMNS . ' FROM %i WHERE %i = %s', $this->db->table( 'items' ), $field, $value );
		return null === $row || $row[ $field ] !== $value ? null : Item::from_row( $row );
	}
}
