<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop;

use WooInventoryGuard\Platform\Access;

/**
 * WooCommerce sends everybody who writes no posts from wp-admin to their account page: a stock clerk has to get
 * in, and who counts.
 */
final class StaffAccess {

	public function register(): void {
		add_filter( 'woocommerce_prevent_admin_access', self::unless_staff( ... ) );
		add_filter( 'woocommerce_disable_admin_bar', self::unless_staff( ... ) );
	}

	private static function unless_staff( mixed $prevent ): mixed {
		return Access::can( Access::VIEW ) || Access::can( Access::COUNT ) ? false : $prevent;
	}
}
