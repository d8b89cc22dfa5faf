<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

use WooInventoryGuard\Platform\Log;

/**
 * What the minute job does for alerts: notice what has changed, gather it, send it. A step that fails does not keep the
 * others from being done.
 */
final class Rounds {

	private const DIGESTS = 5;

	public function __construct(
		private readonly Crossings $crossings,
		private readonly Digest $digest,
		private readonly Delivery $delivery,
		private readonly Daily $daily
	) {}

	public function run(): void {
		foreach ( array( $this->crossings->catch_up( ... ), $this->gather( ... ), $this->delivery->mails( ... ), $this->delivery->calls( ... ), $this->daily->run( ... ) ) as $step ) {
			try {
				$step();
			} catch ( \Throwable $error ) {
				Log::error( 'Alerts could not be sent.', $error );
			}
		}
	}

	/**
	 * More than one mail holds only after something very large: each is a mail of its own.
	 */
	private function gather(): void {
		$mails = 0;
		do {
			$taken = $this->digest->make();
		} while ( 0 < $taken && ++$mails < self::DIGESTS );
	}
}
