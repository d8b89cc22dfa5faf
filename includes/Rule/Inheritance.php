<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rule;

use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Catalog\Bundle\DerivedBundles;
use WooInventoryGuard\Catalog\Inherited;
use WooInventoryGuard\Catalog\Rules;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Level\Levels;
use WooInventoryGuard\Stock\Quantity;

/**
 * Writes what rules say into the rows of items, with what follows from it, for some hundreds of items at a time. To be
 * called in a transaction that has its Turn: nobody else then writes the columns that it compares. What an item says
 * itself is read by the statements that write, never before them, so an edit at the same moment is not lost.
 *
 * A rule may leave an item with less allowed than is promised already, as WooCommerce may: that is noted as owed, and
 * nothing more is sold.
 */
final class Inheritance {

	private const COLUMNS = 'id, kind, parent_id, low_rule, backorders_rule, limit_rule, text_rule, rule_low, rule_backorders, rule_limit, rule_text';

	private ?ShopWindow $window = null;

	/**
	 * @param \Closure(): Quantity $default_low The shop's low stock threshold.
	 */
	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly Matching $matching,
		private readonly Levels $levels,
		private readonly DerivedBundles $derived,
		private readonly \Closure $default_low
	) {}

	public function show_in( ShopWindow $window ): void {
		$this->window = $window;
	}

	/**
	 * @param list<int> $ids A few hundred at most.
	 * @return int How many rows said something else.
	 */
	public function apply( array $ids ): int {
		if ( array() === $ids ) {
			return 0;
		}
		$rows   = $this->db->rows( 'SELECT ' . self::COLUMNS . ' FROM %i WHERE id IN (' . $this->db->marks( $ids ) . ') ORDER BY id' . $this->db->newest(), $this->db->table( 'items' ), ...$ids );
		$spoken = $this->matching->spoken( $rows );
		$groups = array();
		$policy = array();
		$other  = array();
		foreach ( $rows as $row ) {
			$id = (int) $row['id'];
			if ( $spoken[ $id ]->is_in( $row ) ) {
				continue;
			}
			$other[]                           = $id;
			$groups[ $spoken[ $id ]->key() ][] = $id;
			if ( $spoken[ $id ]->changes_policy( $row ) ) {
				$policy[] = $id;
			}
		}
		$this->lock_levels( $policy );
		foreach ( $groups as $some ) {
			$this->write( $spoken[ $some[0] ], $some );
		}
		$this->after_policy( $policy );
		if ( array() !== $other ) {
			$this->db->after_commit( fn() => $this->tell( $other, $policy ) );
		}
		return count( $other );
	}

	/**
	 * @param non-empty-list<int> $ids
	 */
	private function write( Spoken $spoken, array $ids ): void {
		$low        = Clause::quantity( $spoken->low?->low );
		$backorders = Clause::optional_text( (string) $spoken->backorders?->backorders?->value );
		$limit      = Clause::quantity( $spoken->limit?->limit );
		$text       = Clause::optional_text( (string) $spoken->text?->text );
		$low_at     = Inherited::low_at( new Clause( 'low_stock_threshold' ), new Clause( 'parent_low' ), $low, ( $this->default_low )() );
		$policy     = Inherited::backorders( new Clause( 'own_backorders' ), $backorders );
		$most       = Inherited::limit( new Clause( 'own_limit' ), $limit );
		$now        = $this->clock->now();
		$set        = Clause::of(
			// A bundle that is at zero is out or on backorder by its components, which its threshold does not change.
			"status = CASE WHEN kind = 'bundle' AND available <= 0 THEN status ELSE %% END, low_at = %%, allowance = %%, backorders = %%, backorder_limit = %%, backorder_text = %%,
			rule_low = %%, rule_backorders = %%, rule_limit = %%, rule_text = %%, low_rule = %%, backorders_rule = %%, limit_rule = %%, text_rule = %%, version = version + 1, updated_at = %%",
			Rules::status( new Clause( 'tracked' ), $low_at, $policy ),
			$low_at,
			Rules::allowance( $policy, $most, new Clause( 'available_from' ), new Clause( 'preorder_limit' ), $now ),
			$policy,
			$most,
			Inherited::text( new Clause( 'own_text' ), $text ),
			$low,
			$backorders,
			$limit,
			$text,
			self::id( $spoken->low ),
			self::id( $spoken->backorders ),
			self::id( $spoken->limit ),
			self::id( $spoken->text ),
			new Clause( '%s', Clock::sql( $now ) )
		);
		$this->db->execute( 'UPDATE %i SET ' . $set->sql . ' WHERE id IN (' . $this->db->marks( $ids ) . ')', $this->db->table( 'items' ), ...array( ...$set->args, ...$ids ) );
	}

	/**
	 * Levels before the items, as every writer locks them.
	 *
	 * @param list<int> $ids
	 */
	private function lock_levels( array $ids ): void {
		if ( array() !== $ids ) {
			$this->db->rows( 'SELECT location_id FROM %i WHERE item_id IN (' . $this->db->marks( $ids ) . ') ORDER BY item_id, location_id FOR UPDATE', $this->db->table( 'levels' ), ...$ids );
		}
	}

	/**
	 * @param list<int> $ids Whose policy or limit has changed.
	 */
	private function after_policy( array $ids ): void {
		if ( array() === $ids ) {
			return;
		}
		$short = $this->db->rows(
			'SELECT l.item_id, l.location_id FROM %i l JOIN %i i ON i.id = l.item_id
			WHERE l.item_id IN (' . $this->db->marks( $ids ) . ') AND ROUND( l.on_hand - l.reserved + l.owed + i.allowance, 4 ) < 0 ORDER BY l.item_id, l.location_id FOR UPDATE',
			$this->db->table( 'levels' ),
			$this->db->table( 'items' ),
			...$ids
		);
		foreach ( $short as $level ) {
			$this->levels->note_owed( (int) $level['item_id'], (int) $level['location_id'] );
		}
		$this->window?->policy_changed( $ids );
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @param list<int>           $policy Those of them whose policy or limit has changed.
	 */
	private function tell( array $ids, array $policy ): void {
		if ( array() !== $policy ) {
			$this->window?->show();
		}
		$this->derived->items_changed( $ids );
	}

	private static function id( ?Rule $rule ): Clause {
		return null === $rule ? new Clause( 'NULL' ) : new Clause( '%d', $rule->id );
	}
}
