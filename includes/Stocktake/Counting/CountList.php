<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Counting;

use WooInventoryGuard\Platform\Db;

/**
 * Counts as they came in, for telling.
 */
final class CountList {

	public function __construct( private readonly Db $db ) {}

	/**
	 * @param int $item_id Only of this item; 0 for all.
	 * @param int $counter Only this person's; 0 for all.
	 * @return list<array<string, string|null>> Rows of `stocktake_counts`, in the order in which they came in.
	 */
	public function after( int $id, int $after, int $limit, int $item_id = 0, int $counter = 0 ): array {
		return $this->db->rows(
			'SELECT * FROM %i WHERE stocktake_id = %d AND id > %d AND ( 0 = %d OR item_id = %d ) AND ( 0 = %d OR counter_id = %d ) ORDER BY id LIMIT %d',
			$this->db->table( 'stocktake_counts' ),
			$id,
			$after,
			$item_id,
			$item_id,
			$counter,
			$counter,
			$limit
		);
	}
}
