<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Settings;

/**
 * What the shop's owner has chosen. A Settings that exists is valid: what cannot be read counts as not chosen.
 */
final class Settings {

	public const MOST_HOLD_MINUTES   = 525_600;
	public const MOST_DIGEST_MINUTES = 1_440;
	public const MOST_BACKUPS        = 100;

	public const BACKUPS = array( 'never', 'daily', 'weekly', 'monthly' );

	/** After how many months movements are folded, by word; 0 is never. Reports look back for a little less than the least. */
	public const FOLDS = array(
		'never'     => 0,
		'27_months' => 27,
		'3_years'   => 36,
		'5_years'   => 60,
		'7_years'   => 84,
		'10_years'  => 120,
	);

	/** Not negative, at most 99,999,999,999.9999. */
	private const DECIMAL = '/\A\d{1,11}(\.\d{1,4})?\z/';

	/**
	 * @param string $low_stock_threshold      Decimal, such as "2" or "0.5": low at this many units, for items without a threshold of their own.
	 * @param int    $hold_minutes             1 to 525,600.
	 * @param bool   $delete_data_on_uninstall Whether deleting the plugin deletes its tables.
	 * @param array<string, int> $method_holds  Minutes by payment method, where they differ from hold_minutes.
	 * @param bool   $expiry_cancels           Whether an unpaid order is cancelled when its hold runs out.
	 * @param bool   $answer_early             Whether a small must-use file may answer availability before WordPress loads.
	 * @param list<AlertRecipient> $alert_recipients Who gets mails; empty for the shop's usual address.
	 * @param int    $alert_digest_minutes     For so long alerts are gathered into one mail; 0 sends them when the job runs next.
	 * @param string $backup_every             One of BACKUPS.
	 * @param int    $backup_keep              Of the backups that were made by schedule so many are kept, 1 to 100.
	 * @param string $fold_after               A word of FOLDS.
	 */
	public function __construct(
		public readonly string $low_stock_threshold,
		public readonly int $hold_minutes,
		public readonly ShowNumbers $show_numbers,
		public readonly bool $delete_data_on_uninstall,
		public readonly StockLeaves $stock_leaves = StockLeaves::Paid,
		public readonly array $method_holds = array(),
		public readonly bool $expiry_cancels = true,
		public readonly WhenShort $when_short = WhenShort::Hold,
		public readonly bool $answer_early = true,
		public readonly array $alert_recipients = array(),
		public readonly int $alert_digest_minutes = 15,
		public readonly string $backup_every = 'weekly',
		public readonly int $backup_keep = 4,
		public readonly string $fold_after = 'never'
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
			is_bool( $delete ) ? $delete : $this->delete_data_on_uninstall,
			StockLeaves::tryFrom( self::text( $changes['stock_leaves'] ?? null ) ) ?? $this->stock_leaves,
			is_array( $changes['method_holds'] ?? null ) ? self::method_holds( $changes['method_holds'] ) : $this->method_holds,
			is_bool( $changes['expiry_cancels'] ?? null ) ? $changes['expiry_cancels'] : $this->expiry_cancels,
			WhenShort::tryFrom( self::text( $changes['when_short'] ?? null ) ) ?? $this->when_short,
			is_bool( $changes['answer_early'] ?? null ) ? $changes['answer_early'] : $this->answer_early,
			is_array( $changes['alert_recipients'] ?? null ) ? AlertRecipient::read( $changes['alert_recipients'] ) : $this->alert_recipients,
			self::between( $changes['alert_digest_minutes'] ?? null, 0, self::MOST_DIGEST_MINUTES ) ?? $this->alert_digest_minutes,
			in_array( $changes['backup_every'] ?? null, self::BACKUPS, true ) ? self::text( $changes['backup_every'] ) : $this->backup_every,
			self::between( $changes['backup_keep'] ?? null, 1, self::MOST_BACKUPS ) ?? $this->backup_keep,
			isset( self::FOLDS[ self::text( $changes['fold_after'] ?? null ) ] ) ? self::text( $changes['fold_after'] ) : $this->fold_after
		);
	}

	/**
	 * Minutes that units are held for an order with this payment method.
	 */
	public function hold_minutes_for( string $method ): int {
		return $this->method_holds[ $method ] ?? $this->hold_minutes;
	}

	/**
	 * Months after which movements are folded; 0 where they never are.
	 */
	public function fold_months(): int {
		return self::FOLDS[ $this->fold_after ] ?? 0;
	}

	/**
	 * @return array{low_stock_threshold: string, hold_minutes: int, show_numbers: string, delete_data_on_uninstall: bool, stock_leaves: string, method_holds: list<array{method: string, minutes: int}>, expiry_cancels: bool, when_short: string, answer_early: bool, alert_recipients: list<array{email: string, kinds: list<string>, categories: list<string>}>, alert_digest_minutes: int, backup_every: string, backup_keep: int, fold_after: string}
	 */
	public function to_array(): array {
		return array(
			'low_stock_threshold'      => $this->low_stock_threshold,
			'hold_minutes'             => $this->hold_minutes,
			'show_numbers'             => $this->show_numbers->value,
			'delete_data_on_uninstall' => $this->delete_data_on_uninstall,
			'stock_leaves'             => $this->stock_leaves->value,
			'method_holds'             => array_map(
				static fn( string $method, int $minutes ): array => array(
					'method'  => $method,
					'minutes' => $minutes,
				),
				array_map( 'strval', array_keys( $this->method_holds ) ),
				array_values( $this->method_holds )
			),
			'expiry_cancels'           => $this->expiry_cancels,
			'when_short'               => $this->when_short->value,
			'answer_early'             => $this->answer_early,
			'alert_recipients'         => array_map( static fn( AlertRecipient $recipient ): array => $recipient->to_array(), $this->alert_recipients ),
			'alert_digest_minutes'     => $this->alert_digest_minutes,
			'backup_every'             => $this->backup_every,
			'backup_keep'              => $this->backup_keep,
			'fold_after'               => $this->fold_after,
		);
	}

	private static function between( mixed $value, int $least, int $most ): ?int {
		return is_int( $value ) && $value >= $least && $value <= $most ? $value : null;
	}

	private static function text( mixed $value ): string {
		return is_string( $value ) ? $value : '';
	}

	/**
	 * @param array<mixed> $list Of method and minutes; of two with one method the later counts.
	 * @return array<string, int>
	 */
	private static function method_holds( array $list ): array {
		$holds = array();
		foreach ( $list as $hold ) {
			$method  = is_array( $hold ) ? self::text( $hold['method'] ?? null ) : '';
			$minutes = is_array( $hold ) ? ( $hold['minutes'] ?? 0 ) : 0;
			if ( '' !== $method && is_int( $minutes ) && $minutes >= 1 && $minutes <= self::MOST_HOLD_MINUTES ) {
				$holds[ $method ] = $minutes;
			}
		}
		return $holds;
	}
}
