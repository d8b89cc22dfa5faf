<?php
/**
 * The invitation to the first steps.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Admin;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Settings\FirstRun;

/**
 * One notice after switching on, for who may go through the steps, until somebody has or says no. No page is opened
 * unasked.
 */
final class Welcome {

	private const ACTION = 'woo_inventory_guard_no_first_run';

	private const SCREENS = array( 'plugins', 'dashboard', 'edit-product' );

	public function register(): void {
		add_action( 'admin_notices', $this->show( ... ) );
		add_action( 'admin_post_' . self::ACTION, $this->dismiss( ... ) );
	}

	private function show(): void {
		$screen = get_current_screen();
		if ( null === $screen || ! in_array( $screen->id, self::SCREENS, true ) || ! Access::can( Access::CONFIGURE ) || ! FirstRun::is_due() ) {
			return;
		}
		printf(
			'<div class="notice notice-info" id="wig-welcome"><p><strong>%1$s</strong> %2$s</p><p><a class="button button-primary" href="%3$s">%4$s</a> &nbsp; <a href="%5$s">%6$s</a></p></div>',
			esc_html__( 'Woo Inventory Guard is on.', 'woo-inventory-guard' ),
			esc_html__( 'Three short steps show what it found in this shop and prove that it works.', 'woo-inventory-guard' ),
			esc_url( admin_url( 'admin.php?page=' . Menu::SLUG . '&path=/start' ) ),
			esc_html__( 'Show me', 'woo-inventory-guard' ),
			esc_url( wp_nonce_url( admin_url( 'admin-post.php?action=' . self::ACTION ), self::ACTION ) ),
			esc_html__( 'No, thank you', 'woo-inventory-guard' )
		);
	}

	private function dismiss(): void {
		check_admin_referer( self::ACTION );
		if ( Access::can( Access::CONFIGURE ) ) {
			FirstRun::end();
		}
		$back = wp_get_referer();
		wp_safe_redirect( false === $back ? admin_url() : $back );
		exit;
	}
}
