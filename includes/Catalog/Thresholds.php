<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * Items without a threshold of their own, for which no rule says one either, hold a copy of the shop's. When that changes, the copies and what follows from
 * them are written anew, some hundreds of rows at a time.
 */
final class Thresholds {

	/** Ids looked at in one statement. */
	private const AT_ONCE = 1_000;

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * Rows that have the right copy already are left alone, so this may be cut off anywhere and run again.
	 *
	 * @param int $after Item id to go on from, 0 at first.
	 * @return int|null Where to go on, NULL at the end.
	 */
	public function follow( Quantity $shop_default, int $after = 0 ): ?int {
		$table = $this->db->table( 'items' );
		$last  = $this->db->value( 'SELECT MAX(id) FROM (SELECT id FROM %i WHERE id > %d ORDER BY id LIMIT %d) AS few', $table, $after, self::AT_ONCE );
		if ( null === $last ) {
			return null;
		}
		$low_at = Clause::quantity( $shop_default );
		$set    = Clause::of( 'status = %%, low_at = %%', Rules::status( new Clause( 'tracked' ), $low_at, new Clause( 'backorders' ) ), $low_at );
		// A bundle that is at zero is out or on backorder by its components, which its threshold does not change.
		$this->db->execute(
			"UPDATE %i SET {$set->sql}, version = version + 1, updated_at = %s
			WHERE id > %d AND id <= %d AND low_stock_threshold IS NULL AND parent_low IS NULL AND rule_low IS NULL AND low_at <> CAST( %s AS DECIMAL(19,4) ) AND ( kind <> 'bundle' OR available > 0 )",
			$table,
			...array_merge( $set->args, array( Clock::sql( $this->clock->now() ), $after, (int) $last, $shop_default->sql() ) )
		);
		$this->db->execute(
			"UPDATE %i SET low_at = CAST( %s AS DECIMAL(19,4) ) WHERE id > %d AND id <= %d AND low_stock_threshold IS NULL AND parent_low IS NULL AND rule_low IS NULL AND kind = 'bundle' AND available <= 0",
			$table,
			$shop_default->sql(),
			$after,
			(int) $last
		);
		return (int) $last;
	}
}
