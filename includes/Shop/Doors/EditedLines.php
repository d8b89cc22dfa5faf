<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Doors;

/**
 * What an order will be when a REST request has been carried out, told before anything of it is.
 */
final class EditedLines {

	/**
	 * The lines as they will be: those of the order, with those of the body laid over them as WooCommerce does it.
	 *
	 * @param array<mixed> $posted
	 * @return list<\WC_Order_Item_Product> Copies; nothing is saved.
	 */
	public static function of( \WC_Order $order, array $posted ): array {
		$lines = array();
		foreach ( $order->get_items() as $id => $line ) {
			if ( $line instanceof \WC_Order_Item_Product ) {
				$lines[ $id ] = clone $line;
			}
		}
		foreach ( $posted as $change ) {
			if ( ! is_array( $change ) ) {
				continue;
			}
			$id = is_numeric( $change['id'] ?? null ) ? (int) $change['id'] : 0;
			if ( self::removes( $change ) ) {
				unset( $lines[ $id ] );
				continue;
			}
			// A new line has no number yet, and the first of them stands at place 0.
			$line    = 0 === $id ? new \WC_Order_Item_Product() : $lines[ $id ] ?? new \WC_Order_Item_Product();
			$product = self::product( $change );
			if ( $product instanceof \WC_Product ) {
				$line->set_product( $product );
			}
			if ( is_numeric( $change['quantity'] ?? null ) ) {
				/** @var int $quantity Or a float, where the shop sells by weight. */
				$quantity = wc_stock_amount( (float) $change['quantity'] );
				$line->set_quantity( $quantity );
			}
			0 === $id ? $lines[] = $line : $lines[ $id ] = $line;
		}
		return array_values( $lines );
	}

	/**
	 * The same where the lines that the body does not name are taken out of the order.
	 *
	 * @param array<mixed> $posted
	 * @return list<\WC_Order_Item_Product> Copies; nothing is saved.
	 */
	public static function named( \WC_Order $order, array $posted ): array {
		$named = array_map( 'absint', array_filter( array_column( $posted, 'id' ), is_numeric( ... ) ) );
		return array_values( array_filter( self::of( $order, $posted ), static fn( \WC_Order_Item_Product $line ): bool => 0 === $line->get_id() || in_array( $line->get_id(), $named, true ) ) );
	}

	/**
	 * @param array<mixed> $change
	 */
	private static function removes( array $change ): bool {
		foreach ( array( 'product_id', 'method_id', 'method_title', 'name', 'code' ) as $key ) {
			if ( array_key_exists( $key, $change ) && null === $change[ $key ] ) {
				return true;
			}
		}
		return 0 === ( $change['quantity'] ?? null );
	}

	/**
	 * @param array<mixed> $change
	 */
	private static function product( array $change ): ?\WC_Product {
		$sku = $change['sku'] ?? '';
		$id  = is_string( $sku ) && '' !== $sku ? wc_get_product_id_by_sku( $sku ) : ( $change['variation_id'] ?? 0 );
		$id  = is_numeric( $id ) && 0 < (int) $id ? $id : ( $change['product_id'] ?? 0 );
		$one = is_numeric( $id ) && 0 < (int) $id ? wc_get_product( (int) $id ) : null;
		return $one instanceof \WC_Product ? $one : null;
	}
}
