<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Mail;

use WooInventoryGuard\Alert\Kind;
use WooInventoryGuard\Alert\Mailer;
use WooInventoryGuard\Alert\Recipients;
use WooInventoryGuard\Platform\Db;

/**
 * Nobody is told twice: while our digest tells somebody of an item, WooCommerce's own mail about it is not sent. Its
 * actions, which other plugins listen to, fire as ever.
 */
final class OneMail {

	public function __construct( private readonly Db $db, private readonly Recipients $recipients, private readonly ShopMail $mail ) {}

	public function register(): void {
		add_filter( 'woocommerce_should_send_low_stock_notification', fn( mixed $send, mixed $product = 0 ): mixed => $this->unless_ours( $send, $product, Kind::Low ), 20, 2 );
		add_filter( 'woocommerce_should_send_no_stock_notification', fn( mixed $send, mixed $product = 0 ): mixed => $this->unless_ours( $send, $product, Kind::Out ), 20, 2 );
		add_filter( 'woocommerce_should_send_backorder_notification', fn( mixed $send, mixed $product = 0 ): mixed => $this->unless_ours( $send, $product, Kind::Backorder ), 20, 2 );
		add_action( 'woocommerce_product_on_backorder', $this->backordered( ... ) );
	}

	private function unless_ours( mixed $send, mixed $product_id, Kind $kind ): mixed {
		if ( false === $send || ! is_numeric( $product_id ) || ! $this->mail->is_enabled( Mailer::DIGEST ) ) {
			return $send;
		}
		$item = $this->item( wc_get_product( (int) $product_id ) );
		return null !== $item && $this->recipients->want( $kind, (string) $item['category'] ) ? false : $send;
	}

	/**
	 * WooCommerce says it after the units of an order were taken, with the number that is left: below zero, so many of
	 * the order's units are still to come.
	 */
	private function backordered( mixed $said ): void {
		$product = is_array( $said ) ? ( $said['product'] ?? null ) : null;
		$item    = $this->item( $product );
		if ( ! is_array( $said ) || null === $item || ! $product instanceof \WC_Product || ! is_numeric( $said['order_id'] ?? null ) ) {
			return;
		}
		$asked = is_numeric( $said['quantity'] ?? null ) ? (float) $said['quantity'] : 0.0;
		$units = min( $asked, max( 0.0, 0.0 - (float) $product->get_stock_quantity() ) );
		/**
		 * Fires when an order has taken units of an item that are still to come.
		 *
		 * @param int    $order_id The order.
		 * @param int    $item_id  The item.
		 * @param string $units    How many of its units.
		 */
		do_action( 'woo_inventory_guard_backordered', (int) $said['order_id'], (int) $item['id'], (string) round( $units, 4 ) );
	}

	/**
	 * @return array<string, string|null>|null Of the product that counts the units.
	 */
	private function item( mixed $product ): ?array {
		return ! $product instanceof \WC_Product ? null : $this->db->row(
			'SELECT id, category FROM %i WHERE product_id = %d AND tracked = 1',
			$this->db->table( 'items' ),
			$product->get_stock_managed_by_id()
		);
	}
}
