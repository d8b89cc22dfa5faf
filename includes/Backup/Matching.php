<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

use WooInventoryGuard\Platform\Db;

/**
 * Finds out which item of a backup is which one here: by SKU, else by barcode, else (for what has neither) by product on
 * the site that wrote it, or by name where it is a part or a bundle. Each of ours stands for one of theirs; products that
 * are not here are not invented. To be called in a transaction.
 */
final class Matching {

	private const AT_ONCE = 250;

	public function __construct( private readonly Db $db ) {}

	/**
	 * @param list<array<mixed>> $lines Of items, checked.
	 * @param bool               $own   Whether this site wrote the backup.
	 * @return array{sku: int, barcode: int, product: int, name: int, made: int, unmatched: int, names: list<string>} How many were found by what: sku, barcode, product, name; to be made; unmatched, with the names of some.
	 */
	public function match( int $return_id, array $lines, bool $own ): array {
		$found = array(
			'sku'       => 0,
			'barcode'   => 0,
			'product'   => 0,
			'name'      => 0,
			'made'      => 0,
			'unmatched' => 0,
			'names'     => array(),
		);
		foreach ( array_chunk( $lines, self::AT_ONCE ) as $some ) {
			$ours  = $this->ours( $some, $own );
			$taken = $this->taken( $return_id, array_column( $ours, 'id' ) );
			$rows  = array();
			foreach ( $some as $line ) {
				$there = Lines::whole( $line, 'id' );
				$match = $ours[ $there ] ?? null;
				$match = null === $match || isset( $taken[ $match['id'] ] ) ? null : $match;
				$by    = null === $match ? ( self::can_be_made( $line ) ? 'made' : 'unmatched' ) : $match['by'];
				array_push( $rows, $return_id, $there, null === $match ? 0 : $match['id'] );
				++$found[ $by ];
				if ( null !== $match ) {
					$taken[ $match['id'] ] = true;
				}
				if ( 'unmatched' === $by && count( $found['names'] ) < 50 ) {
					$found['names'][] = trim( Lines::text( $line, 'name', 200 ) . ' ' . Lines::text( $line, 'sku', 100 ) );
				}
			}
			$this->db->execute( 'INSERT INTO %i (return_id, there, here) VALUES ' . $this->db->marks( array_keys( $some ), '(%d,%d,NULLIF( %d, 0 ))' ), $this->db->table( 'backup_items' ), ...$rows );
		}
		return $found;
	}

	/**
	 * @param array<mixed> $line
	 */
	public static function can_be_made( array $line ): bool {
		return in_array( $line['kind'] ?? '', array( 'part', 'bundle' ), true ) && '' !== trim( Lines::text( $line, 'name', 255 ) ) && 0 === Lines::whole( $line, 'product_id' );
	}

	/**
	 * @param list<int> $items Of the backup.
	 * @return array<int, array{id: int, made: bool}> Ours, by theirs.
	 */
	public function here( int $return_id, array $items ): array {
		$found = array();
		foreach ( array_chunk( array_values( array_unique( $items ) ), 500 ) as $some ) {
			foreach ( $this->db->rows( 'SELECT there, here, made FROM %i WHERE return_id = %d AND here IS NOT NULL AND there IN (' . $this->db->marks( $some ) . ')', $this->db->table( 'backup_items' ), $return_id, ...$some ) as $row ) {
				$found[ (int) $row['there'] ] = array(
					'id'   => (int) $row['here'],
					'made' => '1' === (string) $row['made'],
				);
			}
		}
		return $found;
	}

	public function note_made( int $return_id, int $there, int $here ): void {
		$this->db->execute( 'UPDATE %i SET here = %d, made = 1 WHERE return_id = %d AND there = %d', $this->db->table( 'backup_items' ), $here, $return_id, $there );
	}

	public function forget( int $return_id ): void {
		$this->db->execute( 'DELETE FROM %i WHERE return_id = %d', $this->db->table( 'backup_items' ), $return_id );
	}

	/**
	 * @param list<array<mixed>> $lines
	 * @return array<int, array{id: int, by: 'sku'|'barcode'|'product'|'name'}> By their id.
	 */
	private function ours( array $lines, bool $own ): array {
		$found = array();
		foreach ( array( 'sku', 'barcode', 'product', 'name' ) as $by ) {
			$wanted = array();
			foreach ( $lines as $line ) {
				$key   = self::key( $line, $by );
				$there = Lines::whole( $line, 'id' );
				if ( '' !== $key && ! isset( $found[ $there ] ) && ( $own || 'product' !== $by ) ) {
					$wanted[ $key ] ??= $there;
				}
			}
			foreach ( array() === $wanted ? array() : $this->look_up( $by, array_map( 'strval', array_keys( $wanted ) ) ) as $row ) {
				$key = 'name' === $by ? $row['kind'] . ' ' . $row['found'] : (string) $row['found'];
				if ( isset( $wanted[ $key ] ) ) {
					$found[ $wanted[ $key ] ] = array(
						'id' => (int) $row['id'],
						'by' => $by,
					);
					unset( $wanted[ $key ] );
				}
			}
		}
		return $found;
	}

	/**
	 * @param array<mixed> $line
	 */
	private static function key( array $line, string $by ): string {
		$sku  = Lines::text( $line, 'sku', 100 );
		$code = Lines::text( $line, 'barcode', 64 );
		$none = '' === $sku && '' === $code;
		return match ( $by ) {
			'sku'     => $sku,
			'barcode' => $code,
			'product' => $none && 0 < Lines::whole( $line, 'product_id' ) ? (string) Lines::whole( $line, 'product_id' ) : '',
			default   => $none && self::can_be_made( $line ) ? Lines::text( $line, 'kind', 10 ) . ' ' . Lines::text( $line, 'name', 255 ) : '',
		};
	}

	/**
	 * @param non-empty-list<string> $keys
	 * @return list<array<string, string|null>>
	 */
	private function look_up( string $by, array $keys ): array {
		$items = $this->db->table( 'items' );
		$marks = $this->db->marks( $keys, '%s' );
		return match ( $by ) {
			'sku'     => $this->db->rows( "SELECT id, kind, sku AS found FROM %i WHERE sku IN ({$marks})", $items, ...$keys ),
			'barcode' => $this->db->rows( "SELECT id, kind, barcode AS found FROM %i WHERE barcode IN ({$marks})", $items, ...$keys ),
			'product' => $this->db->rows( 'SELECT id, kind, product_id AS found FROM %i WHERE sku IS NULL AND barcode IS NULL AND product_id IN (' . $this->db->marks( $keys ) . ')', $items, ...array_map( 'intval', $keys ) ),
			default   => $this->db->rows( "SELECT id, kind, name AS found FROM %i WHERE sku IS NULL AND barcode IS NULL AND product_id IS NULL AND kind IN ('part', 'bundle') AND name IN ({$marks}) ORDER BY id", $items, ...array_map( static fn( string $key ): string => (string) preg_replace( '/\A\S+ /', '', $key ), $keys ) ),
		};
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, true>
	 */
	private function taken( int $return_id, array $ids ): array {
		return array() === $ids ? array() : array_fill_keys( array_map( 'intval', $this->db->column( 'SELECT here FROM %i WHERE return_id = %d AND here IN (' . $this->db->marks( $ids ) . ')', $this->db->table( 'backup_items' ), $return_id, ...$ids ) ), true );
	}
}
