<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

/**
 * What an order is called, and where it is seen: number and address are WooCommerce's to know.
 */
final class OrderNames {

	/** @var array<array-key, \WC_Order|null> By id. A list may name an order several times. */
	private array $known = array();

	public function register(): void {
		add_filter( 'woo_inventory_guard_reference_label', $this->label( ... ), 10, 3 );
		add_filter( 'woo_inventory_guard_reference_link', $this->link( ... ), 10, 3 );
		add_action( 'woo_inventory_guard_before_references', $this->read( ... ), 10, 2 );
	}

	/**
	 * All orders of a page at once.
	 *
	 * @param list<string> $ids
	 */
	private function read( string $type, array $ids ): void {
		$wanted = 'order' === $type ? array_map( 'intval', array_filter( $ids, 'ctype_digit' ) ) : array();
		if ( array() === $wanted ) {
			return;
		}
		$found = wc_get_orders(
			array(
				'include' => $wanted,
				'limit'   => count( $wanted ),
				'type'    => 'shop_order',
				'status'  => array_keys( wc_get_order_statuses() ),
			)
		);
		foreach ( is_array( $found ) ? $found : array() as $order ) {
			$this->known[ $order->get_id() ] = $order;
		}
	}

	private function label( mixed $label, string $type, string $id ): mixed {
		$order = 'order' === $type ? $this->order( $id ) : null;
		/* translators: %s: number of an order */
		return null === $order ? $label : sprintf( __( 'Order #%s', 'woo-inventory-guard' ), $order->get_order_number() );
	}

	private function link( mixed $link, string $type, string $id ): mixed {
		// WooCommerce's right; its screen asks again.
		if ( 'order' !== $type || ! current_user_can( 'edit_shop_orders' ) ) { // phpcs:ignore WordPress.WP.Capabilities -- WooCommerce's.
			return $link;
		}
		return $this->order( $id )?->get_edit_order_url() ?? $link;
	}

	private function order( string $id ): ?\WC_Order {
		if ( ! array_key_exists( $id, $this->known ) ) {
			$order              = ctype_digit( $id ) ? wc_get_order( (int) $id ) : null;
			$this->known[ $id ] = $order instanceof \WC_Order ? $order : null;
		}
		return $this->known[ $id ];
	}
}
