<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Demo;

/**
 * The goods of a plan as WooCommerce products, with the stock that the story begins with. Made before the plugin is
 * active, as in a shop that installs it one day.
 */
final class Products {

	/** @var array<string, int> Term ids by name. */
	private array $categories = array();

	public function __construct( private readonly Plan $plan ) {}

	public function make(): void {
		$families = array();
		foreach ( $this->plan->counted() as $sku => $item ) {
			if ( 'simple' === $item['kind'] ) {
				$this->fill( new \WC_Product_Simple(), $item, (string) $sku, $item['name'] )->save();
			} elseif ( 'variation' === $item['kind'] ) {
				$families[ $item['parent'] ][ $sku ] = $item;
			}
		}
		foreach ( $families as $name => $members ) {
			$this->make_family( (string) $name, $members );
		}
	}

	/**
	 * @param array<string, array<string, mixed>> $members By SKU.
	 */
	private function make_family( string $name, array $members ): void {
		$first     = reset( $members );
		$attribute = new \WC_Product_Attribute();
		$attribute->set_name( $first['attribute'] );
		$attribute->set_options( array_column( $members, 'option' ) );
		$attribute->set_visible( true );
		$attribute->set_variation( true );
		$parent = new \WC_Product_Variable();
		$parent->set_name( $name );
		$parent->set_category_ids( array( $this->category( $first['category'] ) ) );
		$parent->set_attributes( array( $attribute ) );
		$parent_id = $parent->save();
		foreach ( $members as $sku => $item ) {
			$variation = new \WC_Product_Variation();
			$variation->set_parent_id( $parent_id );
			$variation->set_attributes( array( sanitize_title( $item['attribute'] ) => $item['option'] ) );
			$this->fill( $variation, $item, (string) $sku, null )->save();
		}
		\WC_Product_Variable::sync( $parent_id );
	}

	/**
	 * @param array<string, mixed> $item
	 * @param string|null          $name NULL for a variation: it has its product's.
	 */
	private function fill( \WC_Product $product, array $item, string $sku, ?string $name ): \WC_Product {
		if ( null !== $name ) {
			$product->set_name( $name );
			$product->set_category_ids( array( $this->category( $item['category'] ) ) );
		}
		$product->set_sku( $sku );
		$product->set_global_unique_id( $item['barcode'] );
		$product->set_regular_price( (string) $item['price'] );
		$product->set_manage_stock( true );
		$product->set_stock_quantity( $this->plan->opening[ $sku ] / 100 );
		$product->set_backorders( $item['backorders'] ?? 'no' );
		if ( isset( $item['low'] ) ) {
			$product->set_low_stock_amount( $item['low'] );
		}
		return $product;
	}

	private function category( string $name ): int {
		if ( ! isset( $this->categories[ $name ] ) ) {
			$term = wp_insert_term( $name, 'product_cat' );
			if ( is_wp_error( $term ) ) {
				throw new \RuntimeException( $term->get_error_message() );
			}
			$this->categories[ $name ] = (int) $term['term_id'];
		}
		return $this->categories[ $name ];
	}
}
