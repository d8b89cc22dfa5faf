<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Level\Levels;

/**
 * Ends pre-orders whose day has come: from then on the policy for backorders says what may be sold beyond stock. What
 * was sold until then stays sold.
 */
final class Preorders {

	/** The next day on which one ends, as a Unix time; 0 for none. Nobody looks through the items before. */
	public const OPTION = 'woo_inventory_guard_next_preorder';

	private const AT_ONCE = 50;

	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly Levels $levels ) {}

	/**
	 * The job's part.
	 */
	public function end_due(): void {
		$next = (int) get_option( self::OPTION, 0 );
		if ( 0 === $next || $next > $this->clock->now()->getTimestamp() ) {
			return;
		}
		foreach ( $this->due() as $id ) {
			$this->db->transaction( fn() => $this->end( $id ) );
		}
		$this->plan();
	}

	/**
	 * Notes when the next one ends.
	 */
	public function plan(): void {
		$next = $this->db->value( 'SELECT MIN( available_from ) FROM %i WHERE available_from > %s', $this->db->table( 'items' ), Clock::sql( $this->clock->now() ) );
		$at   = array() === $this->due() ? Clock::from_sql( $next )?->getTimestamp() ?? 0 : 1;
		update_option( self::OPTION, (string) $at, false );
	}

	/**
	 * @return list<int>
	 */
	private function due(): array {
		$now  = $this->clock->now();
		$rule = Rules::present_allowance( $now );
		$ids  = $this->db->column(
			'SELECT id FROM %i WHERE available_from <= %s AND allowance <> ' . $rule->sql . ' ORDER BY id LIMIT %d',
			$this->db->table( 'items' ),
			Clock::sql( $now ),
			...array( ...$rule->args, self::AT_ONCE )
		);
		return array_map( 'intval', $ids );
	}

	private function end( int $id ): void {
		$now = $this->clock->now();
		// Levels before the item, as every writer locks them.
		$this->db->rows( 'SELECT location_id FROM %i WHERE item_id = %d FOR UPDATE', $this->db->table( 'levels' ), $id );
		$set = Clause::of( 'allowance = %%, version = version + 1, updated_at = %%', Rules::present_allowance( $now ), new Clause( '%s', Clock::sql( $now ) ) );
		$this->db->execute( 'UPDATE %i SET ' . $set->sql . ' WHERE id = %d', $this->db->table( 'items' ), ...array( ...$set->args, $id ) );
		foreach ( $this->db->column( 'SELECT location_id FROM %i WHERE item_id = %d', $this->db->table( 'levels' ), $id ) as $location ) {
			$this->levels->note_owed( $id, (int) $location );
		}
	}
}
