<?php
/**
 * What shoppers and staff of the doors' tests need inside the shop: a full cart with the nonces of its forms in one
 * request, a payment method that ends as the test wants, and units by weight.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

add_action(
	'wp_loaded',
	static function (): void {
		if ( ! isset( $_GET['wig-ready'] ) ) {
			return;
		}
		WC()->session->set_customer_session_cookie( true );
		foreach ( array_filter( explode( ',', $_GET['wig-ready'] ) ) as $line ) {
			list( $id, $quantity ) = explode( ':', $line );
			WC()->cart->add_to_cart( (int) $id, (float) $quantity );
		}
		if ( isset( $_GET['draft'] ) ) {
			// A payment that came through in another tab leaves the value false behind; a draft is still open.
			WC()->session->set( 'order_awaiting_payment', false );
			WC()->session->set( 'store_api_draft_order', (int) $_GET['draft'] );
		}
		wc_clear_notices();
		do_action( 'woocommerce_check_cart_items' );
		wp_send_json(
			array(
				'checkout' => wp_create_nonce( 'woocommerce-process_checkout' ),
				'pay'      => wp_create_nonce( 'woocommerce-pay' ),
				'lines'    => count( WC()->cart->get_cart() ),
				'notices'  => wp_list_pluck( wc_get_notices( 'error' ), 'notice' ),
			)
		);
	},
	99
);

// Somebody who is a moment faster than a shopper in the classic checkout (see helper.php).
add_action(
	'woocommerce_checkout_create_order',
	static function (): void {
		$rival = explode( ':', $_SERVER['HTTP_X_RIVAL'] ?? '' );
		if ( 2 === count( $rival ) ) {
			$plugin = WooInventoryGuard\Plugin::instance();
			$item   = $plugin->items()->by_product_ids( array( (int) $rival[0] ) )[ (int) $rival[0] ];
			$cause  = new WooInventoryGuard\Stock\Cause( 'damaged', WooInventoryGuard\Stock\Reference::none() );
			$plugin->ledger()->adjust( WooInventoryGuard\Stock\Adjustment::delta( $item->id, 1, WooInventoryGuard\Stock\Quantity::of( $rival[1] )->negated(), $cause ), uniqid( 'rival-', true ) );
		}
	}
);

/**
 * Pays as the header X-Pay says: `crash` (a PHP error), `fail`, `later` (the shopper is sent to the bank), else paid.
 */
function wig_pay( int $order_id ): array {
	$way = $_SERVER['HTTP_X_PAY'] ?? '';
	if ( 'crash' === $way ) {
		// This crash is the test's own; the log is for those that are not.
		ini_set( 'error_log', '/dev/null' );
		throw new Error( 'The payment method broke off.' );
	}
	if ( 'fail' === $way ) {
		return array( 'result' => 'failure' );
	}
	$order = wc_get_order( $order_id );
	if ( 'later' !== $way ) {
		$order->payment_complete();
	}
	return array(
		'result'   => 'success',
		'redirect' => $order->get_checkout_order_received_url(),
	);
}

add_filter(
	'woocommerce_payment_gateways',
	static function ( array $gateways ): array {
		$gateways[] = new class() extends WC_Payment_Gateway {
			public function __construct() {
				$this->id           = 'wig';
				$this->enabled      = 'yes';
				$this->title        = 'Test card';
				$this->method_title = 'Test card';
				$this->description  = '';
				$this->supports     = array( 'products' );
			}
			public function process_payment( $order_id ): array {
				return wig_pay( (int) $order_id );
			}
		};
		return $gateways;
	}
);

add_action(
	'init',
	static function (): void {
		if ( 'yes' === get_option( 'wig_by_weight' ) ) {
			remove_filter( 'woocommerce_stock_amount', 'intval' );
			add_filter( 'woocommerce_stock_amount', 'floatval' );
		}
	}
);

// Another plugin that wants no holds.
add_filter( 'woocommerce_hold_stock_for_checkout', static fn ( bool $holds ): bool => $holds && 'yes' !== get_option( 'wig_no_holds' ) );

// Who was told of oversells that were averted.
add_action(
	'woo_inventory_guard_refused',
	static function ( array $refused ): void {
		foreach ( $refused['lines'] as $line ) {
			add_option( uniqid( 'wig_refused_' . $line['product_id'] . '_', true ), $refused['door'] . ' ' . $line['requested'] . ' of ' . $line['available'] );
		}
	}
);
