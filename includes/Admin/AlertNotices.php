<?php
/**
 * Alerts in wp-admin.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Admin;

use WooInventoryGuard\Alert\AlertList;
use WooInventoryGuard\Alert\Kind;
use WooInventoryGuard\Platform\Access;

/**
 * One notice with what is open and was not seen yet, each part a link to where it can be acted on. Only where somebody
 * works who may see the numbers and would act on them: dashboard, products, orders. "Dismiss" is for that person, and
 * until something new happens.
 */
final class AlertNotices {

	/** The highest number that the person has seen. */
	public const META = 'woo_inventory_guard_alerts_seen';

	private const ACTION = 'woo_inventory_guard_alerts_seen';

	private const SCREENS = array( 'dashboard', 'edit-product', 'edit-shop_order', 'woocommerce_page_wc-orders', 'woocommerce_page_wc-admin' );

	public function __construct( private readonly AlertList $alerts ) {}

	public function register(): void {
		add_action( 'admin_notices', $this->show( ... ) );
		add_action( 'admin_post_' . self::ACTION, $this->dismiss( ... ) );
	}

	public static function uninstall(): void {
		delete_metadata( 'user', 0, self::META, '', true );
	}

	private function show(): void {
		$screen = get_current_screen();
		if ( null === $screen || ! in_array( $screen->id, self::SCREENS, true ) || ! Access::can( Access::VIEW ) ) {
			return;
		}
		$open = $this->alerts->open( (int) get_user_meta( get_current_user_id(), self::META, true ) );
		if ( array() === $open ) {
			return;
		}
		$parts = array();
		foreach ( $open as $kind => $found ) {
			$parts[] = $this->part( Kind::from( $kind ), $found['count'], $found['order_id'] );
		}
		$last = max( array_column( $open, 'last' ) );
		$away = wp_nonce_url( admin_url( 'admin-post.php?action=' . self::ACTION . '&last=' . $last ), self::ACTION );
		printf(
			'<div class="notice notice-%1$s" id="wig-alerts"><p><strong>%2$s</strong> %3$s &nbsp; <a href="%4$s">%5$s</a></p></div>',
			isset( $open[ Kind::PaidShort->value ] ) || isset( $open[ Kind::Ledger->value ] ) ? 'error' : 'warning',
			esc_html__( 'Inventory:', 'woo-inventory-guard' ),
			wp_kses( implode( ' · ', $parts ), array( 'a' => array( 'href' => true ) ) ),
			esc_url( $away ),
			esc_html__( 'Dismiss', 'woo-inventory-guard' )
		);
	}

	private function part( Kind $kind, int $count, int $order_id ): string {
		$number = number_format_i18n( $count );
		$stock  = Menu::address( '/stock' );
		/* translators: %s: a number of items */
		$low = _n( '%s item became low', '%s items became low', $count, 'woo-inventory-guard' );
		/* translators: %s: a number of items */
		$out = _n( '%s item ran out', '%s items ran out', $count, 'woo-inventory-guard' );
		/* translators: %s: a number of orders */
		$paid = _n( '%s paid order is out of stock', '%s paid orders are out of stock', $count, 'woo-inventory-guard' );
		/** This filter is documented in includes/Rest/Words.php */
		$order = Kind::PaidShort === $kind ? apply_filters( 'woo_inventory_guard_reference_link', null, 'order', (string) $order_id ) : null;
		return match ( $kind ) {
			Kind::Low       => self::link( sprintf( $low, $number ), $stock . '&status=low' ),
			Kind::Out       => self::link( sprintf( $out, $number ), $stock . '&status=out' ),
			Kind::PaidShort => self::link( sprintf( $paid, $number ), is_string( $order ) ? $order : $stock ),
			default         => self::link( __( 'the stock records do not agree', 'woo-inventory-guard' ), admin_url( 'site-health.php' ) ),
		};
	}

	private static function link( string $text, string $address ): string {
		return sprintf( '<a href="%s">%s</a>', esc_url( $address ), esc_html( $text ) );
	}

	private function dismiss(): void {
		check_admin_referer( self::ACTION );
		if ( Access::can( Access::VIEW ) ) {
			$last = isset( $_GET['last'] ) && is_numeric( $_GET['last'] ) ? (int) $_GET['last'] : 0;
			update_user_meta( get_current_user_id(), self::META, max( $last, (int) get_user_meta( get_current_user_id(), self::META, true ) ) );
		}
		$back = wp_get_referer();
		wp_safe_redirect( false === $back ? admin_url() : $back );
		exit;
	}
}
