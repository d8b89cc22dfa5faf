<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Install;

use WooInventoryGuard\Platform\Db;

/**
 * Before there were rules, what an item's columns said was its own. It is noted as such; WooCommerce's "do not allow",
 * which every product has that nobody has touched, is nothing that it says.
 */
final class OwnValues {

	/** Ids looked at in one statement. */
	private const AT_ONCE = 5_000;

	/**
	 * Where nothing is inherited, what counts is the item's own: so this may run twice, and while items are changed.
	 */
	public static function note( Db $db ): void {
		$items = $db->table( 'items' );
		$last  = (int) $db->value( 'SELECT MAX( id ) FROM %i', $items );
		for ( $after = 0; $after < $last; $after += self::AT_ONCE ) {
			$few = array( $items, $after, $after + self::AT_ONCE );
			$db->execute( "UPDATE %i SET own_backorders = backorders WHERE id > %d AND id <= %d AND own_backorders IS NULL AND rule_backorders IS NULL AND backorders <> 'no'", ...$few );
			$db->execute( 'UPDATE %i SET own_limit = backorder_limit WHERE id > %d AND id <= %d AND own_limit IS NULL AND rule_limit IS NULL AND backorder_limit IS NOT NULL', ...$few );
			$db->execute( "UPDATE %i SET own_text = backorder_text WHERE id > %d AND id <= %d AND own_text = '' AND rule_text IS NULL AND backorder_text <> ''", ...$few );
		}
	}
}
