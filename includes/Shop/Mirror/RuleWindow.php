<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Mirror;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Rule\ShopWindow;
use WooInventoryGuard\Stock\Quantity;

/**
 * Keeps WooCommerce's stock status in step when a rule allows or ends backorders: it is the status by which WooCommerce
 * lists, hides and sells. The product's own setting is left as its owner has left it; that backorders are allowed
 * WooCommerce hears when it asks (see Backordering).
 */
final class RuleWindow implements ShopWindow {

	/** @var array<int, string> Product id => the status it changed to. */
	private array $written = array();

	public function __construct( private readonly Db $db, private readonly LookupRow $lookup, private readonly ProductCaches $caches ) {}

	public function policy_changed( array $item_ids ): void {
		$rows = $this->db->rows(
			'SELECT product_id, on_hand, backorders FROM %i WHERE id IN (' . $this->db->marks( $item_ids ) . ") AND product_id IS NOT NULL AND tracked = 1 AND kind <> 'bundle' ORDER BY id FOR UPDATE",
			$this->db->table( 'items' ),
			...$item_ids
		);
		foreach ( $rows as $row ) {
			$on_hand = Quantity::from_sql( $row['on_hand'] );
			$status  = StockMirror::status( $on_hand, (string) $row['backorders'] );
			if ( 'instock' === $status ) {
				continue;
			}
			$this->lookup->write( (int) $row['product_id'], $on_hand, $status );
			if ( $this->lookup->write_status( (int) $row['product_id'], $status ) ) {
				$this->written[ (int) $row['product_id'] ] = $status;
			}
		}
	}

	public function show(): void {
		$written       = $this->written;
		$this->written = array();
		foreach ( $written as $product_id => $status ) {
			$this->caches->refresh( $product_id, $status );
		}
	}
}
