<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Writers;

use WooInventoryGuard\Shop\Product\Products;
use WooInventoryGuard\Stock\Quantity;

/**
 * Which number somebody had before their eyes when they chose a new one: what the product object was loaded with, what
 * a quick edit showed, or what WordPress had handed out in this process.
 */
final class Loaded {

	/** @var \WeakMap<\WC_Product, Quantity> What unsaved numbers were chosen against. */
	private \WeakMap $chosen_against;

	/** The object that has just announced a write of its number. */
	private ?\WC_Product $announced = null;

	public function __construct() {
		$this->chosen_against = new \WeakMap();
	}

	/**
	 * An object with an unsaved number may be moved by WooCommerce before that number is saved, and then forgets what
	 * it was loaded with.
	 */
	public function announce( \WC_Product $product ): void {
		$this->announced = $product;
		$loaded          = self::loaded_with( $product );
		if ( null !== $loaded && array_key_exists( 'stock_quantity', $product->get_changes() ) && ! isset( $this->chosen_against[ $product ] ) ) {
			$this->chosen_against[ $product ] = $loaded;
		}
	}

	/**
	 * The object that is writing the number of this product now. It is asked once for each write.
	 */
	public function writer( int $product_id ): ?\WC_Product {
		$writer          = $this->announced;
		$this->announced = null;
		return null !== $writer && $writer->get_id() === $product_id ? $writer : null;
	}

	/**
	 * For the number that a save writes.
	 */
	public function before_save( \WC_Product $product ): ?Quantity {
		$against = $this->chosen_against[ $product ] ?? self::loaded_with( $product );
		unset( $this->chosen_against[ $product ] );
		return $this->is_of_quick_edit( $product ) ? Posted::seen() ?? $against : $against;
	}

	/**
	 * Other plugins may save the same product in the same request, with numbers of their own.
	 */
	private function is_of_quick_edit( \WC_Product $product ): bool {
		$new    = self::number( $product->get_stock_quantity( 'edit' ) );
		$posted = Posted::stock();
		return $product->get_id() === Posted::quick_edited() && null !== $new && null !== $posted && 0 === $new->compare( $posted );
	}

	/**
	 * For a number that wc_update_product_stock() sets: what a caller sees who asks the object.
	 */
	public function before_set( \WC_Product $product ): ?Quantity {
		return self::number( $product->get_stock_quantity( 'edit' ) );
	}

	/**
	 * For a bare write of the meta row. Who has read the number in this process has it from this cache; who has not
	 * read it states what is there.
	 */
	public function before_bare_write( int $product_id ): ?Quantity {
		$cached = wp_cache_get( $product_id, 'post_meta' );
		return is_array( $cached ) && is_array( $cached['_stock'] ?? null ) ? self::number( $cached['_stock'][0] ?? null ) : null;
	}

	private static function loaded_with( \WC_Product $product ): ?Quantity {
		return self::number( $product->get_data()['stock_quantity'] ?? null );
	}

	private static function number( mixed $value ): ?Quantity {
		return is_scalar( $value ) ? Products::quantity( (string) $value ) : null;
	}
}
