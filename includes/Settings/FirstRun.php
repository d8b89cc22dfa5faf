<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Settings;

/**
 * Whether somebody has gone through the first steps, or said that they need not be shown.
 */
final class FirstRun {

	public const OPTION = 'woo_inventory_guard_first_run';

	public static function is_due(): bool {
		return 'done' !== get_option( self::OPTION, '' );
	}

	public static function end(): void {
		update_option( self::OPTION, 'done', true );
	}
}
