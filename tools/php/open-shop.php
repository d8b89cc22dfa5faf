<?php
/**
 * Makes a WooCommerce that was just activated a shop that takes orders: `php open-shop.php <folder>`.
 * Cash on delivery, free shipping everywhere, guests may order, nothing is held by WooCommerce itself.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require $argv[1] . '/wp-load.php';
wp_set_current_user( 1 );

foreach (
	array(
		'woocommerce_currency'                     => 'EUR',
		'woocommerce_default_country'              => 'DE',
		'woocommerce_weight_unit'                  => 'kg',
		'woocommerce_manage_stock'                 => 'yes',
		'woocommerce_hold_stock_minutes'           => '',
		'woocommerce_notify_low_stock'             => 'no',
		'woocommerce_notify_no_stock'              => 'no',
		'woocommerce_enable_guest_checkout'        => 'yes',
		'woocommerce_calc_taxes'                   => 'no',
		'woocommerce_coming_soon'                  => 'no',
		'woocommerce_allow_tracking'               => 'no',
		'woocommerce_show_marketplace_suggestions' => 'no',
		'woocommerce_task_list_hidden'             => 'yes',
		'woocommerce_onboarding_profile'           => array( 'skipped' => true ),
		'woocommerce_cod_settings'                 => array(
			'enabled'            => 'yes',
			'title'              => 'Cash on delivery',
			'enable_for_methods' => array(),
			'enable_for_virtual' => 'yes',
		),
		'woocommerce_bacs_settings'                => array(
			'enabled' => 'yes',
			'title'   => 'Bank transfer',
		),
	) as $option => $value
) {
	update_option( $option, $value );
}

WC_Install::create_pages();
$everywhere = new WC_Shipping_Zone( 0 );
if ( array() === $everywhere->get_shipping_methods() ) {
	$everywhere->add_shipping_method( 'free_shipping' );
}
delete_transient( '_wc_activation_redirect' );
delete_option( 'rewrite_rules' );
