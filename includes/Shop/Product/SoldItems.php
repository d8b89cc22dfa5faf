<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Product;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Stock\HearsReserved;

/**
 * The items of the products on a page, read once and together: the first question about one of the products that
 * WordPress has fetched brings the items of all of them, in one statement. What is held or sold meanwhile makes it look
 * again.
 */
final class SoldItems implements HearsReserved {

	/** Of what was fetched and not asked about, so many numbers are kept: a job may fetch a million. */
	private const MOST = 200;

	/** @var array<int, Item|false> By product id. */
	private array $known = array();

	/** @var array<int, true> Posts that WordPress fetched together with others, by number. */
	private array $fetched = array();

	public function __construct( private readonly Items $items ) {}

	public function register(): void {
		// Whatever is about to show several products (a query, a block, a shortcode, the cart) fetches their fields first.
		add_filter( 'update_post_metadata_cache', $this->remember( ... ), PHP_INT_MAX, 2 );
	}

	/**
	 * The item whose units a product takes: its own, or its parent's.
	 */
	public function of( \WC_Product $product ): ?Item {
		return $this->by_id( $product->get_stock_managed_by_id(), $product );
	}

	/**
	 * The product's own item, counted or not.
	 */
	public function own( \WC_Product $product ): ?Item {
		return $this->by_id( $product->get_id(), $product );
	}

	public function of_number( int $product_id ): ?Item {
		return $this->by_id( $product_id );
	}

	/**
	 * @return list<Item> All that were read so far, and are still true.
	 */
	public function known(): array {
		return array_values( array_filter( $this->known ) );
	}

	public function before_commit( array $item_ids ): void {}

	public function after_commit( array $item_ids ): void {
		$this->known = array();
	}

	public function after_reserved( array $item_ids ): void {
		$this->known = array();
	}

	/**
	 * @return mixed As it came.
	 */
	private function remember( mixed $answer, mixed $ids ): mixed {
		if ( is_array( $ids ) && 1 < count( $ids ) ) {
			$this->fetched = array_slice( array_fill_keys( array_filter( $ids, is_int( ... ) ), true ) + $this->fetched, 0, self::MOST, true );
		}
		return $answer;
	}

	/**
	 * The page of a product with variations asks for all of them: one statement instead of one each.
	 */
	private function by_id( int $id, ?\WC_Product $product = null ): ?Item {
		if ( ! isset( $this->known[ $id ] ) ) {
			$parent = null !== $product && $product->is_type( 'variation' ) ? wc_get_product( $product->get_parent_id() ) : null;
			$ids    = $parent instanceof \WC_Product ? array_map( 'intval', $parent->get_children() ) : array();
			$ids    = array_values( array_unique( array( $id, $product?->get_id() ?? $id, ...$ids, ...$this->waiting() ) ) );

			$this->known = $this->items->by_product_ids( $ids ) + array_fill_keys( $ids, false ) + $this->known;
		}
		$item = $this->known[ $id ];
		return false === $item ? null : $item;
	}

	/**
	 * The products among what WordPress has fetched. Its own memory knows which are, without a question.
	 *
	 * @return list<int>
	 */
	private function waiting(): array {
		$ids = array();
		foreach ( array_keys( array_diff_key( $this->fetched, $this->known ) ) as $id ) {
			$post = wp_cache_get( $id, 'posts' );
			if ( is_object( $post ) && in_array( $post->post_type ?? '', array( 'product', 'product_variation' ), true ) ) {
				$ids[] = $id;
			}
		}
		return $ids;
	}
}
