<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Platform\Log;

/**
 * What the minute job does for reports: adds up days, looks at the whole, learns how fast items sell. Bounded; a step
 * that fails does not keep the others from being done.
 */
final class Rounds {

	private const SECONDS = 5.0;

	public function __construct(
		private readonly DailySums $sums,
		private readonly Valuation $valuation,
		private readonly Speeds $speeds,
		private readonly Snoozes $snoozes
	) {}

	public function run(): void {
		foreach ( array( fn() => $this->sums->work( self::SECONDS ), $this->valuation->look_if_old( ... ), $this->speeds->renew_if_old( ... ), $this->snoozes->tidy( ... ) ) as $step ) {
			try {
				$step();
			} catch ( \Throwable $error ) {
				Log::error( 'Reports could not be brought up to date.', $error );
			}
		}
	}

	/**
	 * All of it, however long that takes: for a command.
	 */
	public function run_to_the_end(): void {
		while ( ! $this->sums->work( self::SECONDS ) ) {
			continue;
		}
		$this->valuation->look_if_old();
		$this->speeds->renew();
	}
}
