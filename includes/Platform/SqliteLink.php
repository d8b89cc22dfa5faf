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

	/**
	 * Whether a transaction is open, by asking SQLite itself: it begins none inside another. Before PHP 8.4
	 * PDO::inTransaction() does not know of one that was begun by SQL, as WordPress's driver does; believed, we would
	 * begin our own, for which the driver commits what is open.
	 */
	public static function inside_transaction( \wpdb $wpdb ): bool {
		$pdo = self::pdo( $wpdb );
		try {
			$pdo->exec( 'BEGIN' );
		} catch ( \PDOException ) {
			return true;
		}
		// A transaction that has read and written nothing holds no lock.
		$pdo->exec( 'COMMIT' );
		return false;
	}
}
