<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Stock\Quantity;

/**
 * What the guard writes on an order, for the people who pack it.
 */
final class OrderNotes {

	/**
	 * @param list<OrderLine> $lines
	 */
	public static function reserved( \WC_Order $order, array $lines ): void {
		/* translators: %s: list such as "1 × Gaiwan, white". */
		self::write( $order, __( 'Reserved by Inventory Guard: %s', 'woo-inventory-guard' ), array_filter( $lines, static fn( OrderLine $line ): bool => null !== $line->item_id && $line->open()->is_positive() ) );
	}

	/**
	 * @param list<OrderLine> $lines
	 */
	public static function returned( \WC_Order $order, array $lines ): void {
		/* translators: %s: list such as "1 × Gaiwan, white". */
		self::write( $order, __( 'Back in stock: %s', 'woo-inventory-guard' ), $lines, static fn( OrderLine $line ): Quantity => $line->taken );
	}

	/**
	 * @param Quantity $now What the line has taken now.
	 */
	public static function adjusted( \WC_Order $order, OrderLine $line, Quantity $now ): void {
		/* translators: 1: product name, 2: units before, 3: units now. */
		$text = sprintf( __( 'Adjusted stock: %1$s (%2$s → %3$s taken)', 'woo-inventory-guard' ), $line->name, (string) $line->taken, (string) $now );
		$order->add_order_note( esc_html( $text ), 0, false, array( 'note_group' => 'product_stock' ) );
	}

	/**
	 * @param list<OrderLine> $lines
	 */
	public static function short( \WC_Order $order, array $lines ): void {
		/* translators: %s: list such as "1 × Gaiwan, white". */
		self::write( $order, __( 'Not in stock, please decide what to do: %s', 'woo-inventory-guard' ), $lines );
	}

	/**
	 * @param list<OrderLine> $lines
	 */
	public static function owed( \WC_Order $order, array $lines ): void {
		/* translators: %s: list such as "1 × Gaiwan, white". */
		self::write( $order, __( 'Sold beyond what is in stock, owed to the customer: %s', 'woo-inventory-guard' ), $lines );
	}

	/**
	 * @param list<OrderLine> $lines
	 */
	public static function refunded( \WC_Order $order, array $lines ): void {
		/* translators: %s: list such as "1 × Gaiwan, white". */
		self::write( $order, __( 'Back in stock after a refund: %s', 'woo-inventory-guard' ), $lines, static fn( OrderLine $line ): Quantity => $line->taken->minus( $line->wanted ) );
	}

	public static function plain( \WC_Order $order, string $text ): void {
		$order->add_order_note( esc_html( $text ), 0, false, array( 'note_group' => 'product_stock' ) );
	}

	public static function busy( \WC_Order $order ): void {
		$order->add_order_note( __( 'Inventory Guard could not reach the stock ledger: stock was not changed for this order yet. Save the order again to retry.', 'woo-inventory-guard' ) );
	}

	/**
	 * @param array<OrderLine>                   $lines
	 * @param (\Closure(OrderLine): Quantity)|null $quantity By default what is still to be taken.
	 */
	private static function write( \WC_Order $order, string $sentence, array $lines, ?\Closure $quantity = null ): void {
		$quantity ??= static fn( OrderLine $line ): Quantity => $line->open();
		$parts      = array_map( static fn( OrderLine $line ): string => $quantity( $line ) . ' × ' . $line->name, $lines );
		if ( array() !== $parts ) {
			$order->add_order_note( esc_html( sprintf( $sentence, implode( ', ', $parts ) ) ), 0, false, array( 'note_group' => 'product_stock' ) );
		}
	}
}
