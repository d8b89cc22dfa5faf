<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Following;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DbError;
use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Rule\Work;
use WooInventoryGuard\Shop\Mirror\LookupRow;
use WooInventoryGuard\Shop\Mirror\Numbers;
use WooInventoryGuard\Shop\Product\BundleProducts;
use WooInventoryGuard\Shop\Product\Product;
use WooInventoryGuard\Shop\Product\Products;
use WooInventoryGuard\Shop\Writers\Origin;
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
		private readonly Numbers $numbers,
		private readonly LookupRow $lookup,
		private readonly BundleProducts $bundles,
		private readonly Origin $origin,
		private readonly Work $rules
	) {}

	public function register(): void {
		foreach ( array( 'woocommerce_new_product', 'woocommerce_update_product', 'woocommerce_new_product_variation', 'woocommerce_update_product_variation' ) as $saved ) {
			add_action( $saved, $this->saved( ... ), 20 );
		}
		add_action( 'woocommerce_updated_product_stock', $this->number( ... ), 20 );
		add_action( 'woocommerce_updated_product_sales', $this->row_written( ... ), 20 );
		foreach ( array( 'trashed_post', 'untrashed_post' ) as $moved ) {
			add_action( $moved, $this->saved( ... ), 20 );
		}
		add_action( 'deleted_post', $this->deleted( ... ), 20 );
	}

	/**
	 * Whether numbers may still be old: the guard was switched on and has not yet looked at every product.
	 */
	public function is_catching_up(): bool {
		$text = get_option( Import::OPTION, '' );
		return ! is_string( $text ) || ! str_contains( $text, '"state":"done"' );
	}

	/**
	 * Makes or updates the items of some products, and takes over their numbers.
	 *
	 * @param list<int>  $product_ids
	 * @param Cause|null $cause What the ledger says of numbers that differ; NULL for the writer of this moment.
	 * @return int How many numbers differed.
	 */
	public function products( array $product_ids, ?Cause $cause = null ): int {
		$products = $this->products->read( $product_ids );
		$this->stop_counting( array_values( array_diff( $product_ids, array_keys( $products ) ) ) );
		if ( array() === $products ) {
			return 0;
		}
		for ( $try = 1; ; $try++ ) {
			try {
				$this->db->transaction( fn(): array => $this->items->make_missing( $products ) );
				break;
			} catch ( DbError $error ) {
				// An order and the import may make the same item at once; the next look finds it.
				if ( $try >= self::CREATED_MEANWHILE ) {
					throw $error;
				}
			}
		}
		$rows    = $this->items->rows_of( array_keys( $products ) );
		$differs = 0;
		foreach ( array_intersect_key( $products, $rows ) as $id => $product ) {
			$differs += $this->one( $rows[ $id ], $product, $cause ) ? 1 : 0;
		}
		$this->rules->products( array_keys( $products ) );
		$this->lookup->set_right( array_keys( $products ) );
		return $differs;
	}

	/**
	 * A product that became a grouped or an external one holds no stock any more.
	 *
	 * @param list<int> $product_ids
	 */
	private function stop_counting( array $product_ids ): void {
		foreach ( array() === $product_ids ? array() : $this->items->rows_of( $product_ids ) as $row ) {
			if ( '1' === $row['tracked'] ) {
				$this->db->transaction( fn() => $this->items->stop_counting( (int) $row['id'] ) );
			}
		}
	}

	/**
	 * Somebody has saved a product, or written rows of it.
	 */
	public function saved( int|string $product_id ): void {
		$this->guarded(
			function () use ( $product_id ): void {
				$this->products( array( (int) $product_id, ...$this->products->variations_of( (int) $product_id ) ) );
			}
		);
	}

	/**
	 * Somebody has written the number of a product.
	 */
	public function number( int|string $product_id ): void {
		$this->guarded(
			function () use ( $product_id ): void {
				$row = $this->items->rows_of( array( (int) $product_id ) )[ (int) $product_id ] ?? null;
				if ( null === $row || '1' !== $row['tracked'] || 'bundle' === $row['kind'] ) {
					return;
				}
				$text  = (string) $this->db->value( "SELECT MAX( meta_value ) FROM %i WHERE post_id = %d AND meta_key = '_stock'", $this->db->wp_table( 'postmeta' ), (int) $product_id );
				$stock = Products::quantity( $text );
				if ( null === $stock || 0 !== $stock->compare( Quantity::from_sql( $row['on_hand'] ) ) ) {
					$this->numbers->take_over( (int) $row['id'], (int) $product_id, $this->origin->cause() );
				}
				$this->lookup->set_right( array( (int) $product_id ) );
			}
		);
	}

	private function row_written( int|string $product_id ): void {
		$this->guarded( fn() => $this->lookup->set_right( array( (int) $product_id ) ) );
	}

	private function deleted( int $post_id ): void {
		$this->guarded(
			function () use ( $post_id ): void {
				$item = $this->db->value( 'SELECT id FROM %i WHERE product_id = %d', $this->db->table( 'items' ), $post_id );
				if ( null !== $item ) {
					$this->forget( (int) $item );
				}
			}
		);
	}

	/**
	 * The product of an item is gone.
	 */
	public function forget( int $item_id ): void {
		$this->db->transaction(
			function () use ( $item_id ): void {
				$this->items->forget( $item_id );
				$note = __( 'The product was deleted in WooCommerce.', 'woo-inventory-guard' );
				$this->ledger->accept( $item_id, ItemRows::LOCATION, Quantity::zero(), new Cause( 'external', Reference::none(), get_current_user_id(), $note ) );
			}
		);
	}

	/**
	 * Looks first: most saves change nothing that the books know. What differs is decided again under the locks.
	 *
	 * @param array<string, string|null> $row The item.
	 * @return bool Whether the number differed.
	 */
	private function one( array $row, Product $product, ?Cause $cause ): bool {
		$id        = (int) $row['id'];
		$is_bundle = 'bundle' === $row['kind'];
		$product   = $is_bundle ? $product->as_bundle() : $product;
		if ( $this->differs( $row, $product ) ) {
			$this->db->transaction( fn() => $this->items->follow( $id, $product ) );
		}
		if ( $is_bundle ) {
			$this->bundles->keep( $id, $product->id );
		}
		if ( ! $product->tracked || $is_bundle || ( '1' === $row['has_level'] && ! $product->stock_lost && 0 === $product->stock->compare( Quantity::from_sql( $row['on_hand'] ) ) ) ) {
			return false;
		}
		return $this->numbers->take_over( $id, $product->id, $cause ?? $this->origin->cause() );
	}

	/**
	 * @param array<string, string|null> $row
	 */
	private function differs( array $row, Product $product ): bool {
		$low   = null === $row['low_stock_threshold'] ? null : Quantity::from_sql( $row['low_stock_threshold'] )->units;
		$above = null === $row['parent_low'] ? null : Quantity::from_sql( $row['parent_low'] )->units;
		$price = null === $row['price'] ? null : Quantity::from_sql( $row['price'] )->units;
		$cost  = null === $row['unit_cost'] ? null : Quantity::from_sql( $row['unit_cost'] )->units;
		return $row['kind'] !== $product->kind->value || $row['name'] !== $product->name || (string) $row['sku'] !== $product->sku
			|| (string) $row['barcode'] !== $product->barcode || $row['category'] !== $product->category
			|| (int) $row['tracked'] !== (int) $product->tracked || $low !== $product->low?->units || $above !== $product->parent_low?->units
			|| ( $product->tracked && ( $row['own_backorders'] ?? 'no' ) !== $product->backorders->value )
			|| $price !== $product->price?->units || ( null !== $product->cost && $cost !== $product->cost->units );
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
