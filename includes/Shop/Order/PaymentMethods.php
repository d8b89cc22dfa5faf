<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

/**
 * The ways in which orders of this shop are paid.
 */
final class PaymentMethods {

	/**
	 * Those that are switched on, as WooCommerce's own settings name them.
	 *
	 * @return list<array{id: string, title: string}>
	 */
	public static function named(): array {
		$named = array();
		foreach ( WC()->payment_gateways()->payment_gateways() as $gateway ) {
			if ( $gateway instanceof \WC_Payment_Gateway && 'yes' === $gateway->enabled ) {
				$named[] = array(
					'id'    => $gateway->id,
					'title' => wp_strip_all_tags( $gateway->get_method_title() ),
				);
			}
		}
		return $named;
	}
}
