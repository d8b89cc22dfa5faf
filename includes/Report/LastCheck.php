<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Stock\Integrity\IntegrityReport;

/**
 * What the last check of the stock records found, in one option: to say it again costs nothing, to check reads whole
 * tables.
 */
final class LastCheck {

	public const OPTION = 'woo_inventory_guard_last_check';

	public function __construct( private readonly Clock $clock ) {}

	public function keep( IntegrityReport $report ): void {
		update_option(
			self::OPTION,
			array(
				'at'       => $this->clock->now()->getTimestamp(),
				'records'  => $report->levels,
				'problems' => count( $report->problems ),
			),
			false
		);
	}

	/**
	 * @return array{at: \DateTimeImmutable, records: int, problems: int}|null Null where none was made, or nobody can read what is kept.
	 */
	public function last(): ?array {
		$kept = get_option( self::OPTION );
		if ( ! is_array( $kept ) || ! is_int( $kept['at'] ?? null ) || ! is_int( $kept['records'] ?? null ) || ! is_int( $kept['problems'] ?? null ) ) {
			return null;
		}
		return array(
			'at'       => new \DateTimeImmutable( '@' . $kept['at'] ),
			'records'  => $kept['records'],
			'problems' => $kept['problems'],
		);
	}
}
