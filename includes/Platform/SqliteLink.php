<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * Finds the PDO under WordPress's SQLite driver, whose two generations keep it in different places.
 */
final class SqliteLink {

	public static function pdo( \wpdb $wpdb ): \PDO {
		$driver = $wpdb->__get( 'dbh' );
		if ( is_object( $driver ) && method_exists( $driver, 'get_connection' ) ) {
			$driver = $driver->get_connection();
		}
		if ( is_object( $driver ) && method_exists( $driver, 'get_pdo' ) ) {
			$driver = $driver->get_pdo();
		}
		if ( ! $driver instanceof \PDO ) {
			throw new DbError( 'This SQLite driver is not known.' );
		}
		return $driver;
	}
}
