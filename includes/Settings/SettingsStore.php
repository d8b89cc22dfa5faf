<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Settings;

/**
 * Keeps the settings in one option, which holds only what the owner has chosen.
 */
final class SettingsStore {

	public const OPTION = 'woo_inventory_guard_settings';

	/**
	 * @param \Closure(string): void $low_stock_changed Called with the new decimal after the default threshold was changed: rows that take it hold a copy.
	 */
	public function __construct( private readonly \Closure $low_stock_changed ) {}

	public function get(): Settings {
		return $this->defaults()->with( $this->chosen() );
	}

	/**
	 * Changes some fields and keeps the others.
	 *
	 * @param array<string, mixed> $changes By field; the caller has validated them.
	 */
	public function change( array $changes ): Settings {
		$fields = $this->get()->with( $changes )->to_array();
		return $this->choose( array_merge( $this->chosen(), array_intersect_key( $fields, $changes ) ) );
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
		return $this->choose( array_diff_key( $this->chosen(), array_flip( $fields ) ) );
	}

	/**
	 * @param array<mixed> $chosen All that is chosen from now on.
	 */
	private function choose( array $chosen ): Settings {
		$before = $this->get();
		update_option( self::OPTION, $chosen, true );
		$after = $this->get();
		if ( $after->low_stock_threshold !== $before->low_stock_threshold ) {
			( $this->low_stock_changed )( $after->low_stock_threshold );
		}
		return $after;
	}

	/**
	 * @return array<mixed>
	 */
	private function chosen(): array {
		$stored = get_option( self::OPTION, array() );
		return is_array( $stored ) ? $stored : array();
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
