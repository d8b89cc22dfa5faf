<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Cart;

use WooInventoryGuard\Catalog\Bundle\DerivedBundles;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Platform\DbError;
use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Shop\Doors\Holds;
use WooInventoryGuard\Shop\Doors\Refusal;
use WooInventoryGuard\Shop\Order\OrderLine;
use WooInventoryGuard\Shop\Product\Products;
use WooInventoryGuard\Stock\Foresight;
use WooInventoryGuard\Stock\Error\NotEnoughStock;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Error\StockError;

/**
 * Looks at carts with bundles in them. WooCommerce checks what counts its own units; that a bundle and what lies beside
 * it in the cart take the same units it cannot know.
 */
final class CartCheck {

	public function __construct(
		private readonly Items $items,
		private readonly DerivedBundles $bundles,
		private readonly Foresight $foresight
	) {}

	public function register(): void {
		// Before the cart and both checkouts; the block checkout turns notices into its own kind of error.
		add_action( 'woocommerce_check_cart_items', $this->check( ... ), 5 );
	}

	private function check(): void {
		if ( 'yes' !== get_option( 'woocommerce_manage_stock' ) || ! $this->bundles->has_bundles() ) {
			return;
		}
		try {
			$refusal = $this->refusal( WC()->cart );
		} catch ( StockError | DbError $error ) {
			Log::error( 'A cart could not be checked.', $error );
			return;
		}
		if ( null !== $refusal ) {
			wc_add_notice( esc_html( $refusal->getMessage() ), 'error' );
		}
	}

	/**
	 * What a checkout would say, where a bundle is the reason or one of them.
	 */
	private function refusal( \WC_Cart $cart ): ?Refusal {
		$products = array();
		foreach ( $cart->get_cart() as $line ) {
			$product = is_array( $line ) ? ( $line['data'] ?? null ) : null;
			// WooCommerce itself has a word for what is not in stock at all.
			if ( $product instanceof \WC_Product && $product->is_in_stock() && is_numeric( $line['quantity'] ?? null ) ) {
				$products[] = array( $product, Products::quantity( (string) $line['quantity'] ) ?? Quantity::zero() );
			}
		}
		$lines   = array();
		$bundles = array();
		$items   = $this->items->by_product_ids( array_values( array_unique( array_map( static fn( array $line ): int => self::owner( $line[0] ), $products ) ) ) );
		foreach ( $products as $line ) {
			$product = $line[0];
			$item    = $items[ self::owner( $product ) ] ?? null;
			if ( null === $item || ( Kind::Bundle !== $item->kind && ( ! $item->tracked || ! $product->managing_stock() ) ) ) {
				continue;
			}
			$lines[] = new OrderLine( 0, self::owner( $product ), $item->id, wp_strip_all_tags( wp_specialchars_decode( $product->get_name(), ENT_QUOTES ) ), $line[1], Quantity::zero() );
			if ( Kind::Bundle === $item->kind ) {
				$bundles[ $item->id ] = true;
			}
		}
		if ( array() === $bundles ) {
			return null;
		}
		$shortages = $this->foresight->shortages( Holds::open( $lines ), array_map( Holds::reference( ... ), OwnOrders::ids() ) );
		foreach ( $shortages as $shortage ) {
			if ( $shortage->short && isset( $bundles[ $shortage->item_id ] ) ) {
				return Refusal::not_enough( new NotEnoughStock( $shortages ), $lines );
			}
		}
		return null;
	}

	private static function owner( \WC_Product $product ): int {
		return false === $product->managing_stock() ? $product->get_id() : $product->get_stock_managed_by_id();
	}
}
