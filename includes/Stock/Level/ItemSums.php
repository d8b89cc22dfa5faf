<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Level;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * The sums of many items follow their levels: what Levels does for one item, by one statement for a hundred.
 */
final class ItemSums {

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * To be called in the transaction that has changed the levels. Status comes first, while the other columns still have
	 * their old values.
	 *
	 * @param non-empty-array<int, Quantity> $changes What on hand changed by, of items whose stock is counted; at most ByItem::AT_ONCE.
	 */
	public function add( array $changes ): void {
		$ids                = array_keys( $changes );
		list( $by, $units ) = ByItem::amount( $changes, 'id' );
		$this->db->execute(
			"UPDATE %i SET
				status = CASE
					WHEN ROUND( available + {$by} * 0.0001, 4 ) <= 0 THEN CASE backorders WHEN 'no' THEN 0 ELSE 2 END
					WHEN ROUND( available + {$by} * 0.0001, 4 ) <= low_at THEN 1
					ELSE 3 END,
				available = ROUND( available + {$by} * 0.0001, 4 ),
				on_hand = ROUND( on_hand + {$by} * 0.0001, 4 ),
				version = version + 1,
				updated_at = %s
			WHERE id IN (" . $this->db->marks( $ids ) . ')',
			$this->db->table( 'items' ),
			...array( ...$units, ...$units, ...$units, ...$units, Clock::sql( $this->clock->now() ), ...$ids )
		);
	}
}
