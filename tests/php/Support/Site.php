<?php
/**
 * Builds the site that a test run works on: an empty database and a folder for wp-content.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Support;

/**
 * The WordPress tree itself is used in place and stays untouched; several runs may share it, each with its own
 * WIG_DB_NAME and WIG_SITE_DIR.
 */
final class Site {

	private const PLUGIN = 'woo-inventory-guard/woo-inventory-guard.php';

	/**
	 * Makes an empty database and a fresh wp-content, installs WordPress and activates the plugins.
	 */
	public static function build(): void {
		if ( ! is_file( self::env( 'WIG_WP_DIR' ) . '/wp-settings.php' ) ) {
			self::stop( 'WIG_WP_DIR must name a WordPress folder (see tests/php/bootstrap.php).' );
		}
		if ( '' === self::env( 'WIG_SITE_DIR' ) ) {
			$dir = sys_get_temp_dir() . '/wig-phpunit-' . getmypid();
			putenv( 'WIG_SITE_DIR=' . $dir );
			$owner = getmypid();
			register_shutdown_function(
				static function () use ( $dir, $owner ): void {
					if ( getmypid() === $owner ) {
						self::remove( $dir );
					}
				}
			);
		}
		if ( '1' === self::env( 'WIG_SITE_READY' ) ) {
			return;
		}
		self::content();
		self::is_sqlite() ? self::sqlite() : self::mysql();
		self::step( 'install' );
		if ( '' !== self::env( 'WIG_WC_DIR' ) ) {
			self::step( 'activate', 'woocommerce/woocommerce.php' );
		}
		self::step( 'activate', self::PLUGIN );
	}

	/**
	 * Whether this run uses WordPress's SQLite driver.
	 */
	public static function is_sqlite(): bool {
		return 'sqlite' === self::env( 'WIG_DB_ENGINE' );
	}

	/**
	 * The plugin's own folder: the root of the checkout, or of the copy that a mutation run works on.
	 */
	public static function plugin_dir(): string {
		return '' === self::env( 'WIG_PLUGIN_DIR' ) ? dirname( __DIR__, 3 ) : self::env( 'WIG_PLUGIN_DIR' );
	}

	/**
	 * An environment variable, '' when it is not set.
	 *
	 * @param string $name Its name.
	 */
	public static function env( string $name ): string {
		$value = getenv( $name );
		return false === $value ? '' : $value;
	}

	private static function content(): void {
		$content = self::env( 'WIG_SITE_DIR' ) . '/wp-content';
		self::remove( self::env( 'WIG_SITE_DIR' ) );
		foreach ( array( 'plugins', 'themes', 'uploads', 'mu-plugins', 'database' ) as $folder ) {
			mkdir( $content . '/' . $folder, 0777, true );
		}
		file_put_contents( $content . '/mu-plugins/no-mail.php', "<?php\nadd_filter( 'pre_wp_mail', '__return_true' );\n" );
		symlink( self::plugin_dir(), $content . '/plugins/woo-inventory-guard' );
		if ( '' !== self::env( 'WIG_WC_DIR' ) ) {
			symlink( self::env( 'WIG_WC_DIR' ), $content . '/plugins/woocommerce' );
		}
	}

	private static function mysql(): void {
		$host   = self::env( 'WIG_DB_HOST' );
		$socket = null;
		$port   = null;
		if ( 1 === preg_match( '#^([^:]*):(.+)$#', $host, $found ) ) {
			$host = $found[1];
			if ( ctype_digit( $found[2] ) ) {
				$port = (int) $found[2];
			} else {
				$socket = $found[2];
			}
		}
		mysqli_report( MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT );
		$db   = new \mysqli( $host, self::env( 'WIG_DB_USER' ), self::env( 'WIG_DB_PASSWORD' ), null, $port, $socket );
		$name = str_replace( '`', '', self::env( 'WIG_DB_NAME' ) );
		$db->query( "DROP DATABASE IF EXISTS `$name`" );
		$db->query( "CREATE DATABASE `$name` CHARACTER SET utf8mb4" );
		$db->close();
	}

	private static function sqlite(): void {
		$driver = self::env( 'WIG_SQLITE_DRIVER' );
		if ( ! is_file( $driver . '/wp-includes/sqlite/db.php' ) ) {
			self::stop( 'WIG_SQLITE_DRIVER must name the folder of sqlite-database-integration.' );
		}
		file_put_contents(
			self::env( 'WIG_SITE_DIR' ) . '/wp-content/db.php',
			"<?php\ndefine( 'DB_ENGINE', 'sqlite' );\nrequire_once " . var_export( $driver . '/wp-includes/sqlite/db.php', true ) . ";\n"
		);
	}

	private static function step( string ...$arguments ): void {
		$process = proc_open(
			array_merge( array( PHP_BINARY, __DIR__ . '/prepare.php' ), $arguments ),
			array(
				1 => array( 'pipe', 'w' ),
				2 => STDERR,
			),
			$pipes
		);
		if ( ! is_resource( $process ) ) {
			self::stop( 'Could not start PHP.' );
		}
		$said = (string) stream_get_contents( $pipes[1] );
		if ( 0 !== proc_close( $process ) || '' !== trim( $said ) ) {
			self::stop( 'Preparing the site (' . implode( ' ', $arguments ) . ') said: ' . $said );
		}
	}

	private static function remove( string $path ): void {
		if ( is_link( $path ) || is_file( $path ) ) {
			unlink( $path );
		} elseif ( is_dir( $path ) ) {
			foreach ( array_diff( (array) scandir( $path ), array( '.', '..' ) ) as $entry ) {
				self::remove( $path . '/' . $entry );
			}
			rmdir( $path );
		}
	}

	private static function stop( string $why ): never {
		fwrite( STDERR, $why . "\n" );
		exit( 1 );
	}
}
