<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Listing;

use WooInventoryGuard\Platform\Db;

/**
 * Writes the rows that search reads. Always in the transaction that writes the names, after the item's row, whose lock
 * keeps others away.
 */
final class TermIndex {

	/** Rows of one INSERT. */
	private const AT_ONCE = 500;

	public function __construct( private readonly Db $db ) {}

	/**
	 * For items that were just inserted.
	 *
	 * @param array<int, list<string>> $terms By item id.
	 */
	public function add( array $terms ): void {
		$texts = array();
		$rows  = array();
		foreach ( $terms as $item_id => $words ) {
			array_push( $texts, $item_id, self::text( $words ) );
			foreach ( $words as $word ) {
				$rows[] = array( $word, $item_id );
			}
		}
		if ( array() === $texts ) {
			return;
		}
		$this->db->execute(
			'INSERT INTO %i (item_id, terms) VALUES ' . $this->db->marks( array_keys( $terms ), '(%d,%s)' ),
			$this->db->table( 'item_texts' ),
			...$texts
		);
		$this->insert( $rows );
	}

	/**
	 * For items that may have terms already. Only what is different is written.
	 *
	 * @param array<int, list<string>> $terms By item id; an empty list takes the item out of the search.
	 */
	public function replace( array $terms ): void {
		if ( array() === $terms ) {
			return;
		}
		$ids   = array_keys( $terms );
		$known = array();
		foreach ( $this->db->rows( 'SELECT item_id, terms FROM %i WHERE item_id IN (' . $this->db->marks( $ids ) . ') FOR UPDATE', $this->db->table( 'item_texts' ), ...$ids ) as $row ) {
			$known[ (int) $row['item_id'] ] = (string) $row['terms'];
		}
		foreach ( array_intersect_key( $terms, $known ) as $item_id => $words ) {
			$this->change( $item_id, $known[ $item_id ], $words );
		}
		$this->add( array_diff_key( $terms, $known ) );
	}

	/**
	 * Writes the terms of a range of items anew: after the rules of Terms changed, or for rows that came in by SQL.
	 *
	 * @param int $after Item id to go on from, 0 at first.
	 * @return int|null Where to go on, NULL at the end.
	 */
	public function rebuild( int $after, int $limit = 500 ): ?int {
		return $this->db->transaction(
			function () use ( $after, $limit ): ?int {
				$rows  = $this->db->rows( 'SELECT id, name, sku, barcode FROM %i WHERE id > %d ORDER BY id LIMIT %d FOR UPDATE', $this->db->table( 'items' ), $after, $limit );
				$terms = array();
				foreach ( $rows as $row ) {
					$terms[ (int) $row['id'] ] = Terms::of_item( (string) $row['name'], (string) $row['sku'], (string) $row['barcode'] );
				}
				$this->replace( $terms );
				return count( $rows ) < $limit ? null : array_key_last( $terms );
			}
		);
	}

	/**
	 * How the terms of an item stand in `item_texts`: a blank before each, so that " ab" finds a beginning.
	 *
	 * @param list<string> $words
	 */
	public static function text( array $words ): string {
		return ' ' . implode( ' ', $words );
	}

	/**
	 * @param list<string> $words
	 */
	private function change( int $item_id, string $known, array $words ): void {
		$text = self::text( $words );
		if ( $text === $known ) {
			return;
		}
		$old  = array_values( array_filter( explode( ' ', $known ), static fn( string $word ): bool => '' !== $word ) );
		$gone = array_values( array_diff( $old, $words ) );
		if ( array() !== $gone ) {
			$this->db->execute( 'DELETE FROM %i WHERE item_id = %d AND term IN (' . $this->db->marks( $gone, '%s' ) . ')', $this->db->table( 'item_terms' ), $item_id, ...$gone );
		}
		$this->insert( array_map( static fn( string $word ): array => array( $word, $item_id ), array_values( array_diff( $words, $old ) ) ) );
		$this->db->execute( 'UPDATE %i SET terms = %s WHERE item_id = %d', $this->db->table( 'item_texts' ), $text, $item_id );
	}

	/**
	 * @param list<array{string, int}> $rows Term and item id.
	 */
	private function insert( array $rows ): void {
		foreach ( array_chunk( $rows, self::AT_ONCE ) as $some ) {
			$this->db->execute(
				'INSERT INTO %i (term, item_id) VALUES ' . $this->db->marks( array_keys( $some ), '(%s,%d)' ),
				$this->db->table( 'item_terms' ),
				...array_merge( ...$some )
			);
		}
	}
}
