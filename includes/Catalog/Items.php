<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

use WooInventoryGuard\Platform\Db;

/**
 * Finds items. Nothing decides by what is found here: who writes says in the statement itself what must still be true.
 */
final class Items {

	/** Times kinds and statuses that many ranges of the index. */
	private const NAMES_AT_ONCE = 100;

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
		foreach ( $this->db->rows( 'SELECT ' . Item::COLUMNS . ' FROM %i WHERE id IN (' . $this->db->marks( $ids ) . ') AND kind <> %s', $this->db->table( 'items' ), ...$ids, ...array( GuardTest::KIND ) ) as $row ) {
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
		return $this->by_codes( 'sku', $skus );
	}

	/**
	 * @param list<string> $barcodes
	 * @return array<array-key, Item> By barcode, as by_skus().
	 */
	public function by_barcodes( array $barcodes ): array {
		return $this->by_codes( 'barcode', $barcodes );
	}

	/**
	 * Items of exactly these names. Kinds and statuses are all there are: named, they let the database use the index by name.
	 *
	 * @param list<string> $names
	 * @return array<array-key, non-empty-list<Item>> By name, as by_skus().
	 */
	public function by_names( array $names ): array {
		$found = array();
		$asked = array_flip( $names );
		foreach ( array_chunk( $names, self::NAMES_AT_ONCE ) as $some ) {
			$rows = $this->db->rows(
				'SELECT ' . Item::COLUMNS . " FROM %i WHERE kind IN ('simple','variation','variable','part','bundle') AND status IN (0,1,2,3,4) AND name IN (" . $this->db->marks( $some, '%s' ) . ')',
				$this->db->table( 'items' ),
				...$some
			);
			foreach ( $rows as $row ) {
				// A database takes 'Tea' and 'tea' for the same; we do not.
				if ( isset( $asked[ (string) $row['name'] ] ) ) {
					$found[ (string) $row['name'] ][] = Item::from_row( $row );
				}
			}
		}
		return $found;
	}

	/**
	 * @param 'sku'|'barcode' $field
	 * @param list<string>    $codes
	 * @return array<array-key, Item>
	 */
	private function by_codes( string $field, array $codes ): array {
		if ( array() === $codes ) {
			return array();
		}
		$found = array();
		$rows  = $this->db->is_sqlite()
			? $this->db->rows( 'SELECT ' . Item::COLUMNS . ' FROM %i WHERE BINARY %i IN (' . $this->db->marks( $codes, '%s' ) . ')', $this->db->table( 'items' ), $field, ...$codes )
			: $this->db->rows( 'SELECT ' . Item::COLUMNS . ' FROM %i WHERE %i IN (' . $this->db->marks( $codes, '%s' ) . ')', $this->db->table( 'items' ), $field, ...$codes );
		$asked = array_flip( $codes );
		foreach ( $rows as $row ) {
			// A database may take 'ab' and 'ab ' for the same; we do not.
			$code = (string) $row[ $field ];
			if ( isset( $asked[ $code ] ) ) {
				$found[ $code ] = Item::from_row( $row );
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
