<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Mirror;

use WooInventoryGuard\Backup\ShopStock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Shop\Following\Follow;
use WooInventoryGuard\Shop\Following\Import;
use WooInventoryGuard\Shop\Following\ItemRows;
use WooInventoryGuard\Shop\Product\Products;
use WooInventoryGuard\Stock\Quantity;

/**
 * What WooCommerce has lost of its numbers, and what its orders remember.
 */
final class LostStock implements ShopStock {

	private const AT_ONCE = 250;
	private const SECONDS = 15.0;

	/** Notes of orders that are read, newest first. */
	private const NOTES = 5_000;

	/** As WooCommerce writes into an order what it took: "Tea (TEA-1) 10→9", or (#12) without an SKU. */
	private const TAKEN = '/\((#?[^()]{1,100})\) -?[\d.]+(?:→|&rarr;)(-?[\d.]+)/u';

	public function __construct( private readonly Db $db, private readonly Follow $follow, private readonly Import $import ) {}

	public function lost(): int {
		return (int) $this->db->value(
			'SELECT COUNT(*) FROM %i i JOIN %i l ON l.item_id = i.id AND l.location_id = %d AND l.seq > 0
			WHERE i.tracked = 1 AND i.kind <> %s AND i.product_id IS NOT NULL AND NOT EXISTS ( SELECT 1 FROM %i m WHERE m.post_id = i.product_id AND m.meta_key = %s )',
			...array( $this->db->table( 'items' ), $this->db->table( 'levels' ), ItemRows::LOCATION, 'bundle', $this->db->wp_table( 'postmeta' ), '_stock' )
		);
	}

	public function write_back(): int {
		$until = microtime( true ) + self::SECONDS;
		$done  = 0;
		$after = 0;
		do {
			$rows = $this->db->rows(
				'SELECT i.id, i.product_id FROM %i i WHERE i.id > %d AND i.tracked = 1 AND i.kind <> %s AND i.product_id IS NOT NULL
					AND NOT EXISTS ( SELECT 1 FROM %i m WHERE m.post_id = i.product_id AND m.meta_key = %s ) ORDER BY i.id LIMIT %d',
				...array( $this->db->table( 'items' ), $after, 'bundle', $this->db->wp_table( 'postmeta' ), '_stock', self::AT_ONCE )
			);
			if ( array() !== $rows ) {
				$after = (int) $rows[ count( $rows ) - 1 ]['id'];
				$this->follow->products( array_map( static fn( array $row ): int => (int) $row['product_id'], $rows ) );
				$done += count( $rows );
			}
		} while ( array() !== $rows && microtime( true ) < $until );
		return $done;
	}

	public function look_at_all(): void {
		$this->import->restart();
		$this->import->work();
	}

	public function estimates(): array {
		$rows  = $this->db->rows(
			"SELECT i.id, i.product_id, i.sku, i.name, i.on_hand FROM %i i JOIN %i m ON m.item_id = i.id AND m.location_id = %d AND m.seq = 1 AND m.delta = 0 AND m.reason = 'opening'
			WHERE i.tracked = 1 AND i.product_id IS NOT NULL AND i.kind <> 'bundle' AND i.on_hand <= 0
				AND NOT EXISTS ( SELECT 1 FROM %i c WHERE c.item_id = i.id AND c.delta > 0 ) ORDER BY i.id LIMIT 500",
			$this->db->table( 'items' ),
			$this->db->table( 'movements' ),
			ItemRows::LOCATION,
			$this->db->table( 'movements' )
		);
		$known = array() === $rows ? array() : $this->remembered();
		$found = array();
		foreach ( $rows as $row ) {
			$last     = $known[ (string) $row['sku'] ] ?? $known[ '#' . $row['product_id'] ] ?? null;
			$on_hand  = Quantity::from_sql( $row['on_hand'] );
			$estimate = null === $last ? Quantity::zero() : $last['left']->plus( $on_hand );
			if ( null !== $last && $estimate->is_positive() ) {
				$found[] = array(
					'item_id'  => (int) $row['id'],
					'name'     => (string) $row['name'],
					'on_hand'  => $on_hand,
					'estimate' => $estimate,
					'at'       => $last['at'],
					'order_id' => $last['order'],
				);
			}
		}
		return $found;
	}

	/**
	 * What was left of a product when an order last took some.
	 *
	 * @return array<string, array{left: Quantity, at: string, order: int}> By SKU, or "#" and the number of the product.
	 */
	private function remembered(): array {
		$known = array();
		$rows  = $this->db->rows(
			"SELECT comment_post_ID AS post, comment_content AS text, comment_date_gmt AS at FROM %i WHERE comment_type = 'order_note' AND ( comment_content LIKE %s OR comment_content LIKE %s ) ORDER BY comment_ID DESC LIMIT %d",
			$this->db->wp_table( 'comments' ),
			'%→%',
			'%&rarr;%',
			self::NOTES
		);
		foreach ( $rows as $row ) {
			preg_match_all( self::TAKEN, (string) $row['text'], $taken, PREG_SET_ORDER );
			foreach ( $taken as list( , $code, $left ) ) {
				$known[ $code ] ??= array(
					'left'  => Products::quantity( $left ) ?? Quantity::zero(),
					'at'    => (string) $row['at'],
					'order' => (int) $row['post'],
				);
			}
		}
		return $known;
	}
}
