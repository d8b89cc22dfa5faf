<?php
/**
 * A paid order that cannot be had, as plain text. A theme may have its own in
 * woocommerce/emails/plain/wig-paid-order-short.php.
 *
 * @var list<\WooInventoryGuard\Alert\Alert> $alerts
 * @var string $screen             Address of the inventory.
 * @var string $email_heading      Heading.
 * @var string $additional_content From the mail's settings.
 *
 * @package WooInventoryGuard
 * @version 0.1.0
 */

defined( 'ABSPATH' ) || exit;

echo esc_html( wp_strip_all_tags( $email_heading ) ) . "\n\n";
foreach ( $alerts as $alert ) {
	$wig_order = wc_get_order( (int) $alert->order_id );
	echo esc_html( \WooInventoryGuard\Alert\Sentences::of( $alert ) ) . "\n";
	echo $wig_order instanceof \WC_Order ? esc_html__( 'Open the order', 'woo-inventory-guard' ) . ': ' . esc_url_raw( $wig_order->get_edit_order_url() ) . "\n\n" : "\n";
}
echo esc_html__( 'The customer has paid and waits. Decide whether they wait for new stock, get something else, or get their money back.', 'woo-inventory-guard' ) . "\n\n";
echo esc_html__( 'Open the inventory', 'woo-inventory-guard' ) . ': ' . esc_url_raw( $screen ) . "\n\n";
if ( '' !== (string) $additional_content ) {
	echo esc_html( wp_strip_all_tags( wptexturize( $additional_content ) ) ) . "\n\n";
}
/** This filter is documented in woocommerce/includes/emails/class-wc-email.php */
echo wp_kses_post( apply_filters( 'woocommerce_email_footer_text', get_option( 'woocommerce_email_footer_text' ) ) );
