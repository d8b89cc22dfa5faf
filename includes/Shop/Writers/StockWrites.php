<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Writers;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Shop\Following\ItemRows;
use WooInventoryGuard\Shop\Product\Products;
use WooInventoryGuard\Shop\Mirror\StockMirror;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Quantity;

/**
 * Old numbers do not win. WooCommerce and others write an absolute number that was worked out from one read earlier;
 * what was sold between would be lost. Here such a write becomes what its writer meant: the difference from the number
 * they had. The books move by it in one relative statement, and the mirror writes `_stock`. A number that was not
 * changed is not written at all.
 *
 * An absolute number of which nobody knows what it was chosen against (a bare write by a program that has not read the
 * row in this process) is taken at its word, under the lock of the level (see Follow).
 */
final class StockWrites {

	public function __construct(
		private readonly Db $db,
		private readonly Ledger $ledger,
		private readonly Loaded $loaded,
		private readonly Origin $origin
	) {}

	public function register(): void {
		foreach ( array( 'woocommerce_product_before_set_stock', 'woocommerce_variation_before_set_stock' ) as $announced ) {
			add_action( $announced, fn( mixed $product ) => $product instanceof \WC_Product ? $this->loaded->announce( $product ) : null, PHP_INT_MAX );
		}
		add_filter( 'update_post_metadata', $this->meta( ... ), PHP_INT_MAX, 5 );
		add_filter( 'woocommerce_update_product_stock_query', $this->query( ... ), PHP_INT_MAX, 4 );
	}

	/**
	 * Every save ends here, and every bare update_post_meta().
	 *
	 * @param mixed $done Not null where another plugin has written it already.
	 * @return mixed Null lets WordPress write; else whether the number has changed.
	 */
	private function meta( mixed $done, mixed $post_id, mixed $key, mixed $value, mixed $previous = '' ): mixed {
		if ( '_stock' !== $key || ! is_numeric( $post_id ) ) {
			return $done;
		}
		$product_id = (int) $post_id;
		$writer     = $this->loaded->writer( $product_id );
		$new        = is_scalar( $value ) ? Products::quantity( (string) $value ) : null;
		if ( null !== $done || null === $new || ! in_array( $previous, array( '', null ), true ) ) {
			// "Only if it still is so many" is a condition that WordPress puts into its own statement.
			return $done;
		}
		$before = null === $writer ? $this->loaded->before_bare_write( $product_id ) : $this->loaded->before_save( $writer );
		if ( null === $before ) {
			return $done;
		}
		$now = $this->change( $product_id, $new->minus( $before ) );
		if ( null === $now ) {
			return $done;
		}
		if ( null !== $writer ) {
			// The status is written next, from this object.
			$writer->set_stock_quantity( (float) (string) $now );
			$writer->set_stock_status( StockMirror::status( $now, $writer->get_backorders( 'edit' ) ) );
		}
		return 0 !== $new->compare( $before );
	}

	/**
	 * The direct write of wc_update_product_stock(). "Increase" and "decrease" are relative already.
	 *
	 * @return mixed A statement that changes nothing where the books have done it.
	 */
	private function query( mixed $sql, mixed $product_id, mixed $new_stock, mixed $operation ): mixed {
		$product_id = is_numeric( $product_id ) ? (int) $product_id : 0;
		$writer     = $this->loaded->writer( $product_id );
		$new        = is_scalar( $new_stock ) ? Products::quantity( (string) $new_stock ) : null;
		if ( 'set' !== $operation || null === $new ) {
			return $sql;
		}
		$before = null === $writer ? $this->loaded->before_bare_write( $product_id ) : $this->loaded->before_set( $writer );
		return null === $before || null === $this->change( $product_id, $new->minus( $before ) ) ? $sql : 'SELECT 1';
	}

	/**
	 * @return Quantity|null What is on hand now; null where the books do not count this product, or cannot now.
	 */
	private function change( int $product_id, Quantity $by ): ?Quantity {
		try {
			$item = $this->db->row( "SELECT id, on_hand FROM %i WHERE product_id = %d AND tracked = 1 AND kind <> 'bundle'", $this->db->table( 'items' ), $product_id );
			if ( null === $item ) {
				return null;
			}
			$now = $by->is_zero()
				? Quantity::from_sql( $item['on_hand'] )
				: $this->ledger->accept_change( (int) $item['id'], ItemRows::LOCATION, $by, $this->origin->cause() );
		} catch ( \RuntimeException $error ) {
			// WordPress writes it then, and the regular comparison brings it into the books.
			Log::error( 'A change of stock could not be taken down.', $error );
			return null;
		}
		wp_cache_delete( $product_id, 'post_meta' );
		return $now;
	}
}
