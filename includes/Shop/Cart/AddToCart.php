<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Cart;

use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Shop\Product\Products;
use WooInventoryGuard\Stock\Quantity;

/**
 * The shopper of an old page puts something into the cart that is gone: told at once, and what is left. WooCommerce's
 * own check does not know what others hold.
 *
 * A courtesy that reads and promises nothing: what counts is decided when the order reserves.
 */
final class AddToCart {

	public function __construct( private readonly Items $items ) {}

	public function register(): void {
		add_filter( 'woocommerce_add_to_cart_validation', $this->check( ... ), 20, 4 );
	}

	private function check( mixed $passed, mixed $product_id, mixed $quantity, mixed $variation_id = 0 ): mixed {
		$product = wc_get_product( is_numeric( $variation_id ) && 0 < (int) $variation_id ? (int) $variation_id : $product_id );
		$asked   = is_numeric( $quantity ) ? Products::quantity( (string) $quantity ) : null;
		if ( true !== $passed || ! $product instanceof \WC_Product || null === $asked ) {
			return $passed;
		}
		$left    = $this->left( $product );
		$in_cart = $this->in_cart( $product );
		if ( null === $left || $in_cart->plus( $asked )->compare( $left ) <= 0 ) {
			return $passed;
		}
		wc_add_notice( self::sentence( $product->get_name(), $left, $in_cart ), 'error' );
		return false;
	}

	/**
	 * What this shopper could still have; null where nothing limits it.
	 */
	private function left( \WC_Product $product ): ?Quantity {
		$owner = $product->get_stock_managed_by_id();
		$item  = $this->items->by_product_ids( array( $owner ) )[ $owner ] ?? null;
		if ( null === $item ) {
			return null;
		}
		if ( Kind::Bundle === $item->kind ) {
			return $item->available->plus( $item->allowance );
		}
		if ( ! $item->tracked || ! $product->managing_stock() ) {
			return null;
		}
		// An order that waits for this shopper's own payment holds nothing against them.
		$own  = did_action( 'woocommerce_load_cart_from_session' ) > 0 ? WC()->session->get( 'order_awaiting_payment', WC()->session->get( 'store_api_draft_order', 0 ) ) : 0;
		$held = wc_get_held_stock_quantity( $product, is_numeric( $own ) ? (int) $own : 0 );
		return $item->on_hand->minus( Products::quantity( (string) $held ) ?? Quantity::zero() )->plus( $item->allowance );
	}

	private function in_cart( \WC_Product $product ): Quantity {
		$all = did_action( 'woocommerce_load_cart_from_session' ) > 0 ? WC()->cart->get_cart_item_quantities() : array();
		return Products::quantity( strval( $all[ $product->get_stock_managed_by_id() ] ?? 0 ) ) ?? Quantity::zero();
	}

	private static function sentence( string $name, Quantity $left, Quantity $in_cart ): string {
		if ( ! $left->is_positive() ) {
			/* translators: %s: product name. */
			return sprintf( __( '“%s” has just sold out.', 'woo-inventory-guard' ), $name );
		}
		if ( $in_cart->is_positive() ) {
			/* translators: 1: a number of units, 2: product name, 3: a number of units. */
			return sprintf( __( 'Only %1$s left of “%2$s”, and your cart already has %3$s.', 'woo-inventory-guard' ), (string) $left, $name, (string) $in_cart );
		}
		$one = 0 === $left->compare( Quantity::of( 1 ) );
		/* translators: 1: a number of units, 2: product name. */
		return sprintf( _n( 'Only %1$s left of “%2$s”. Please choose a smaller quantity.', 'Only %1$s left of “%2$s”. Please choose a smaller quantity.', $one ? 1 : 2, 'woo-inventory-guard' ), (string) $left, $name );
	}
}
