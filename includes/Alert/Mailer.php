<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

/**
 * Makes a mail of alerts and sends it: plainly, or in the shop's own dress.
 */
interface Mailer {

	/** Many alerts together. */
	public const DIGEST = 'digest';
	/** One that cannot wait. */
	public const URGENT = 'urgent';

	/**
	 * @param non-empty-list<Alert> $alerts
	 * @return bool False when it could not be handed over and should be tried again. A mail that the owner has switched
	 *              off is true: nothing is left to do.
	 */
	public function send( string $to, string $event, array $alerts ): bool;
}
