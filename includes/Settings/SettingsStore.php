<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Settings;

use WooInventoryGuard\Platform\Db;

/**
 * Keeps the settings in one option, which holds only what the owner has chosen.
 */
final class SettingsStore {

	public const OPTION = 'woo_inventory_guard_settings';

	private readonly SharedOption $option;

	/**
	 * @param \Closure(string): void $low_stock_changed Called with the new decimal after the default threshold was changed: rows that take it hold a copy.
	 */
	public function __construct( Db $db, private readonly \Closure $low_stock_changed ) {
		$this->option = new SharedOption( $db, self::OPTION );
	}

	public function get(): Settings {
		return $this->defaults()->with( $this->option->get() );
	}

	/**
	 * Changes some fields and keeps the others.
	 *
	 * @param array<string, mixed> $changes By field; the caller has validated them.
	 */
	public function change( array $changes ): Settings {
		$fields = array_intersect_key( $this->get()->with( $changes )->to_array(), $changes );
		return $this->choose( static fn( array $chosen ): array => array_merge( $chosen, $fields ) );
	}

	/**
	 * What counts where the owner has chosen nothing.
	 */
	public function defaults(): Settings {
		return Settings::defaults( $this->habit_of_the_shop() );
	}

	/**
	 * Forgets what was chosen for these fields: from now on they follow their defaults, also where those change.
	 *
	 * @param list<string> $fields
	 */
	public function reset( array $fields ): Settings {
		return $this->choose( static fn( array $chosen ): array => array_diff_key( $chosen, array_flip( $fields ) ) );
	}

	/**
	 * @param \Closure(array<mixed>): array<mixed> $change Of what was chosen to what is chosen from now on.
	 */
	private function choose( \Closure $change ): Settings {
		$before = $this->get();
		$this->option->change( $change );
		$after = $this->get();
		if ( $after->low_stock_threshold !== $before->low_stock_threshold ) {
			( $this->low_stock_changed )( $after->low_stock_threshold );
		}
		return $after;
	}

	/**
	 * A shop that tells its shoppers no numbers on the product page must not tell them here. WooCommerce keeps that in
	 * an option; where it was never installed there is nobody to tell.
	 */
	private function habit_of_the_shop(): ShowNumbers {
		return match ( get_option( 'woocommerce_stock_format', 'no_amount' ) ) {
			''           => ShowNumbers::Always,
			'low_amount' => ShowNumbers::Low,
			default      => ShowNumbers::Never,
		};
	}
}
