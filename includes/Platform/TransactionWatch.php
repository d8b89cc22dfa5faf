<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * Notices when other code opens a transaction through $wpdb, by looking at the first words of what passes the `query`
 * filter. It only raises a suspicion: the connection is asked before anything is done about it, so a transaction that
 * ended unnoticed (by DDL, say) does no harm. What opens one past $wpdb is not seen.
 */
final class TransactionWatch {

	/** What opens a transaction, and what ends it for good. */
	private const EITHER = '/^\s*(?:(?<opens>START\s+TRANSACTION|BEGIN\b|SET\s+(?:\w+\s+)?(?:@@\w+\.)?autocommit\s*=\s*(?:0|OFF))|(?:COMMIT|ROLLBACK)\b(?!\s+(?:WORK\s+)?TO\b)(?!\s+(?:WORK\s+)?AND\s+CHAIN))/i';

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

	/**
	 * Whether nobody else looks at statements, as on most sites most of the time. What wpdb adds at its first prepare()
	 * takes out marks that only its own prepare() puts in.
	 */
	public static function is_alone( \wpdb $wpdb ): bool {
		$hook = $GLOBALS['wp_filter']['query'] ?? null;
		if ( ! $hook instanceof \WP_Hook || 1 !== count( $hook->callbacks[ PHP_INT_MAX ] ?? array() ) ) {
			return false;
		}
		$of_wpdb = $hook->has_filter( 'query', array( $wpdb, 'remove_placeholder_escape' ) );
		return false === $of_wpdb ? 1 === count( $hook->callbacks ) : 2 === count( $hook->callbacks ) && 1 === count( $hook->callbacks[ $of_wpdb ] );
	}

	private static function see( mixed $sql ): mixed {
		// All of a shop's statements come by here, so the many that are of no interest are let go at their first letter.
		if ( is_string( $sql ) && 1 === preg_match( self::EITHER, $sql, $found ) ) {
			self::$suspected = isset( $found['opens'] );
		}
		return $sql;
	}
}
