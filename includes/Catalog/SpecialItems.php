<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

/**
 * Whether any item of the shop has terms of its own: safety stock, a limit or words for backorders, a pre-order. A shop
 * where none has pays nothing for asking.
 */
final class SpecialItems {

	/** Autoloaded. */
	public const OPTION = 'woo_inventory_guard_special_items';

	public static function any(): bool {
		return '1' === get_option( self::OPTION, '' );
	}

	/**
	 * After the commit: options have a cache of their own.
	 */
	public static function there_are(): void {
		update_option( self::OPTION, '1', true );
	}
}
