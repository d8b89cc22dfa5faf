<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shortfall;

use WooInventoryGuard\Platform\Db;

/**
 * The work list to look at: pages of it, and how many are on each.
 */
final class ShortfallList {

	/** Above this a count helps nobody, and costs. */
	private const MOST_COUNTED = 10_000;

	/** Whether units could be had now. Only a look: taking them decides. */
	private const READY = 's.active = 1 AND s.owed = 0 AND ROUND( i.available + i.allowance, 4 ) > 0';

	public function __construct( private readonly Db $db ) {}

	/**
	 * @param 'open'|'ready'|'closed' $state
	 * @param int                     $order_id 0 for all; so is the item.
	 * @return list<Shortfall> Oldest first while open, newest first of those that are closed.
	 */
	public function page( string $state, int $order_id, int $item_id, int $limit, int $offset ): array {
		$args = array( $this->db->table( 'shortfalls' ), $this->db->table( 'items' ), $order_id, $order_id, $item_id, $item_id, $limit, $offset );
		$rows = match ( $state ) {
			'closed' => $this->db->rows( 'SELECT s.* FROM %i s LEFT JOIN %i i ON i.id = s.item_id WHERE s.active IS NULL AND ( 0 = %d OR s.order_id = %d ) AND ( 0 = %d OR s.item_id = %d ) ORDER BY s.id DESC LIMIT %d OFFSET %d', ...$args ),
			'ready'  => $this->db->rows( 'SELECT s.* FROM %i s JOIN %i i ON i.id = s.item_id WHERE ' . self::READY . ' AND ( 0 = %d OR s.order_id = %d ) AND ( 0 = %d OR s.item_id = %d ) ORDER BY s.id LIMIT %d OFFSET %d', ...$args ),
			default  => $this->db->rows( 'SELECT s.* FROM %i s LEFT JOIN %i i ON i.id = s.item_id WHERE s.active = 1 AND ( 0 = %d OR s.order_id = %d ) AND ( 0 = %d OR s.item_id = %d ) ORDER BY s.id LIMIT %d OFFSET %d', ...$args ),
		};
		return array_map( Shortfall::from_row( ... ), $rows );
	}

	/**
	 * @return array{open: int, ready: int, closed: int}
	 */
	public function counts( int $order_id = 0, int $item_id = 0 ): array {
		$list = $this->db->table( 'shortfalls' );
		$args = array( $order_id, $order_id, $item_id, $item_id, self::MOST_COUNTED );
		return array(
			'open'   => (int) $this->db->value( 'SELECT COUNT(*) FROM ( SELECT 1 AS one FROM %i s WHERE s.active = 1 AND ( 0 = %d OR s.order_id = %d ) AND ( 0 = %d OR s.item_id = %d ) LIMIT %d ) AS some', $list, ...$args ),
			'ready'  => (int) $this->db->value( 'SELECT COUNT(*) FROM ( SELECT 1 AS one FROM %i s JOIN %i i ON i.id = s.item_id WHERE ' . self::READY . ' AND ( 0 = %d OR s.order_id = %d ) AND ( 0 = %d OR s.item_id = %d ) LIMIT %d ) AS some', $list, $this->db->table( 'items' ), ...$args ),
			'closed' => (int) $this->db->value( 'SELECT COUNT(*) FROM ( SELECT 1 AS one FROM %i s WHERE s.active IS NULL AND ( 0 = %d OR s.order_id = %d ) AND ( 0 = %d OR s.item_id = %d ) LIMIT %d ) AS some', $list, ...$args ),
		);
	}
}
