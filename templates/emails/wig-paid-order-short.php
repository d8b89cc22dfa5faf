<?php
/**
 * A paid order that cannot be had, as HTML. A theme may have its own in woocommerce/emails/wig-paid-order-short.php.
 *
 * @var list<\WooInventoryGuard\Alert\Alert> $alerts
 * @var string    $screen             Address of the inventory.
 * @var string    $email_heading      Heading.
 * @var string    $additional_content From the mail's settings.
 * @var \WC_Email $email              The mail.
 *
 * @package WooInventoryGuard
 * @version 0.1.0
 */

defined( 'ABSPATH' ) || exit;

/** This action is documented in woocommerce/templates/emails/admin-cancelled-order.php */
do_action( 'woocommerce_email_header', $email_heading, $email );

foreach ( $alerts as $alert ) {
	$wig_order = wc_get_order( (int) $alert->order_id );
	?>
	<p><?php echo esc_html( \WooInventoryGuard\Alert\Sentences::of( $alert ) ); ?></p>
	<?php if ( $wig_order instanceof \WC_Order ) { ?>
		<p><a href="<?php echo esc_url( $wig_order->get_edit_order_url() ); ?>"><?php esc_html_e( 'Open the order', 'woo-inventory-guard' ); ?></a></p>
	<?php } ?>
	<?php
}
?>
<p><?php esc_html_e( 'The customer has paid and waits. Decide whether they wait for new stock, get something else, or get their money back.', 'woo-inventory-guard' ); ?></p>
<p><a href="<?php echo esc_url( $screen ); ?>"><?php esc_html_e( 'Open the inventory', 'woo-inventory-guard' ); ?></a></p>
<?php
if ( '' !== (string) $additional_content ) {
	echo wp_kses_post( wpautop( wptexturize( $additional_content ) ) );
}

/** This action is documented in woocommerce/templates/emails/admin-cancelled-order.php */
do_action( 'woocommerce_email_footer', $email );
