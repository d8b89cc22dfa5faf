<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Mirror;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * WooCommerce's row for sorting and filtering by stock. WooCommerce writes it as a whole from numbers that it read a
 * moment before (a REPLACE, also when only the sales count changed), so a slow process puts an old number back over a
 * newer one. Whoever makes it do so calls set_right() afterwards: of all writers the last one then leaves the truth.
 */
final class LookupRow {

	/** @var array<int, true> Products that are being set right: what listens to it may write them again. */
	private array $busy = array();

	public function __construct( private readonly Db $db, private readonly ProductCaches $caches, private readonly MetaRows $meta ) {}

	/**
	 * To be called in a transaction that holds the item's lock.
	 *
	 * @return bool Whether it said something else.
	 */
	public function write( int $product_id, Quantity $on_hand, string $status ): bool {
		return 0 < $this->db->execute(
			'UPDATE %i SET stock_quantity = CAST( %s AS DECIMAL(19,4) ), stock_status = %s
			WHERE product_id = %d AND ( stock_quantity IS NULL OR stock_quantity <> CAST( %s AS DECIMAL(19,4) ) OR stock_status <> %s )',
			$this->db->wp_table( 'wc_product_meta_lookup' ),
			$on_hand->sql(),
			$status,
			$product_id,
			$on_hand->sql(),
			$status
		);
	}

	/**
	 * After WooCommerce has written a product: from a number that was computed before somebody else's write, it makes an
	 * old row and an old status. A plain look first, since they nearly always are right; a sale that commits after the
	 * look writes them itself.
	 *
	 * @param list<int> $product_ids
	 */
	public function set_right( array $product_ids ): void {
		if ( array() === $product_ids ) {
			return;
		}
		$rows = $this->db->rows(
			"SELECT i.product_id, i.on_hand, i.backorders, k.stock_quantity, k.stock_status, s.meta_value AS status FROM %i i
			LEFT JOIN %i k ON k.product_id = i.product_id
			LEFT JOIN %i s ON s.post_id = i.product_id AND s.meta_key = '_stock_status'
			WHERE i.tracked = 1 AND i.kind <> 'bundle' AND i.product_id IN (" . $this->db->marks( $product_ids ) . ')',
			$this->db->table( 'items' ),
			$this->db->wp_table( 'wc_product_meta_lookup' ),
			$this->db->wp_table( 'postmeta' ),
			...$product_ids
		);
		foreach ( $rows as $row ) {
			$id = (int) $row['product_id'];
			if ( ! isset( $this->busy[ $id ] ) ) {
				$this->busy[ $id ] = true;
				try {
					$this->set_one_right( $id, $row );
				} finally {
					unset( $this->busy[ $id ] );
				}
			}
		}
	}

	/**
	 * @param array<string, string|null> $row
	 */
	private function set_one_right( int $id, array $row ): void {
		$on_hand = Quantity::from_sql( $row['on_hand'] );
		$status  = StockMirror::status( $on_hand, (string) $row['backorders'] );
		$number  = null !== $row['stock_quantity'] && 0 === $on_hand->compare( Quantity::from_sql( $row['stock_quantity'] ) );
		if ( $number && $status === $row['stock_status'] && $status === $row['status'] ) {
			if ( ! $this->caches->shows( $id, $status ) ) {
				$this->caches->refresh( $id, $status );
			}
			return;
		}
		$changed = $this->db->transaction( fn(): ?string => $this->write_present( $id ) );
		wp_cache_delete( 'lookup_table', 'object_' . $id );
		if ( null !== $changed ) {
			$this->caches->refresh( $id, $changed );
		}
	}

	/**
	 * @return string|null The status, where it said something else.
	 */
	private function write_present( int $product_id ): ?string {
		$row = $this->db->row( "SELECT on_hand, backorders FROM %i WHERE product_id = %d AND tracked = 1 AND kind <> 'bundle' FOR UPDATE", $this->db->table( 'items' ), $product_id );
		if ( null === $row ) {
			return null;
		}
		$on_hand = Quantity::from_sql( $row['on_hand'] );
		$status  = StockMirror::status( $on_hand, (string) $row['backorders'] );
		$this->write( $product_id, $on_hand, $status );
		return $this->write_status( $product_id, $status ) ? $status : null;
	}

	/**
	 * @return bool Whether it said something else.
	 */
	public function write_status( int $product_id, string $status ): bool {
		$rows = $this->meta->lock( $product_id, '_stock_status' );
		return array() !== $rows && 0 < $this->meta->write( array_keys( $rows ), $status );
	}
}
