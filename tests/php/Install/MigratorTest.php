<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Install;

use WooInventoryGuard\Install\Migrator;
use WooInventoryGuard\Install\RuleTables;
use WooInventoryGuard\Install\Schema;
use WooInventoryGuard\Install\StorageUnfit;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Plugin;
use WooInventoryGuard\Tests\Support\Crew;
use WooInventoryGuard\Tests\Support\TestCase;

final class MigratorTest extends TestCase {

	protected function tearDown(): void {
		global $wpdb;
		if ( ! self::is_sqlite() ) {
			$wpdb->query( 'SET SESSION default_storage_engine = InnoDB' );
		}
		// Whatever a test did, the next one finds the tables.
		self::forget_version();
		( new Migrator( $this->db ) )->migrate();
		\WooInventoryGuard\Platform\Access::install();
		parent::tearDown();
	}

	public function test_activation_has_made_the_tables_the_first_location_and_the_roles(): void {
		self::assertSame( array(), $this->missing() );
		self::assertSame( array( '1' ), $this->db->column( 'SELECT id FROM %i', $this->db->table( 'locations' ) ) );
		self::assertSame( (string) Migrator::VERSION, (string) get_option( Migrator::OPTION ) );
		self::assertNotNull( get_role( 'wig_stock_clerk' ) );
		self::assertNotNull( get_role( 'wig_sales_channel' ) );
		self::assertTrue( get_role( 'administrator' )?->has_cap( 'wig_configure_inventory' ) );
	}

	public function test_migrating_again_keeps_every_row(): void {
		$this->some_rows();
		$before = self::checksum();
		self::forget_version();
		( new Migrator( $this->db ) )->migrate();

		self::assertSame( $before, self::checksum() );
	}

	public function test_tables_of_the_first_version_get_what_they_lack_and_keep_their_rows(): void {
		$this->some_rows();
		foreach ( Schema::added() as $table => $columns ) {
			foreach ( array_keys( $columns ) as $column ) {
				$this->db->execute( 'ALTER TABLE %i DROP COLUMN %i', $this->db->table( $table ), $column );
			}
		}
		$before = self::checksum( 'movements' );
		update_option( Migrator::OPTION, 1 );
		( new Migrator( $this->db ) )->migrate();

		foreach ( Schema::added() as $table => $columns ) {
			self::assertSame( array(), array_diff( array_keys( $columns ), $this->db->column( 'SHOW COLUMNS FROM %i', $this->db->table( $table ) ) ) );
		}
		self::assertSame( $before, self::checksum( 'movements' ) );
		self::assertSame( '0', rtrim( rtrim( (string) $this->db->value( 'SELECT MAX( kept ) FROM %i', $this->db->table( 'levels' ) ), '0' ), '.' ) ?: '0' );
	}

	public function test_tables_of_the_second_version_get_costs_and_places_and_keep_their_rows(): void {
		$this->some_rows();
		foreach ( array( 'unit_cost', 'price', 'supplier', 'bin', 'lead_time_days' ) as $column ) {
			$this->db->execute( 'ALTER TABLE %i DROP COLUMN %i', $this->db->table( 'items' ), $column );
		}
		update_option( Migrator::OPTION, 2 );
		( new Migrator( $this->db ) )->migrate();

		$row = $this->db->row( "SELECT name, unit_cost, price, supplier, bin, lead_time_days FROM %i WHERE sku = 'TEA'", $this->db->table( 'items' ) );
		self::assertSame( array( 'Tea', null, null, '', '', null ), array_values( (array) $row ) );
		self::assertSame( (string) Migrator::VERSION, (string) get_option( Migrator::OPTION ) );
	}

	public function test_tables_of_the_third_version_get_bulk_changes_views_and_imports_and_keep_their_rows(): void {
		$this->some_rows();
		$before = self::checksum( 'items', 'movements' );
		$tables = array( 'bulk_changes', 'bulk_change_items', 'views', 'imports', 'import_rows', 'import_mappings', 'import_feeds' );
		$this->drop( ...$tables );
		update_option( Migrator::OPTION, 3 );
		( new Migrator( $this->db ) )->migrate();

		self::assertSame( $before, self::checksum( 'items', 'movements' ) );
		self::assertSame( array_fill( 0, 7, '0' ), array_map( fn ( string $table ): ?string => $this->db->value( 'SELECT COUNT(*) FROM %i', $this->db->table( $table ) ), $tables ) );
	}

	public function test_what_items_of_the_third_version_said_becomes_their_own(): void {
		$this->some_rows();
		foreach ( array_keys( RuleTables::ITEM_COLUMNS ) as $column ) {
			$this->db->execute( 'ALTER TABLE %i DROP COLUMN %i', $this->db->table( 'items' ), $column );
		}
		foreach ( array_keys( RuleTables::all() ) as $table ) {
			$this->db->execute( 'DROP TABLE %i', $this->db->table( $table ) );
		}
		$this->db->execute( "UPDATE %i SET backorders = 'notify', backorder_limit = 3 WHERE sku = 'TEA'", $this->db->table( 'items' ) );
		update_option( Migrator::OPTION, 3 );
		( new Migrator( $this->db ) )->migrate();

		$row = $this->db->row( "SELECT own_backorders, own_limit, own_text, rule_low FROM %i WHERE sku = 'TEA'", $this->db->table( 'items' ) );
		self::assertSame( array( 'notify', 3.0, '', null ), array( $row['own_backorders'] ?? '', (float) ( $row['own_limit'] ?? 0 ), $row['own_text'] ?? '-', $row['rule_low'] ?? null ) );
		self::assertSame( '0', (string) $this->db->value( 'SELECT COUNT(*) FROM %i', $this->db->table( 'rules' ) ) );
	}

	public function test_items_and_lines_of_the_third_version_get_costs_that_nobody_knows(): void {
		$this->some_rows();
		$before = $this->db->row( "SELECT name, on_hand FROM %i WHERE sku = 'TEA'", $this->db->table( 'items' ) );
		$this->db->execute( 'ALTER TABLE %i DROP COLUMN average_cost', $this->db->table( 'items' ) );
		$this->db->execute( 'ALTER TABLE %i DROP COLUMN unit_cost', $this->db->table( 'movements' ) );
		update_option( Migrator::OPTION, 3 );
		( new Migrator( $this->db ) )->migrate();

		self::assertSame( $before, $this->db->row( "SELECT name, on_hand FROM %i WHERE sku = 'TEA' AND average_cost IS NULL", $this->db->table( 'items' ) ) );
		self::assertSame( '0', (string) $this->db->value( 'SELECT COUNT(*) FROM %i WHERE unit_cost IS NOT NULL', $this->db->table( 'movements' ) ) );
	}

	public function test_bundles_of_the_third_version_stay_what_they_were(): void {
		$table = $this->db->table( 'bundle_components' );
		foreach ( array( 'choice', 'place', 'is_optional' ) as $column ) {
			$this->db->execute( 'ALTER TABLE %i DROP COLUMN %i', $table, $column );
		}
		$this->db->execute( 'INSERT INTO %i (bundle_id, component_id, quantity) VALUES (9, 7, 2), (9, 8, 0.5)', $table );
		update_option( Migrator::OPTION, 3 );
		( new Migrator( $this->db ) )->migrate();

		$rows = $this->db->rows( 'SELECT component_id, quantity, choice, place, is_optional FROM %i WHERE bundle_id = 9 ORDER BY component_id', $table );
		self::assertSame( array( array( 7, 2.0, 0, 0, 0 ), array( 8, 0.5, 0, 0, 0 ) ), array_map( static fn ( array $row ): array => array( (int) $row['component_id'], (float) $row['quantity'], (int) $row['choice'], (int) $row['place'], (int) $row['is_optional'] ), $rows ) );
		self::assertSame( (string) Migrator::VERSION, (string) get_option( Migrator::OPTION ) );
	}

	public function test_tables_of_an_earlier_version_get_the_keys_that_they_lack(): void {
		$table = $this->db->table( 'movements' );
		$names = fn (): array => array_column( $this->db->rows( 'SHOW INDEX FROM %i', $table ), 'Key_name' );
		$this->db->execute( 'ALTER TABLE %i DROP INDEX created_at', $table );
		self::assertNotContains( 'created_at', $names() );
		update_option( Migrator::OPTION, 2 );
		( new Migrator( $this->db ) )->migrate();
		self::assertContains( 'created_at', $names() );
		update_option( Migrator::OPTION, 2 );
		( new Migrator( $this->db ) )->migrate();
		self::assertSame( 1, count( array_keys( $names(), 'created_at', true ) ), 'Once, however often.' );
	}

	public function test_tables_of_the_third_version_get_the_keys_of_the_ledgers_filters_and_keep_their_rows(): void {
		$this->some_rows();
		$before = self::checksum( 'movements' );
		$table  = $this->db->table( 'movements' );
		$there  = fn (): array => array_values( array_unique( array_column( $this->db->rows( 'SHOW INDEX FROM %i', $table ), 'Key_name' ) ) );
		$keys   = array( 'level_time', 'reason_time', 'actor_time', 'document' );
		foreach ( $keys as $key ) {
			$this->db->execute( 'ALTER TABLE %i DROP INDEX %i', $table, $key );
		}
		$this->drop( 'reversals' );
		update_option( Migrator::OPTION, 3 );
		( new Migrator( $this->db ) )->migrate();
		self::assertSame( array(), array_diff( $keys, $there() ) );
		self::assertSame( array(), $this->missing() );
		self::assertSame( $before, self::checksum( 'movements' ) );
	}

	public function test_nothing_is_asked_of_the_database_when_the_version_is_right(): void {
		$asked = 0;
		get_option( Migrator::OPTION );
		add_filter(
			'query',
			static function ( string $sql ) use ( &$asked ): string {
				++$asked;
				return $sql;
			}
		);
		( new Migrator( $this->db ) )->migrate();

		self::assertSame( 0, $asked );
	}

	public function test_a_migration_that_was_cut_off_is_finished_by_the_next_request(): void {
		$this->some_rows();
		$before = self::checksum( 'items' );
		$this->drop( 'movements', 'locations' );
		self::forget_version();
		( new Migrator( $this->db ) )->migrate();

		self::assertSame( array(), $this->missing() );
		self::assertSame( $before, self::checksum( 'items' ) );
		self::assertSame( '1', $this->db->value( 'SELECT id FROM %i', $this->db->table( 'locations' ) ) );
	}

	public function test_requests_that_migrate_at_once_make_one_shop(): void {
		if ( self::is_sqlite() ) {
			self::markTestSkipped( 'SQLite has one writer at a time.' );
		}
		$this->drop( ...array_keys( Schema::tables() ) );
		self::forget_version();

		// Loading the site is what migrates.
		self::assertSame( array( 1, 1, 1 ), Crew::run( array_fill( 0, 3, array( self::class, 'locations' ) ) ) );
		self::assertSame( array(), $this->missing() );
	}

	public static function locations(): int {
		global $wpdb;
		return (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}wig_locations" );
	}

	public function test_what_other_rooms_set_up_is_done_once_per_version_and_again_when_it_failed(): void {
		$done  = array();
		$steps = array(
			static function () use ( &$done ): void {
				$done[] = 'roles';
			},
			static function () use ( &$done ): void {
				$done[] = 'jobs';
				if ( 2 === count( $done ) ) {
					throw new \RuntimeException( 'Not now.' );
				}
			},
		);
		self::forget_version();
		try {
			( new Migrator( $this->db, $steps ) )->migrate();
			self::fail( 'It failed.' );
		} catch ( \RuntimeException ) {
			self::assertFalse( get_option( Migrator::OPTION ) );
		}
		( new Migrator( $this->db, $steps ) )->migrate();
		( new Migrator( $this->db, $steps ) )->migrate();

		self::assertSame( array( 'roles', 'jobs', 'roles', 'jobs' ), $done );
	}

	public function test_the_tables_say_innodb_where_the_host_says_myisam(): void {
		self::mysql_only();
		global $wpdb;
		$this->drop( ...array_keys( Schema::tables() ) );
		self::forget_version();
		$wpdb->query( 'SET SESSION default_storage_engine = MyISAM' );
		( new Migrator( $this->db ) )->migrate();

		self::assertSame( array(), ( new Migrator( $this->db ) )->tables_without_transactions() );
		foreach ( array_keys( Schema::tables() ) as $name ) {
			self::assertSame( 'InnoDB', $wpdb->get_var( $wpdb->prepare( 'SELECT engine FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = %s', $this->db->table( $name ) ) ), $name );
		}
	}

	public function test_a_table_without_transactions_is_named_and_the_version_is_not_written(): void {
		self::mysql_only();
		global $wpdb;
		$table = $this->db->table( 'levels' );
		$wpdb->query( "ALTER TABLE $table ENGINE = MyISAM" );
		self::forget_version();
		try {
			( new Migrator( $this->db ) )->migrate();
			self::fail( 'Nothing that we promise would hold.' );
		} catch ( StorageUnfit $unfit ) {
			self::assertSame( array( $table ), $unfit->tables );
			self::assertStringContainsString( $table, $unfit->getMessage() );
			self::assertFalse( get_option( Migrator::OPTION ) );
		}
		$wpdb->query( "ALTER TABLE $table ENGINE = InnoDB" );
	}

	public function test_every_site_of_a_network_has_tables_of_its_own_and_loses_them_with_the_site(): void {
		global $wpdb;
		self::forget_version();
		$prefix = $wpdb->prefix;
		$ours   = $this->db->table( 'items' );
		try {
			$wpdb->prefix = $prefix . '7_';
			( new Migrator( $this->db ) )->migrate();
			self::assertNotSame( $ours, $this->db->table( 'items' ) );
			self::assertSame( array(), $this->missing() );
			$dropped = apply_filters( 'wpmu_drop_tables', array( 'other' ) );
			self::assertContains( 'other', $dropped );
			foreach ( array_keys( Schema::tables() ) as $name ) {
				self::assertContains( $this->db->table( $name ), $dropped );
			}
			$this->drop( ...array_keys( Schema::tables() ) );
		} finally {
			$wpdb->prefix = $prefix;
		}
		self::assertSame( array(), $this->missing() );
	}

	public function test_deleting_the_plugin_keeps_everything_unless_the_owner_chose_otherwise(): void {
		$this->some_rows();
		$before = self::checksum();
		Plugin::instance()->uninstall();

		self::assertSame( $before, self::checksum() );
		self::assertNotFalse( get_option( Migrator::OPTION ) );
		self::assertNotNull( get_role( 'wig_stock_clerk' ) );
	}

	public function test_deleting_the_plugin_removes_every_trace_where_the_owner_chose_so(): void {
		global $wpdb;
		$this->some_rows();
		Plugin::instance()->settings()->change( array( 'delete_data_on_uninstall' => true ) );
		update_option( 'blogdescription', 'Not ours' );
		Plugin::instance()->uninstall();
		wp_cache_flush();

		self::assertSame( count( Schema::tables() ), count( $this->missing() ) );
		self::assertSame( '0', $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->options} WHERE option_name LIKE 'woo\\_inventory\\_guard%'" ) );
		self::assertNull( get_role( 'wig_stock_clerk' ) );
		self::assertNull( get_role( 'wig_sales_channel' ) );
		self::assertFalse( get_role( 'administrator' )?->has_cap( 'wig_configure_inventory' ) );
		self::assertSame( 'Not ours', get_option( 'blogdescription' ) );
	}

	private function some_rows(): void {
		$this->db->execute( "INSERT INTO %i (kind, sku, name, created_at, updated_at) VALUES ('part', 'TEA', 'Tea', '2026-03-02 09:00:00', '2026-03-02 09:00:00')", $this->db->table( 'items' ) );
		$this->db->execute( "INSERT INTO %i (id, name) VALUES (2, 'Attic')", $this->db->table( 'locations' ) );
	}

	/**
	 * @return list<string> Tables of ours that are not there.
	 */
	private function missing(): array {
		global $wpdb;
		return array_values( array_filter( array_keys( Schema::tables() ), fn ( string $name ): bool => null === $wpdb->get_var( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $this->db->table( $name ) ) ) ) ) );
	}

	private function drop( string ...$names ): void {
		global $wpdb;
		foreach ( $names as $name ) {
			$wpdb->query( 'DROP TABLE ' . $this->db->table( $name ) );
		}
	}

	private static function forget_version(): void {
		delete_option( Migrator::OPTION );
		wp_cache_flush();
	}

	private static function mysql_only(): void {
		if ( self::is_sqlite() ) {
			self::markTestSkipped( 'SQLite has one engine.' );
		}
	}
}
