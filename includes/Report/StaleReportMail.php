<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

/**
 * Somebody changed it since the writer read it; nothing was written.
 */
final class StaleReportMail extends \RuntimeException {

	/**
	 * @param int $version The present one.
	 */
	public function __construct( public readonly int $version ) {
		parent::__construct( 'The mail of a report was changed meanwhile.' );
	}
}
