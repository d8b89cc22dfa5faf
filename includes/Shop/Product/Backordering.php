<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Product;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\SpecialItems;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Shop\Pages\BackorderWords;
use WooInventoryGuard\Stock\Quantity;

/**
 * Shows and allows in WooCommerce what the books allow: what a rule lets be sold on backorder and a pre-order can be
 * bought although there is none, an item whose
 * last units are kept for the counter cannot, and what is not there yet says when it comes.
 */
final class Backordering {

	public function __construct( private readonly SoldItems $items, private readonly BackorderWords $words, private readonly Clock $clock ) {}

	public function register(): void {
		add_filter( 'woocommerce_product_is_in_stock', $this->is_in_stock( ... ), 20, 2 );
		add_filter( 'woocommerce_product_backorders_allowed', $this->allowed( ... ), 20, 3 );
		add_filter( 'woocommerce_product_backorders_require_notification', $this->is_told( ... ), 20, 2 );
		add_filter( 'woocommerce_get_availability_text', $this->text( ... ), 20, 2 );
		add_filter( 'woocommerce_get_item_data', $this->in_cart( ... ), 20, 2 );
		add_action( 'woocommerce_checkout_create_order_line_item', $this->on_line( ... ), 20, 3 );
	}

	/**
	 * @return mixed
	 */
	private function is_in_stock( mixed $is, mixed $product ): mixed {
		$item = $this->item( $product );
		if ( null === $item || ! $item->tracked ) {
			return $is;
		}
		if ( $item->is_preorder( $this->clock->now() ) ) {
			return $item->offered()->plus( $item->allowance )->is_positive();
		}
		return true === $is && $item->safety_stock->is_positive() ? $item->on_hand->minus( $item->safety_stock )->plus( $item->allowance )->is_positive() : $is;
	}

	/**
	 * @return mixed
	 */
	private function allowed( mixed $allowed, mixed $product_id, mixed $product = null ): mixed {
		$item = true === $allowed ? null : $this->item( $product );
		return null !== $item && $item->tracked && ( Backorders::No !== $item->backorders || $item->is_preorder( $this->clock->now() ) ) ? true : $allowed;
	}

	/**
	 * Where a rule allows backorders, not the product's own setting.
	 *
	 * @return mixed
	 */
	private function is_told( mixed $told, mixed $product ): mixed {
		$item = true === $told ? null : $this->item( $product );
		return null !== $item && $item->tracked && null === $item->own_backorders && Backorders::Notify === $item->backorders ? true : $told;
	}

	/**
	 * @return mixed
	 */
	private function text( mixed $text, mixed $product ): mixed {
		$item = $this->item( $product );
		if ( null === $item || ! $item->tracked || ! is_string( $text ) || $item->offered()->is_positive() || ! $item->allowance->is_positive() ) {
			return $text;
		}
		if ( ! $item->offered()->plus( $item->allowance )->is_positive() ) {
			return __( 'Out of stock', 'woo-inventory-guard' );
		}
		$words = $this->words->in_stock_line( $item );
		return '' === $words ? $text : $words;
	}

	/**
	 * @return mixed
	 */
	private function in_cart( mixed $data, mixed $values ): mixed {
		$product = is_array( $values ) ? $values['data'] ?? null : null;
		$words   = is_array( $values ) && is_numeric( $values['quantity'] ?? null ) ? $this->beyond_stock( $product, (string) $values['quantity'] ) : '';
		if ( '' !== $words && is_array( $data ) ) {
			$data[] = array(
				'key'   => __( 'Delivery', 'woo-inventory-guard' ),
				'value' => $words,
			);
		}
		return $data;
	}

	/**
	 * So that the order, its mails and whoever packs it say the same as the cart did.
	 */
	private function on_line( mixed $line, mixed $key, mixed $values ): void {
		$product = is_array( $values ) ? $values['data'] ?? null : null;
		$words   = is_array( $values ) && is_numeric( $values['quantity'] ?? null ) ? $this->beyond_stock( $product, (string) $values['quantity'] ) : '';
		if ( '' !== $words && $line instanceof \WC_Order_Item_Product ) {
			$line->update_meta_data( __( 'Delivery', 'woo-inventory-guard' ), $words );
		}
	}

	/**
	 * What is said of so many units, '' where all of them are there.
	 */
	private function beyond_stock( mixed $product, string $quantity ): string {
		$item  = $this->item( $product );
		$units = Products::quantity( $quantity ) ?? Quantity::zero();
		return null !== $item && $item->tracked && $item->allowance->is_positive() && $item->offered()->compare( $units ) < 0 ? $this->words->of( $item ) : '';
	}

	/**
	 * For shoppers only: in wp-admin WooCommerce's own numbers are shown.
	 */
	private function item( mixed $product ): ?Item {
		return SpecialItems::any() && $product instanceof \WC_Product && ( ! is_admin() || wp_doing_ajax() ) ? $this->items->of( $product ) : null;
	}
}
