<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Mirror;

use WooInventoryGuard\Shop\Order\OrderLine;

/**
 * What WooCommerce itself does and says after the stock of an order was changed: the lines that the books do not know,
 * the mails for low and no stock, the actions that other plugins listen to.
 */
final class StockNotices {

	/**
	 * @param list<OrderLine> $taken  Whose units the books have just taken.
	 * @param list<OrderLine> $theirs Lines of products that the books do not know.
	 */
	public function reduced( \WC_Order $order, array $taken, array $theirs ): void {
		$changes = array();
		foreach ( $taken as $line ) {
			$item    = $order->get_item( $line->line_id );
			$product = $item instanceof \WC_Order_Item_Product ? $item->get_product() : false;
			$owner   = wc_get_product( $line->product_id );
			if ( ! $product instanceof \WC_Product || ! $owner instanceof \WC_Product || ! $owner->managing_stock() ) {
				// A bundle has no number of its own.
				continue;
			}
			// Read after the commit: the true number, which may already include what others bought meanwhile.
			$left      = (float) $owner->get_stock_quantity();
			$change    = array(
				'product' => $product,
				'from'    => $left + (float) (string) $line->open(),
				'to'      => $left,
			);
			$changes[] = $change;
			/** This action is documented in woocommerce/includes/wc-stock-functions.php */
			do_action( 'woocommerce_reduce_order_item_stock', $item, $change, $order );
		}
		foreach ( $theirs as $line ) {
			$change = $this->reduce_as_woocommerce( $order, $line );
			if ( null !== $change ) {
				$changes[] = $change;
			}
		}
		if ( array() !== $changes ) {
			wc_trigger_stock_change_notifications( $order, $changes );
		}
		/** This action is documented in woocommerce/includes/wc-stock-functions.php */
		do_action( 'woocommerce_reduce_order_stock', $order );
	}

	/**
	 * @param list<OrderLine> $back   Whose units are back in the books.
	 * @param list<OrderLine> $theirs Lines of products that the books do not know.
	 */
	public function restored( \WC_Order $order, array $back, array $theirs ): void {
		foreach ( $back as $line ) {
			$owner = wc_get_product( $line->product_id );
			$now   = $owner instanceof \WC_Product ? (float) $owner->get_stock_quantity() : 0.0;
			/** This action is documented in woocommerce/includes/wc-stock-functions.php */
			do_action( 'woocommerce_restore_order_item_stock', $order->get_item( $line->line_id ), $now, $now - (float) (string) $line->taken, $order );
		}
		foreach ( $theirs as $line ) {
			$item    = $order->get_item( $line->line_id );
			$product = $item instanceof \WC_Order_Item_Product ? $item->get_product() : false;
			if ( $item instanceof \WC_Order_Item_Product && $product instanceof \WC_Product ) {
				/** @var int $units Or a float. */
				$units = wc_stock_amount( (float) (string) $line->taken );
				wc_update_product_stock( $product, $units, 'increase' );
				$item->delete_meta_data( '_reduced_stock' );
				$item->save();
			}
		}
		/** This action is documented in woocommerce/includes/wc-stock-functions.php */
		do_action( 'woocommerce_restore_order_stock', $order );
	}

	/**
	 * After a refund.
	 *
	 * @param list<OrderLine> $back   Whose units are back in the books: what they had taken, and what they keep.
	 * @param list<OrderLine> $theirs Lines of products that the books do not know.
	 * @param array<mixed>    $posted What WooCommerce was told to refund.
	 */
	public function restocked( \WC_Order $order, array $back, array $theirs, array $posted ): void {
		foreach ( $back as $line ) {
			$owner = wc_get_product( $line->product_id );
			$now   = $owner instanceof \WC_Product ? (float) $owner->get_stock_quantity() : 0.0;
			/** This action is documented in woocommerce/includes/wc-order-functions.php */
			do_action( 'woocommerce_restock_refunded_item', $line->product_id, $now - (float) (string) $line->taken->minus( $line->wanted ), $now, $order, $owner );
		}
		foreach ( $theirs as $line ) {
			$item    = $order->get_item( $line->line_id );
			$product = $item instanceof \WC_Order_Item_Product ? $item->get_product() : false;
			$one     = $posted[ $line->line_id ] ?? null;
			if ( $item instanceof \WC_Order_Item_Product && $product instanceof \WC_Product && $line->taken->is_positive() && is_array( $one ) && is_numeric( $one['qty'] ?? null ) ) {
				/** @var int $units Or a float. */
				$units = wc_stock_amount( (float) $one['qty'] );
				wc_update_product_stock( $product, $units, 'increase' );
				$item->update_meta_data( '_reduced_stock', (string) ( (float) (string) $line->taken - $units ) );
				$item->update_meta_data( '_restock_refunded_items', (string) ( (float) $item->get_meta( '_restock_refunded_items', true ) + $units ) );
				$item->save();
			}
		}
	}

	/**
	 * @return array{product: \WC_Product, from: float, to: float}|null
	 */
	private function reduce_as_woocommerce( \WC_Order $order, OrderLine $line ): ?array {
		$item    = $order->get_item( $line->line_id );
		$product = $item instanceof \WC_Order_Item_Product ? $item->get_product() : false;
		if ( ! $item instanceof \WC_Order_Item_Product || ! $product instanceof \WC_Product ) {
			return null;
		}
		/** @var int $units Or a float. */
		$units = wc_stock_amount( (float) (string) $line->wanted );
		$left  = wc_update_product_stock( $product, $units, 'decrease' );
		if ( ! is_numeric( $left ) ) {
			return null;
		}
		$item->add_meta_data( '_reduced_stock', (string) $line->wanted, true );
		$item->save();
		return array(
			'product' => $product,
			'from'    => (float) $left + $units,
			'to'      => (float) $left,
		);
	}
}
