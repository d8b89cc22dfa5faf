<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Catalog\Bundle\DerivedBundles;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Platform\DbError;
use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Shop\Doors\Refusal;
use WooInventoryGuard\Shop\Following\Follow;
use WooInventoryGuard\Shop\Product\Products;
use WooInventoryGuard\Stock\Quantity;

/**
 * Reads what an order takes from stock, in the terms of the books.
 */
final class OrderLines {

	public function __construct( private readonly Items $items, private readonly Follow $follow, private readonly DerivedBundles $bundles ) {}

	/**
	 * @return list<OrderLine> Lines of products that count their units, and of bundles; others are none of our business.
	 * @throws Refusal When the books cannot be read.
	 */
	public function of( \WC_Order $order ): array {
		$lines = array();
		foreach ( $order->get_items() as $line ) {
			if ( $line instanceof \WC_Order_Item_Product ) {
				$lines[] = $line;
			}
		}
		return $this->of_lines( $order, $lines );
	}

	/**
	 * @param list<\WC_Order_Item_Product> $lines
	 * @return list<OrderLine>
	 */
	public function of_lines( \WC_Order $order, array $lines ): array {
		$owners = array();
		$others = array();
		foreach ( $lines as $place => $line ) {
			$product = $line->get_product();
			if ( $product instanceof \WC_Product && $product->managing_stock() ) {
				$owners[ $place ] = $product->get_stock_managed_by_id();
			} elseif ( $product instanceof \WC_Product && $this->may_be_bundle() ) {
				$others[ $place ] = $product->get_id();
			}
		}
		$items = $this->items_of( array_values( array_unique( $owners ) ), array_values( array_unique( $others ) ) );
		$found = array();
		foreach ( $owners + array_filter( $others, static fn( int $id ): bool => isset( $items[ $id ] ) ) as $place => $owner ) {
			$line            = $lines[ $place ];
			$found[ $place ] = new OrderLine(
				$line->get_id(),
				$owner,
				$items[ $owner ]->id ?? null,
				self::name( $line ),
				$this->wanted( $order, $line ),
				self::number( $line->get_meta( '_reduced_stock', true ) ),
				0 < $line->get_variation_id() ? $line->get_variation_id() : $line->get_product_id()
			);
		}
		ksort( $found );
		return array_values( $found );
	}

	/**
	 * A bundle that is sold as a product has no units of its own, so WooCommerce does not count it: its components are
	 * counted. A shop without bundles is not asked for them.
	 */
	private function may_be_bundle(): bool {
		return 'yes' === get_option( 'woocommerce_manage_stock' ) && $this->bundles->has_bundles();
	}

	/**
	 * Items that count units, and bundles. A product that has none yet gets it here, and one that was sold while the
	 * guard was switched off gets its present number: an order cannot wait for the import.
	 *
	 * @param list<int> $owners Products that count their units.
	 * @param list<int> $others Products that do not, and may be bundles.
	 * @return array<int, Item> By product id.
	 * @throws Refusal When the database would not make one.
	 */
	private function items_of( array $owners, array $others ): array {
		$known   = array_filter( $this->items->by_product_ids( array_values( array_unique( array_merge( $owners, $others ) ) ) ), self::counts( ... ) );
		$missing = $this->follow->is_catching_up() ? $owners : array_values( array_diff( $owners, array_keys( $known ) ) );
		if ( array() !== $missing ) {
			try {
				$this->follow->products( $missing );
			} catch ( DbError $error ) {
				Log::error( 'A product could not become an item.', $error );
				throw Refusal::busy();
			}
			$known = array_filter( $this->items->by_product_ids( $missing ), self::counts( ... ) ) + $known;
		}
		return array_filter( $known, static fn( Item $item ): bool => Kind::Bundle === $item->kind || in_array( $item->product_id, $owners, true ) );
	}

	private static function counts( Item $item ): bool {
		return $item->tracked || Kind::Bundle === $item->kind;
	}

	/**
	 * Units, not pieces: measurement and bundle plugins change the number here. What came back by a refund is not taken.
	 */
	private function wanted( \WC_Order $order, \WC_Order_Item_Product $line ): Quantity {
		/** This filter is documented in woocommerce/includes/wc-stock-functions.php */
		$units = apply_filters( 'woocommerce_order_item_quantity', $line->get_quantity(), $order, $line );
		$left  = self::number( $units )->minus( self::number( $line->get_meta( '_restock_refunded_items', true ) ) );
		return $left->is_positive() ? $left : Quantity::zero();
	}

	private static function number( mixed $value ): Quantity {
		return ( is_scalar( $value ) ? Products::quantity( (string) $value ) : null ) ?? Quantity::zero();
	}

	private static function name( \WC_Order_Item_Product $line ): string {
		$product = $line->get_product();
		return wp_strip_all_tags( wp_specialchars_decode( $product instanceof \WC_Product ? $product->get_name() : $line->get_name(), ENT_QUOTES ) );
	}
}
