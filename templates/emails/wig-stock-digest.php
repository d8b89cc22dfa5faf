<?php
/**
 * Stock alerts, as HTML. A theme may have its own in woocommerce/emails/wig-stock-digest.php.
 *
 * @var list<array{heading: string, lines: list<array{text: string, sku: string}>, more: int}> $sections
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

foreach ( $sections as $section ) {
	?>
	<h2><?php echo esc_html( $section['heading'] ); ?></h2>
	<ul>
		<?php foreach ( $section['lines'] as $line ) { ?>
			<li><?php echo esc_html( $line['text'] ); ?><?php echo '' === $line['sku'] ? '' : ' <small>' . esc_html( $line['sku'] ) . '</small>'; ?></li>
		<?php } ?>
		<?php if ( $section['more'] > 0 ) { ?>
			<li><?php echo esc_html( \WooInventoryGuard\Alert\Sentences::more( $section['more'] ) ); ?></li>
		<?php } ?>
	</ul>
	<?php
}
?>
<p><a href="<?php echo esc_url( $screen ); ?>"><?php esc_html_e( 'Open the inventory', 'woo-inventory-guard' ); ?></a></p>
<?php
if ( '' !== (string) $additional_content ) {
	echo wp_kses_post( wpautop( wptexturize( $additional_content ) ) );
}

/** This action is documented in woocommerce/templates/emails/admin-cancelled-order.php */
do_action( 'woocommerce_email_footer', $email );
