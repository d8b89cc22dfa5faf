<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * What went wrong where nobody waits for an answer. Goes to PHP's error log and to an action, for loggers.
 */
final class Log {

	public static function error( string $message, ?\Throwable $cause = null ): void {
		$text = 'Woo Inventory Guard: ' . $message . ( null === $cause ? '' : ' (' . $cause->getMessage() . ')' );
		error_log( $text ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- The only place for it.
		/**
		 * Fires when something failed after the answer was already given.
		 *
		 * @param string          $text  What failed.
		 * @param \Throwable|null $cause The error, if there is one.
		 */
		do_action( 'woo_inventory_guard_error', $text, $cause );
	}
}
