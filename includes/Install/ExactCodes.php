<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Install;

use WooInventoryGuard\Platform\Db;

/**
 * WordPress's SQLite driver makes every text column ignore case, whatever collation was asked for, and would refuse the
 * SKU "AB" where there is "ab". So the unique indexes of the codes are made anew, as ones that compare exactly.
 */
final class ExactCodes {

	private const COLUMNS = array( 'sku', 'barcode' );

	public static function make( Db $db ): void {
		if ( ! $db->is_sqlite() ) {
			return;
		}
		$table = $db->table( 'items' );
		foreach ( self::COLUMNS as $column ) {
			// The driver's own name for the index.
			$db->execute_on_sqlite( "DROP INDEX IF EXISTS \"{$table}__{$column}\"" );
			$db->execute_on_sqlite( "CREATE UNIQUE INDEX \"{$table}__{$column}\" ON \"{$table}\" ({$column} COLLATE BINARY)" );
		}
	}
}
