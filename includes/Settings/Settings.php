<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Settings;

/**
 * What the shop's owner has chosen. A Settings that exists is valid: what cannot be read counts as not chosen.
 */
final class Settings {

	public const MOST_HOLD_MINUTES = 525_600;

	/** Not negative, at most 99,999,999,999.9999. */
	private const DECIMAL = '/\A\d{1,11}(\.\d{1,4})?\z/';

	/**
	 * @param string $low_stock_threshold      Decimal, such as "2" or "0.5": low at this many units, for items without a threshold of their own.
	 * @param int    $hold_minutes             1 to 525,600.
	 * @param bool   $delete_data_on_uninstall Whether deleting the plugin deletes its tables.
	 */
	public function __construct(
		public readonly string $low_stock_threshold,
		public readonly int $hold_minutes,
		public readonly ShowNumbers $show_numbers,
		public readonly bool $delete_data_on_uninstall
	) {}

	/**
	 * @param ShowNumbers $show_numbers What counts until the owner chooses: the shop's own habit.
	 */
	public static function defaults( ShowNumbers $show_numbers = ShowNumbers::Never ): self {
		return new self( '2', 60, $show_numbers, false );
	}

	/**
	 * These settings with some fields changed; fields that are no valid value are left as they are.
	 *
	 * @param array<mixed> $changes By field, as to_array() writes them.
	 */
	public function with( array $changes ): self {
		$minutes = $changes['hold_minutes'] ?? null;
		$show    = $changes['show_numbers'] ?? null;
		$delete  = $changes['delete_data_on_uninstall'] ?? null;
		$low     = $changes['low_stock_threshold'] ?? null;
		return new self(
			is_string( $low ) && 1 === preg_match( self::DECIMAL, $low ) ? $low : $this->low_stock_threshold,
			is_int( $minutes ) && $minutes >= 1 && $minutes <= self::MOST_HOLD_MINUTES ? $minutes : $this->hold_minutes,
			( is_string( $show ) ? ShowNumbers::tryFrom( $show ) : null ) ?? $this->show_numbers,
			is_bool( $delete ) ? $delete : $this->delete_data_on_uninstall
		);
	}

	/**
	 * @return array{low_stock_threshold: string, hold_minutes: int, show_numbers: string, delete_data_on_uninstall: bool}
	 */
	public function to_array(): array {
		return array(
			'low_stock_threshold'      => $this->low_stock_threshold,
			'hold_minutes'             => $this->hold_minutes,
			'show_numbers'             => $this->show_numbers->value,
			'delete_data_on_uninstall' => $this->delete_data_on_uninstall,
		);
	}
}
