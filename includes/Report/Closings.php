<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Platform\Db;

/**
 * What the shop held at the end of each day. A day on which somebody looked keeps what was seen, at the costs and prices
 * of that day; the others are reckoned back from the next day that is known, less what moved on it.
 */
final class Closings {

	public function __construct( private readonly Db $db, private readonly Calendar $calendar, private readonly Valuation $valuation ) {}

	/**
	 * @param string $from First day; days before anything was known are left out.
	 * @return array<string, array{totals: Totals, reckoned: bool}> By day, oldest first, up to today.
	 */
	public function since( string $from ): array {
		$today = $this->calendar->today();
		$rows  = array();
		foreach ( $this->db->rows( 'SELECT day, units, value_cost, value_average, value_price, items, items_out, looked_at, ' . Valuation::MOVED . ' FROM %i WHERE day >= %s ORDER BY day', $this->db->table( 'shop_days' ), $from ) as $row ) {
			$rows[ substr( (string) $row['day'], 0, 10 ) ] = $row;
		}
		$first = array_key_first( $rows );
		$known = $this->valuation->now();
		$found = array(
			$today => array(
				'totals'   => $known,
				'reckoned' => false,
			),
		);
		for ( $day = $today; null !== $first && $day > $first; ) {
			$known    = Valuation::before( $known, $rows[ $day ] ?? array() );
			$day      = Calendar::shift( $day, -1 );
			$seen     = $rows[ $day ] ?? array();
			$reckoned = null === ( $seen['looked_at'] ?? null );
			$known    = $reckoned ? $known : Valuation::of_row( $seen );

			$found[ $day ] = array(
				'totals'   => $known,
				'reckoned' => $reckoned,
			);
		}
		return array_reverse( $found );
	}
}
