<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Writing;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Rules;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * The rows of items that are made, by one statement, with what they say themselves. Search terms and levels come after it.
 */
final class NewRows {

	/**
	 * @param \Closure(): Quantity $default_low The shop's low stock threshold.
	 */
	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly \Closure $default_low ) {}

	/**
	 * @param non-empty-array<int, NewItem> $items
	 * @param array<int, ItemChanges>       $says  Fields beside those of NewItem, by place in the list. No times: pre-orders have jobs of their own.
	 * @throws \WooInventoryGuard\Platform\DuplicateKey When one has the SKU or barcode of another: none is there then.
	 */
	public function insert( array $items, array $says = array() ): void {
		$now    = Clock::sql( $this->clock->now() );
		$shop   = ( $this->default_low )();
		$values = array();
		foreach ( $items as $place => $item ) {
			array_push( $values, ...self::values( $item, $says[ $place ] ?? new ItemChanges(), $shop ), ...array( $now, $now ) );
		}
		$this->db->execute(
			'INSERT INTO %i (kind, sku, barcode, name, category, low_stock_threshold, low_at, backorders, own_backorders, backorder_limit, own_limit, backorder_text, own_text, allowance, safety_stock, unit_cost, supplier, bin, lead_time_days, status, created_at, updated_at) VALUES '
			. $this->db->marks(
				array_keys( $items ),
				"(%s,NULLIF(%s,''),NULLIF(%s,''),%s,%s,CAST(NULLIF(%s,'') AS DECIMAL(19,4)),CAST(%s AS DECIMAL(19,4)),%s,NULLIF(%s,''),CAST(NULLIF(%s,'') AS DECIMAL(19,4)),CAST(NULLIF(%s,'') AS DECIMAL(19,4)),%s,%s,CAST(%s AS DECIMAL(19,4)),CAST(%s AS DECIMAL(19,4)),CAST(NULLIF(%s,'') AS DECIMAL(19,4)),%s,%s,NULLIF(%d,-1),%d,%s,%s)"
			),
			$this->db->table( 'items' ),
			...$values
		);
	}

	/**
	 * What may be inherited counts as it is said, since no rule has spoken yet (see Inherited).
	 *
	 * @return list<string|int>
	 */
	private static function values( NewItem $item, ItemChanges $says, Quantity $shop ): array {
		$low    = $item->low_stock_threshold ?? $says->quantity( 'low_stock_threshold' );
		$low_at = $low ?? $shop;
		$own    = Backorders::No === $item->backorders ? $says->policy_value() : $item->backorders->value;
		$policy = null === $own ? Backorders::No : Backorders::from( $own );
		$limit  = $item->backorder_limit ?? $says->quantity( 'backorder_limit' );
		$text   = $says->text( 'backorder_text' ) ?? '';
		return array(
			$item->kind->value,
			$item->sku,
			$item->barcode,
			$item->name,
			$item->category,
			self::sql( $low ),
			$low_at->sql(),
			$policy->value,
			$own ?? '',
			self::sql( $limit ),
			self::sql( $limit ),
			$text,
			$text,
			$policy->allowance( $limit )->sql(),
			( $says->quantity( 'safety_stock' ) ?? Quantity::zero() )->sql(),
			self::sql( $says->quantity( 'unit_cost' ) ),
			$says->text( 'supplier' ) ?? '',
			$says->text( 'bin' ) ?? '',
			$says->lead_time_days() ?? -1,
			Rules::status_of( true, Quantity::zero(), $low_at, Backorders::No !== $policy )->value,
		);
	}

	private static function sql( ?Quantity $quantity ): string {
		return null === $quantity ? '' : $quantity->sql();
	}
}
