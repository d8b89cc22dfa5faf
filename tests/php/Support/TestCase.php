<?php
/**
 * The base of every test that needs the site.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Support;

use WooInventoryGuard\Install\Schema;
use WooInventoryGuard\Platform\Db;

/**
 * Every test begins with empty tables, the hooks and options of a freshly loaded site, nobody signed in, and a clock that
 * stands still. There is no transaction around a test: the engine opens its own, and rivals must see what it commits.
 */
abstract class TestCase extends \PHPUnit\Framework\TestCase {

	protected FixedClock $clock;

	protected Db $db;

	/** @var array<string, mixed>|null */
	private static ?array $hooks = null;

	/** @var array<string, string>|null */
	private static ?array $options = null;

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		$this->clock     = new FixedClock();
		$this->db        = new Db( $wpdb );
		self::$hooks   ??= self::hooks();
		self::$options ??= self::options();
		self::empty_tables();
		wp_cache_flush();
		wp_set_current_user( 0 );
	}

	protected function tearDown(): void {
		global $wpdb;
		foreach ( (array) self::$hooks as $name => $value ) {
			$GLOBALS[ $name ] = 'wp_filter' === $name ? self::copy( $value ) : $value;
		}
		$wpdb->query( 'ROLLBACK' );
		$now = self::options();
		foreach ( array_diff_key( $now, (array) self::$options ) as $name => $value ) {
			delete_option( $name );
		}
		foreach ( (array) self::$options as $name => $value ) {
			if ( ( $now[ $name ] ?? null ) !== $value ) {
				update_option( $name, maybe_unserialize( $value ) );
			}
		}
		wp_cache_flush();
		parent::tearDown();
	}

	/**
	 * Whether this run is the one on SQLite. There a second connection must wait for our transaction to end, so
	 * rivals come before it begins.
	 */
	final protected static function is_sqlite(): bool {
		return Site::is_sqlite();
	}

	/**
	 * A rival who acts just before one of our statements (see Rival), on MariaDB wherever told, on SQLite before the
	 * transaction begins.
	 *
	 * @param callable $act    What the rival does; use rival_db() in it.
	 * @param string   $before Regular expression for our statement.
	 * @param int      $at     Which of the matching statements, from 1.
	 * @param int      $times  For how many of them in a row.
	 */
	final protected function rival( callable $act, string $before = '/^\s*START TRANSACTION/i', int $at = 1, int $times = 1 ): Rival {
		return self::is_sqlite() ? Rival::comes( $act, '/^\s*START TRANSACTION/i', 1, $times ) : Rival::comes( $act, $before, $at, $times );
	}

	/**
	 * The database on a connection of its own.
	 */
	final protected function rival_db(): Db {
		return new Db( self::connection() );
	}

	/**
	 * A second connection to the same database.
	 */
	final protected static function connection(): \wpdb {
		$ours = $GLOBALS['wpdb'];
		if ( self::is_sqlite() ) {
			// The driver keeps itself and its link in globals, and warns about finding a link there.
			$pdo = $GLOBALS['@pdo'] ?? null;
			unset( $GLOBALS['@pdo'] );
			$other           = new \WP_SQLite_DB( DB_NAME );
			$GLOBALS['wpdb'] = $ours;
			$GLOBALS['@pdo'] = $pdo;
		} else {
			$other = new \wpdb( DB_USER, DB_PASSWORD, DB_NAME, DB_HOST );
			// A rival who would have to wait for us can wait in vain: both are this process.
			$other->query( 'SET SESSION innodb_lock_wait_timeout = 1' );
		}
		$other->set_prefix( $ours->prefix );
		$other->suppress_errors( true );
		return $other;
	}

	/**
	 * What our tables hold, as one text: equal texts, equal contents.
	 *
	 * @param string ...$tables Names without prefix; all of them when none is named.
	 */
	final protected static function checksum( string ...$tables ): string {
		global $wpdb;
		$sums = array();
		foreach ( array() === $tables ? array_keys( Schema::tables() ) : $tables as $table ) {
			$rows   = $wpdb->get_results( "SELECT * FROM {$wpdb->prefix}wig_{$table} ORDER BY 1, 2", ARRAY_A );
			$sums[] = $table . ' ' . count( $rows ) . ' ' . md5( (string) wp_json_encode( $rows ) );
		}
		return implode( "\n", $sums );
	}

	/**
	 * Empties our tables; the default location stays. Truncated where there is something in them: deleted rows that
	 * wait to be purged would lock gaps in which rivals want to write.
	 */
	final protected static function empty_tables(): void {
		global $wpdb;
		foreach ( array_keys( Schema::tables() ) as $name ) {
			$table = $wpdb->prefix . 'wig_' . $name;
			if ( 'locations' === $name || self::is_sqlite() ) {
				$wpdb->query( "DELETE FROM $table" . ( 'locations' === $name ? ' WHERE id <> 1' : '' ) );
			} elseif ( null !== $wpdb->get_var( "SELECT 1 FROM $table LIMIT 1" ) ) {
				$wpdb->query( "TRUNCATE TABLE $table" );
			}
		}
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function hooks(): array {
		return array(
			'wp_filter'         => self::copy( $GLOBALS['wp_filter'] ),
			'wp_actions'        => $GLOBALS['wp_actions'],
			'wp_filters'        => $GLOBALS['wp_filters'],
			'wp_current_filter' => array(),
		);
	}

	/**
	 * @param array<string, \WP_Hook> $hooks
	 * @return array<string, \WP_Hook>
	 */
	private static function copy( array $hooks ): array {
		return array_map( static fn ( \WP_Hook $hook ): \WP_Hook => clone $hook, $hooks );
	}

	/**
	 * @return array<string, string> Our options as stored.
	 */
	private static function options(): array {
		global $wpdb;
		$rows = $wpdb->get_results( "SELECT option_name, option_value FROM {$wpdb->options} WHERE option_name LIKE 'woo\\_inventory\\_guard%' OR option_name LIKE 'wig\\_%'", ARRAY_A );
		return array_column( (array) $rows, 'option_value', 'option_name' );
	}
}
