<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * What went in a period without being sold, by reason: losses (see Column), and what counts and corrections found or
 * missed. Sales, returns, receipts and first counts are left out.
 *
 * Read from the ledger itself, one reason after another along the key reason_time: it costs as many lines as were lost
 * or corrected in the period, and none of the sales, however many there are.
 */
final class Shrinkage {

	public function __construct( private readonly Db $db, private readonly Calendar $calendar ) {}

	/**
	 * Units and cost are positive where stock went, negative where more was found than missed. Cost is at today's costs;
	 * items without a cost count as nothing in it. Of the same items as StockOnDate.
	 *
	 * @return list<array{reason: string, lines: int, items: int, units: Quantity, cost: Quantity}> What cost most first.
	 */
	public function by_reason( Period $period ): array {
		$from = Clock::sql( $this->calendar->begin_of( $period->from ) );
		$to   = Clock::sql( $this->calendar->begin_of( Calendar::shift( $period->to, 1 ) ) );
		$sums = array();
		foreach ( $this->reasons() as $reason ) {
			$sum = $this->of_reason( $reason, $from, $to );
			if ( null !== $sum ) {
				$sums[] = $sum;
			}
		}
		usort( $sums, static fn( array $one, array $two ): int => array( $two['cost']->units, $two['units']->units, $one['reason'] ) <=> array( $one['cost']->units, $one['units']->units, $two['reason'] ) );
		return $sums;
	}

	/**
	 * @return list<string> All that the ledger knows: the key is skipped through, a look-up a reason.
	 */
	private function reasons(): array {
		$reasons = array_map( 'strval', $this->db->column( 'SELECT DISTINCT reason FROM %i', $this->db->table( 'movements' ) ) );
		return array_values( array_filter( $reasons, static fn( string $reason ): bool => in_array( Column::of( $reason ), array( Column::Lost, Column::Other ), true ) ) );
	}

	/**
	 * @return array{reason: string, lines: int, items: int, units: Quantity, cost: Quantity}|null
	 */
	private function of_reason( string $reason, string $from, string $to ): ?array {
		$row   = $this->db->row(
			"SELECT COUNT(*) AS items, SUM( d.moves ) AS moves, SUM( d.delta ) AS units, SUM( ROUND( d.delta * COALESCE( i.unit_cost, 0 ), 4 ) ) AS cost
			FROM ( SELECT item_id, SUM( stands_for ) AS moves, SUM( delta ) AS delta FROM %i WHERE reason = %s AND created_at >= %s AND created_at < %s GROUP BY item_id ) d
			JOIN %i i ON i.id = d.item_id WHERE i.tracked = 1 AND i.kind IN ('simple', 'variation', 'variable', 'part')",
			$this->db->table( 'movements' ),
			$reason,
			$from,
			$to,
			$this->db->table( 'items' )
		) ?? array();
		$items = (int) ( $row['items'] ?? 0 );
		return 0 === $items ? null : array(
			'reason' => $reason,
			'lines'  => (int) ( $row['moves'] ?? 0 ),
			'items'  => $items,
			'units'  => Quantity::from_sql( $row['units'] ?? null )->negated(),
			'cost'   => Quantity::from_sql( $row['cost'] ?? null )->negated(),
		);
	}
}
