<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Install;

use WooInventoryGuard\Platform\Db;

/**
 * Removes every trace from the present site: tables, options, roles. Only where the owner chose so in the settings;
 * otherwise deleting the plugin leaves the ledger where it is, and installing it again finds it.
 */
final class Uninstaller {

	/**
	 * @param list<callable(): void> $undo What other rooms set up (roles, user settings).
	 */
	public function __construct( private readonly Db $db, private readonly array $undo ) {}

	public function remove_everything(): void {
		foreach ( array_keys( Schema::tables() ) as $name ) {
			$this->db->execute( 'DROP TABLE IF EXISTS %i', $this->db->table( $name ) );
		}
		foreach ( $this->undo as $step ) {
			$step();
		}
		$like = 'woo\\_inventory\\_guard%';
		foreach ( $this->db->column( 'SELECT option_name FROM %i WHERE option_name LIKE %s', $this->db->wp_table( 'options' ), $like ) as $option ) {
			delete_option( $option );
		}
	}
}
