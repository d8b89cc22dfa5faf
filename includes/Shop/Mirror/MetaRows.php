<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Mirror;

use WooInventoryGuard\Platform\Db;

/**
 * Rows of post meta, locked one by one. A locking statement that names the post locks every row of it on the way to the
 * one that is meant; WooCommerce, which counts the sales of the same product at the same moment in another of them, then
 * runs into a deadlock that it does not try again. To be called in a transaction.
 */
final class MetaRows {

	public function __construct( private readonly Db $db ) {}

	/**
	 * Which rows there are is read plainly: their ids do not change. What they say is read with the lock held.
	 *
	 * @return array<int, string> Value by row id; shops have products with more than one.
	 */
	public function lock( int $post_id, string $key ): array {
		$ids = array_map( 'intval', $this->db->column( 'SELECT meta_id FROM %i WHERE post_id = %d AND meta_key = %s', $this->db->wp_table( 'postmeta' ), $post_id, $key ) );
		if ( array() === $ids ) {
			return array();
		}
		$rows = $this->db->rows( 'SELECT meta_id, meta_value FROM %i WHERE meta_id IN (' . $this->db->marks( $ids ) . ') ORDER BY meta_id FOR UPDATE', $this->db->wp_table( 'postmeta' ), ...$ids );
		return array_column( array_map( static fn( array $row ): array => array( (int) $row['meta_id'], (string) $row['meta_value'] ), $rows ), 1, 0 );
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return int How many said something else.
	 */
	public function write( array $ids, string $value ): int {
		return $this->db->execute( 'UPDATE %i SET meta_value = %s WHERE meta_id IN (' . $this->db->marks( $ids ) . ') AND ( meta_value IS NULL OR meta_value <> %s )', $this->db->wp_table( 'postmeta' ), $value, ...array( ...$ids, $value ) );
	}

	/**
	 * The same value for many posts. Those without a row get one, unless it would say nothing.
	 *
	 * @param non-empty-list<int> $post_ids
	 * @return list<int> Posts that said something else.
	 */
	public function put_many( array $post_ids, string $key, string $value ): array {
		$table = $this->db->wp_table( 'postmeta' );
		$known = $this->db->rows( 'SELECT meta_id, post_id FROM %i WHERE meta_key = %s AND post_id IN (' . $this->db->marks( $post_ids ) . ')', $table, $key, ...$post_ids );
		$other = array();
		if ( array() !== $known ) {
			$ids  = array_map( 'intval', array_column( $known, 'meta_id' ) );
			$rows = $this->db->rows( 'SELECT meta_id, post_id FROM %i WHERE meta_id IN (' . $this->db->marks( $ids ) . ') AND ( meta_value IS NULL OR meta_value <> %s ) ORDER BY meta_id FOR UPDATE', $table, ...array( ...$ids, $value ) );
			if ( array() !== $rows ) {
				$this->write( array_map( static fn( array $row ): int => (int) $row['meta_id'], $rows ), $value );
				$other = array_map( 'intval', array_column( $rows, 'post_id' ) );
			}
		}
		$missing = array_values( array_diff( $post_ids, array_map( 'intval', array_column( $known, 'post_id' ) ) ) );
		if ( '' === $value || array() === $missing ) {
			return $other;
		}
		$rows = array_merge( ...array_map( static fn( int $id ): array => array( $id, $key, $value ), $missing ) );
		$this->db->execute( 'INSERT INTO %i (post_id, meta_key, meta_value) VALUES ' . $this->db->marks( $missing, '(%d,%s,%s)' ), $table, ...$rows );
		return array( ...$other, ...$missing );
	}
}
