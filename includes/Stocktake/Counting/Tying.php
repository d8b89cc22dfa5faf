<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Counting;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stocktake\Stocktake;

/**
 * Ties a code that nobody knew to an item, and gives the item what was counted under it in a stocktake.
 */
final class Tying {

	public function __construct( private readonly Db $db, private readonly Codes $codes, private readonly Counts $counts, private readonly Tags $tags ) {}

	/**
	 * @return bool False when the code stands for another item already.
	 */
	public function tie( Stocktake $stocktake, string $code, int $item_id, int $actor ): bool {
		if ( ! $this->codes->tie( $code, $item_id, $actor ) ) {
			return false;
		}
		// Where it is over, the code is tied for the next one.
		$this->db->transaction(
			function () use ( $stocktake, $code, $item_id ): void {
				if ( $this->counts->takes( $stocktake ) ) {
					$this->counts->name( $stocktake->id, $code, $item_id );
					$this->tags->name( $stocktake->id, $code, $item_id );
				}
			}
		);
		return true;
	}
}
