<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * Notices when other code opens a transaction through $wpdb, by looking at the first words of what passes the `query`
 * filter. It only raises a suspicion: the connection is asked before anything is done about it, so a transaction that
 * ended unnoticed (by DDL, say) does no harm. What opens one past $wpdb is not seen.
 */
final class TransactionWatch {

	private static bool $watching  = false;
	private static bool $suspected = false;

	public static function start(): void {
		if ( ! self::$watching ) {
			self::$watching = true;
			add_filter( 'query', self::see( ... ), PHP_INT_MAX );
		}
	}

	/**
	 * Whether a transaction may be open. Without the filter (a test has removed it) everything is possible.
	 */
	public static function suspects(): bool {
		return self::$suspected || false === has_filter( 'query' );
	}

	private static function see( mixed $sql ): mixed {
		if ( ! is_string( $sql ) || 0 === strncasecmp( $sql, 'SELECT', 6 ) ) {
			return $sql;
		}
		if ( 1 === preg_match( '/^\s*(?:START\s+TRANSACTION|BEGIN\b|SET\s+(?:\w+\s+)?(?:@@\w+\.)?autocommit\s*=\s*(?:0|OFF))/i', $sql ) ) {
			self::$suspected = true;
		} elseif ( 1 === preg_match( '/^\s*(?:COMMIT|ROLLBACK)\b(?!\s+(?:WORK\s+)?TO\b)(?!\s+(?:WORK\s+)?AND\s+CHAIN)/i', $sql ) ) {
			self::$suspected = false;
		}
		return $sql;
	}
}
