<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Install;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;

/**
 * Options that every page of a shop, or every request to its cart, asks for are there from the beginning: WordPress loads those that are there with all
 * the others, and asks the database each time for one that is not.
 */
final class StandingOptions {

	public function __construct( private readonly Db $db ) {}

	/**
	 * Empty, where they are missing. By the table's unique key: add_option() would let the last of two at once win, and
	 * one of them may know more than that there is nothing yet.
	 *
	 * @param list<string> $names
	 */
	public function make( array $names ): void {
		foreach ( $names as $name ) {
			if ( false !== get_option( $name ) ) {
				continue;
			}
			try {
				$this->db->execute( "INSERT INTO %i (option_name, option_value, autoload) VALUES (%s, '', 'on')", $this->db->wp_table( 'options' ), $name );
			} catch ( DuplicateKey ) {
				// Somebody else was first, and knows.
				wp_cache_delete( $name, 'options' );
			}
			wp_cache_delete( 'alloptions', 'options' );
			wp_cache_delete( 'notoptions', 'options' );
		}
	}
}
