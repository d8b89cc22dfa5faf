<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * How one item has sold, day by day: what a threshold is worked out from.
 */
final class ItemHistory {

	public function __construct( private readonly Db $db, private readonly Calendar $calendar, private readonly DailySums $sums ) {}

	/**
	 * @param int $days So many, today the last.
	 * @return array{from: string, to: string, days: list<array{day: string, sold: Quantity, closing: Quantity}>} Days of the shop's calendar on which it moved; `from` is not before its first movement.
	 */
	public function of( int $item_id, int $days ): array {
		$this->sums->today();
		$today = $this->calendar->today();
		$rows  = $this->db->rows(
			'SELECT day, sold, closing FROM %i WHERE item_id = %d AND day >= %s ORDER BY day',
			$this->db->table( 'item_days' ),
			$item_id,
			Calendar::shift( $today, 1 - $days )
		);
		$moved = array_map(
			static fn( array $row ): array => array(
				'day'     => substr( (string) $row['day'], 0, 10 ),
				'sold'    => Quantity::from_sql( $row['sold'] ),
				'closing' => Quantity::from_sql( $row['closing'] ),
			),
			$rows
		);
		return array(
			'from' => $this->is_older( $item_id, $today, $days ) ? Calendar::shift( $today, 1 - $days ) : $moved[0]['day'] ?? $today,
			'to'   => $today,
			'days' => $moved,
		);
	}

	private function is_older( int $item_id, string $today, int $days ): bool {
		return null !== $this->db->value( 'SELECT 1 FROM %i WHERE item_id = %d AND day < %s LIMIT 1', $this->db->table( 'item_days' ), $item_id, Calendar::shift( $today, 1 - $days ) );
	}
}
