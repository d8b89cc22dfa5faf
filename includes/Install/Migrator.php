<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Install;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DbError;
use WooInventoryGuard\Platform\DuplicateKey;

/**
 * Brings a site's tables to the present version, step by step.
 *
 * Each step may be run twice and by two requests at once ("IF NOT EXISTS", insert where missing), so no lock is needed,
 * and a step that was cut off is simply run again. The version is written after the last one. On multisite every site
 * has its own tables and its own version.
 */
final class Migrator {

	public const VERSION = 4;
	public const OPTION  = 'woo_inventory_guard_version';

	/**
	 * @param list<callable(): void> $afterwards What other rooms have to set up once per version (roles, jobs).
	 */
	public function __construct( private readonly Db $db, private readonly array $afterwards = array() ) {}

	/**
	 * Costs one autoloaded option when nothing is to be done.
	 *
	 * @throws StorageUnfit When the database cannot keep transactions.
	 */
	public function migrate(): void {
		if ( self::VERSION <= (int) get_option( self::OPTION, 0 ) ) {
			return;
		}
		$this->create_tables();
		$this->add_columns();
		$this->add_keys();
		ExactCodes::make( $this->db );
		OwnValues::note( $this->db );
		$this->create_default_location();
		$this->require_transactions();
		foreach ( $this->afterwards as $step ) {
			$step();
		}
		update_option( self::OPTION, self::VERSION, true );
	}

	/**
	 * Names of our tables whose engine has no transactions. Empty is good. SQLite always has them.
	 *
	 * @return list<string>
	 */
	public function tables_without_transactions(): array {
		if ( $this->db->is_sqlite() ) {
			return array();
		}
		$names = array_map( $this->db->table( ... ), array_keys( Schema::tables() ) );
		return $this->db->column(
			"SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND engine <> 'InnoDB' AND table_name IN (" . $this->db->marks( $names, '%s' ) . ')',
			...$names
		);
	}

	/**
	 * Names of our tables that are not there. Empty is good.
	 *
	 * @return list<string>
	 */
	public function missing_tables(): array {
		$there = array_map( 'strtolower', $this->db->column( 'SHOW TABLES LIKE %s', str_replace( '_', '\\_', $this->db->table( '' ) ) . '%' ) );
		$names = array_map( $this->db->table( ... ), array_keys( Schema::tables() ) );
		return array_values( array_filter( $names, static fn( string $name ): bool => ! in_array( strtolower( $name ), $there, true ) ) );
	}

	/**
	 * How large our tables are, as the database keeps account of it: rows are an estimate. SQLite keeps none.
	 *
	 * @return array<string, array{rows: int, bytes: int}> By full name, the largest first.
	 */
	public function table_sizes(): array {
		if ( $this->db->is_sqlite() ) {
			return array();
		}
		$names = array_map( $this->db->table( ... ), array_keys( Schema::tables() ) );
		$rows  = $this->db->rows(
			'SELECT table_name AS name, table_rows AS lines_in_it, data_length + index_length AS bytes FROM information_schema.tables
			WHERE table_schema = DATABASE() AND table_name IN (' . $this->db->marks( $names, '%s' ) . ') ORDER BY bytes DESC',
			...$names
		);
		$sizes = array();
		foreach ( $rows as $row ) {
			$sizes[ (string) $row['name'] ] = array(
				'rows'  => (int) $row['lines_in_it'],
				'bytes' => (int) $row['bytes'],
			);
		}
		return $sizes;
	}

	/**
	 * Makes what is missing, whatever version was noted.
	 */
	public function make_again(): void {
		delete_option( self::OPTION );
		$this->migrate();
	}

	private function create_tables(): void {
		foreach ( Schema::tables() as $name => $columns ) {
			$this->db->execute_schema( $this->db->table( $name ), $columns );
		}
	}

	private function add_columns(): void {
		foreach ( Schema::added() as $name => $columns ) {
			$table = $this->db->table( $name );
			$there = $this->db->column( 'SHOW COLUMNS FROM %i', $table );
			foreach ( array_diff_key( $columns, array_flip( $there ) ) as $column => $definition ) {
				try {
					$this->db->execute( 'ALTER TABLE %i ADD COLUMN %i ' . $definition, $table, $column );
				} catch ( DbError $error ) {
					// A second request may have added it a moment ago; anything else is a real failure.
					if ( ! in_array( $column, $this->db->column( 'SHOW COLUMNS FROM %i', $table ), true ) ) {
						throw $error;
					}
				}
			}
		}
	}

	private function add_keys(): void {
		foreach ( Schema::added_keys() as $name => $keys ) {
			$table = $this->db->table( $name );
			foreach ( array_diff_key( $keys, array_flip( $this->keys_of( $table ) ) ) as $key => $columns ) {
				try {
					$this->db->execute( 'ALTER TABLE %i ADD KEY %i ' . $columns, $table, $key );
				} catch ( DbError $error ) {
					// As with a column: a second request may have added it.
					if ( ! in_array( $key, $this->keys_of( $table ), true ) ) {
						throw $error;
					}
				}
			}
		}
	}

	/**
	 * @return list<string>
	 */
	private function keys_of( string $table ): array {
		return array_values( array_unique( array_map( static fn( array $row ): string => $row['Key_name'] ?? '', $this->db->rows( 'SHOW INDEX FROM %i', $table ) ) ) );
	}

	/**
	 * Location 1, by number: on a cluster an automatic id would depend on the node.
	 */
	private function create_default_location(): void {
		try {
			$this->db->execute( 'INSERT INTO %i (id, name) VALUES (1, %s)', $this->db->table( 'locations' ), 'Main' );
		} catch ( DuplicateKey ) {
			// It is there: this step ran before, or a second request runs it now.
			return;
		}
	}

	private function require_transactions(): void {
		$unfit = $this->tables_without_transactions();
		if ( array() !== $unfit ) {
			throw new StorageUnfit( $unfit );
		}
	}
}
