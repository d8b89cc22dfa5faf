<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Mirror;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DbError;
use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Shop\Following\Follow;
use WooInventoryGuard\Shop\Product\Products;
use WooInventoryGuard\Shop\Writers\Origin;

/**
 * Goes round all products in bounded portions and brings into the books what no hook has told of: numbers written with
 * bare SQL, products made or deleted that way.
 */
final class Reconcile {

	/** The product id that the round has come to. */
	public const OPTION = 'woo_inventory_guard_reconcile';

	private const PORTION = 500;

	public function __construct(
		private readonly Db $db,
		private readonly Products $products,
		private readonly Follow $follow,
		private readonly Origin $origin
	) {}

	/**
	 * For the job of every minute: some portions, so that a shop of 100,000 products is gone round in about half an hour.
	 *
	 * @param int $seconds How long it may work; at least one portion.
	 */
	public function work( int $seconds ): void {
		$until = microtime( true ) + $seconds;
		$from  = get_option( self::OPTION, 0 );
		$last  = is_numeric( $from ) ? (int) $from : 0;
		try {
			do {
				$last = $this->portion( $last );
			} while ( 0 !== $last && microtime( true ) < $until );
		} catch ( DbError $error ) {
			Log::error( 'The comparison with WooCommerce stopped for a moment.', $error );
		}
		update_option( self::OPTION, $last, false );
	}

	/**
	 * @return int The product id to go on from, 0 when all have been looked at.
	 */
	public function portion( int $after ): int {
		$ids  = $this->products->ids_after( $after, self::PORTION );
		$last = count( $ids ) < self::PORTION ? PHP_INT_MAX : max( $ids );
		foreach ( $this->gone( $after, $last ) as $row ) {
			if ( null === $row['post_status'] ) {
				$this->follow->forget( (int) $row['id'] );
			} else {
				$this->follow->saved( (int) $row['product_id'] );
			}
		}
		if ( array() !== $ids ) {
			$this->follow->products( $ids, $this->origin->unseen() );
		}
		return PHP_INT_MAX === $last ? 0 : $last;
	}

	/**
	 * Items whose product is no longer there, or in the trash and still counted.
	 *
	 * @return list<array<string, string|null>>
	 */
	private function gone( int $after, int $last ): array {
		return $this->db->rows(
			"SELECT i.id, i.product_id, p.post_status FROM %i i LEFT JOIN %i p ON p.ID = i.product_id
			WHERE i.product_id > %d AND i.product_id <= %d AND ( p.ID IS NULL OR ( p.post_status = 'trash' AND i.tracked = 1 AND i.kind <> 'bundle' ) )",
			$this->db->table( 'items' ),
			$this->db->wp_table( 'posts' ),
			$after,
			$last
		);
	}
}
