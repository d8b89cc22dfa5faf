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

	public const VERSION = 2;
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
		ExactCodes::make( $this->db );
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
