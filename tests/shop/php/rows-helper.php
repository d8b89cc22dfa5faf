<?php
/**
 * What the tests of the map of WooCommerce (docs/doors.md) need inside the shop. With the header `X-Features: on`, a
 * request has what WooCommerce 11.0.1 keeps behind switches: agentic checkout, REST v4 and GraphQL; with
 * `X-Signed: blog` it counts as signed by an agent.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

if ( 'on' === ( $_SERVER['HTTP_X_FEATURES'] ?? '' ) ) {
	foreach ( array( 'agentic_checkout', 'dual_code_graphql_api' ) as $wig_feature ) {
		add_filter( "pre_option_woocommerce_feature_{$wig_feature}_enabled", static fn (): string => 'yes' );
	}
	add_filter( 'woocommerce_admin_get_feature_config', static fn ( array $features ): array => array( 'rest-api-v4' => true ) + $features );

	// A payment method that agents can use; it pays as X-Pay says (see doors-helper.php).
	add_filter(
		'woocommerce_payment_gateways',
		static function ( array $gateways ): array {
			$gateways[] = new class() extends WC_Payment_Gateway {
				public function __construct() {
					$this->id       = 'wig_agent';
					$this->enabled  = 'yes';
					$this->title    = 'Test agent';
					$this->supports = array( 'products', 'agentic_commerce' );
				}
				public function get_agentic_commerce_provider(): string {
					return 'stripe';
				}
				public function get_agentic_commerce_payment_methods(): array {
					return array( 'card' );
				}
				public function process_payment( $order_id ): array {
					return wig_pay( (int) $order_id );
				}
			};
			return $gateways;
		}
	);
}

if ( 'blog' === ( $_SERVER['HTTP_X_SIGNED'] ?? '' ) ) {
	// Signatures are Jetpack's business; here one was valid.
	add_action(
		'rest_api_init',
		static function (): void {
			$signed = Automattic\Jetpack\Connection\Rest_Authentication::init();
			foreach ( array( 'rest_authentication_status' => true, 'rest_authentication_type' => 'blog' ) as $name => $value ) {
				( new ReflectionProperty( $signed, $name ) )->setValue( $signed, $value );
			}
		}
	);
}

/**
 * The cart page sends its quantities: `?wig-update=<units>` asks for so many of everything, just before WooCommerce
 * looks at the form.
 */
add_action(
	'wp_loaded',
	static function (): void {
		if ( ! isset( $_GET['wig-update'] ) ) {
			return;
		}
		foreach ( array_keys( WC()->cart->get_cart() ) as $key ) {
			$_POST['cart'][ $key ]['qty'] = $_GET['wig-update'];
		}
		$_POST['update_cart']               = 'Update cart';
		$_REQUEST['update_cart']            = 'Update cart';
		$_REQUEST['woocommerce-cart-nonce'] = wp_create_nonce( 'woocommerce-cart' );
		add_action(
			'wp_loaded',
			static function (): void {
				wc_clear_notices();
				do_action( 'woocommerce_check_cart_items' );
				wp_send_json(
					array(
						'quantities' => array_column( WC()->cart->get_cart(), 'quantity' ),
						'notices'    => wp_list_pluck( wc_get_notices( 'error' ), 'notice' ),
					)
				);
			},
			99
		);
	},
	15
);
