<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * Who may do what. Five capabilities of our own, so that a shop can give a picker the numbers without the keys, and a
 * sales channel an application password that can reserve and nothing else, and whoever helps to count a
 * shelf the counting and no numbers.
 */
final class Access {

	/** See items, levels, reservations and the ledger. */
	public const VIEW = 'wig_view_inventory';
	/** Change what is on hand, and parts and bundles. */
	public const ADJUST = 'wig_adjust_inventory';
	/** Make, commit, extend and release reservations. */
	public const RESERVE = 'wig_reserve_inventory';
	/** Count in the stocktakes that were given to one, without seeing what is expected. */
	public const COUNT = 'wig_count_inventory';
	/** Change settings, check the books. */
	public const CONFIGURE = 'wig_configure_inventory';

	public const ALL = array( self::VIEW, self::ADJUST, self::RESERVE, self::COUNT, self::CONFIGURE );

	public const CLERK   = 'wig_stock_clerk';
	public const CHANNEL = 'wig_sales_channel';
	public const COUNTER = 'wig_stock_counter';

	public static function can( string $capability ): bool {
		return current_user_can( $capability );
	}

	/**
	 * Gives the capabilities to the roles that are there. May be called again at any time (WooCommerce may bring its
	 * shop manager later); where nothing is missing nothing is written.
	 */
	public static function install(): void {
		foreach ( array( 'administrator', 'shop_manager' ) as $name ) {
			self::grant( $name, self::ALL );
		}
		self::make( self::CLERK, __( 'Stock clerk', 'woo-inventory-guard' ), array( self::VIEW, self::ADJUST, self::COUNT ) );
		self::make( self::CHANNEL, __( 'Sales channel', 'woo-inventory-guard' ), array( self::VIEW, self::RESERVE ) );
		self::make( self::COUNTER, __( 'Stock counter', 'woo-inventory-guard' ), array( self::COUNT ) );
	}

	/**
	 * Takes everything back. People who had only one of our roles keep their account, without a role.
	 */
	public static function uninstall(): void {
		remove_role( self::CLERK );
		remove_role( self::CHANNEL );
		remove_role( self::COUNTER );
		foreach ( array_keys( wp_roles()->roles ) as $name ) {
			$role = get_role( (string) $name );
			foreach ( self::ALL as $capability ) {
				if ( null !== $role && array_key_exists( $capability, $role->capabilities ) ) {
					$role->remove_cap( $capability );
				}
			}
		}
	}

	/**
	 * @param list<string> $capabilities
	 */
	private static function make( string $name, string $label, array $capabilities ): void {
		if ( null === get_role( $name ) ) {
			add_role( $name, $label, array_fill_keys( array( 'read', ...$capabilities ), true ) );
		}
		self::grant( $name, $capabilities );
	}

	/**
	 * @param list<string> $capabilities
	 */
	private static function grant( string $name, array $capabilities ): void {
		$role = get_role( $name );
		foreach ( $capabilities as $capability ) {
			// A capability that the owner has set to "no" stays so.
			if ( null !== $role && ! array_key_exists( $capability, $role->capabilities ) ) {
				$role->add_cap( $capability );
			}
		}
	}
}
