<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DbError;
use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * Keeps items to their products when those are made, changed, thrown away or deleted in WooCommerce. A number of units
 * that was changed there becomes a line of the ledger, never a silent overwrite.
 */
final class Follow {

	private const CREATED_MEANWHILE = 3;

	public function __construct(
		private readonly Db $db,
		private readonly Products $products,
		private readonly ItemRows $items,
		private readonly Ledger $ledger,
		private readonly LookupRow $lookup
	) {}

	public function register(): void {
		foreach ( array( 'woocommerce_new_product', 'woocommerce_update_product', 'woocommerce_new_product_variation', 'woocommerce_update_product_variation' ) as $saved ) {
			add_action( $saved, $this->saved( ... ), 20 );
		}
		add_action( 'woocommerce_updated_product_stock', $this->stock_written( ... ), 20 );
		add_action( 'woocommerce_updated_product_sales', $this->row_written( ... ), 20 );
		foreach ( array( 'trashed_post', 'untrashed_post' ) as $moved ) {
			add_action( $moved, $this->saved( ... ), 20 );
		}
		add_action( 'deleted_post', $this->deleted( ... ), 20 );
	}

	/**
	 * Makes or updates the items of some products.
	 *
	 * @param list<int> $product_ids
	 */
	public function products( array $product_ids ): void {
		$products = $this->products->read( $product_ids );
		for ( $try = 1; array() !== $products; $try++ ) {
			try {
				$this->db->transaction( fn(): int => $this->items->make_missing( $products ) );
				break;
			} catch ( DbError $error ) {
				// An order and the import may make the same item at once; the next look finds it.
				if ( $try >= self::CREATED_MEANWHILE ) {
					throw $error;
				}
			}
		}
		foreach ( $products as $product ) {
			$this->one( $product );
		}
	}

	private function saved( int|string $product_id ): void {
		$this->guarded(
			function () use ( $product_id ): void {
				$this->products( array( (int) $product_id, ...$this->products->variations_of( (int) $product_id ) ) );
			}
		);
	}

	private function stock_written( int|string $product_id ): void {
		$this->guarded(
			function () use ( $product_id ): void {
				$item = $this->db->row( 'SELECT id, tracked FROM %i WHERE product_id = %d', $this->db->table( 'items' ), (int) $product_id );
				if ( null !== $item && '1' === $item['tracked'] ) {
					$this->take_over_number( (int) $item['id'], (int) $product_id );
					$this->lookup->set_right( (int) $product_id );
				}
			}
		);
	}

	private function row_written( int|string $product_id ): void {
		$this->guarded( fn() => $this->lookup->set_right( (int) $product_id ) );
	}

	private function deleted( int $post_id ): void {
		$this->guarded(
			function () use ( $post_id ): void {
				$item = $this->db->value( 'SELECT id FROM %i WHERE product_id = %d', $this->db->table( 'items' ), $post_id );
				if ( null === $item ) {
					return;
				}
				$this->db->transaction(
					function () use ( $item ): void {
						$this->items->forget( (int) $item );
						$note = __( 'The product was deleted in WooCommerce.', 'woo-inventory-guard' );
						$this->ledger->accept( (int) $item, ItemRows::LOCATION, Quantity::zero(), new Cause( 'external', Reference::none(), get_current_user_id(), $note ) );
					}
				);
			}
		);
	}

	/**
	 * Compares first: most saves change nothing that the books know.
	 */
	private function one( Product $product ): void {
		$row = $this->db->row(
			'SELECT id, kind, name, sku, barcode, category, tracked, low_stock_threshold, backorders FROM %i WHERE product_id = %d',
			$this->db->table( 'items' ),
			$product->id
		);
		if ( null === $row ) {
			return;
		}
		$id = (int) $row['id'];
		if ( $this->differs( $row, $product ) ) {
			$this->db->transaction( fn() => $this->items->follow( $id, $product ) );
		}
		if ( $product->tracked ) {
			$this->take_over_number( $id, $product->id );
			$this->lookup->set_right( $product->id );
		}
	}

	/**
	 * @param array<string, string|null> $row
	 */
	private function differs( array $row, Product $product ): bool {
		$low = null === $row['low_stock_threshold'] ? null : Quantity::from_sql( $row['low_stock_threshold'] )->units;
		return $row['kind'] !== $product->kind->value || $row['name'] !== $product->name || (string) $row['sku'] !== $product->sku
			|| (string) $row['barcode'] !== $product->barcode || $row['category'] !== $product->category
			|| (int) $row['tracked'] !== (int) $product->tracked || $low !== $product->low?->units || $row['backorders'] !== $product->backorders->value;
	}

	/**
	 * What WooCommerce has now, if it is not what the books say. The level is locked first: the mirror writes `_stock`
	 * only under that lock, so the number read after it is no sale that is still on its way.
	 */
	private function take_over_number( int $item_id, int $product_id ): void {
		$differs = $this->db->value(
			"SELECT i.id FROM %i i LEFT JOIN %i m ON m.post_id = i.product_id AND m.meta_key = '_stock'
			WHERE i.id = %d AND ( m.meta_value IS NULL OR ROUND( CAST( m.meta_value AS DECIMAL(19,4) ) - i.on_hand, 4 ) <> 0
				OR NOT EXISTS ( SELECT 1 FROM %i l WHERE l.item_id = i.id ) ) LIMIT 1",
			$this->db->table( 'items' ),
			$this->db->wp_table( 'postmeta' ),
			$item_id,
			$this->db->table( 'levels' )
		);
		if ( null === $differs ) {
			return;
		}
		$this->db->transaction(
			function () use ( $item_id, $product_id ): void {
				$this->db->rows( 'SELECT on_hand FROM %i WHERE item_id = %d AND location_id = %d FOR UPDATE', $this->db->table( 'levels' ), $item_id, ItemRows::LOCATION );
				$text  = $this->db->value( "SELECT meta_value FROM %i WHERE post_id = %d AND meta_key = '_stock' ORDER BY meta_value DESC LIMIT 1 FOR UPDATE", $this->db->wp_table( 'postmeta' ), $product_id );
				$stock = Products::quantity( (string) $text ) ?? Quantity::zero();
				$this->ledger->accept( $item_id, ItemRows::LOCATION, $stock, new Cause( 'external', Reference::none(), get_current_user_id(), __( 'Changed in WooCommerce.', 'woo-inventory-guard' ) ) );
			}
		);
	}

	/**
	 * A product that was saved stays saved, whatever happens to our books; the integrity check names what is left.
	 *
	 * @param callable(): void $work
	 */
	private function guarded( callable $work ): void {
		try {
			$work();
		} catch ( \RuntimeException $error ) {
			Log::error( 'An item could not follow its product.', $error );
		}
	}
}
