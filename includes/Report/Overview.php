<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * The figures of a period, from a row a day.
 */
final class Overview {

	private const COLUMNS = array( 'sold', 'returned', 'received', 'lost', 'other' );

	public function __construct(
		private readonly Db $db,
		private readonly Calendar $calendar,
		private readonly DailySums $sums,
		private readonly Speeds $speeds,
		private readonly Closings $closings
	) {}

	/**
	 * Brings up to now what a page is about to show, as far as that is quickly done.
	 */
	public function freshen(): void {
		$this->sums->today();
		$this->speeds->renew_if_few();
	}

	public function calendar(): Calendar {
		return $this->calendar;
	}

	/**
	 * Whether every day is added up. For some minutes after the first start, and after a long time without the job, not
	 * all of them are.
	 */
	public function is_complete(): bool {
		return array() === array_diff( $this->sums->due(), array( $this->calendar->today(), Calendar::shift( $this->calendar->today(), -1 ) ) );
	}

	/**
	 * @return array<string, array{now: Quantity|float|null, before: Quantity|float|null}> By figure: in the period, and in
	 *         the one before; null where nothing is known.
	 */
	public function figures( Period $period ): array {
		$before = $period->before();
		$ends   = $this->closings->since( Calendar::shift( $before->from, -1 ) );
		$at     = static fn( string $day ): ?Totals => ( $ends[ $day ] ?? null )['totals'] ?? null;
		$begin  = $at( Calendar::shift( $before->from, -1 ) );
		$now    = self::of( $at( $period->to ), $at( $before->to ), $this->flow( $period ) );
		$then   = self::of( $at( $before->to ), $begin, $this->flow( $before ) );
		$pairs  = array();
		foreach ( $now as $name => $value ) {
			$pairs[ $name ] = array(
				'now'    => $value,
				'before' => $then[ $name ],
			);
		}
		return $pairs;
	}

	/**
	 * @return array<string, Quantity|float|null>
	 */
	private static function of( ?Totals $end, ?Totals $begin, Flow $flow ): array {
		$known = $flow->days > 0;
		return array(
			'value_cost'    => $end?->cost,
			'value_average' => $end?->average,
			'value_price'   => $end?->price,
			'units'         => $end?->units,
			'out_rate'      => $end?->out_rate(),
			'cover_days'    => null === $end ? null : $flow->cover_days( $end ),
			'sell_through'  => $known ? $flow->sell_through( $begin ) : null,
			'sold'          => $known ? $flow->sold : null,
			'lost_units'    => $known ? $flow->lost_units : null,
			'lost_sales'    => $known ? $flow->lost_sales : null,
		);
	}

	/**
	 * @return list<array<string, string|Quantity>> Every day of the period: day, sold, returned, received, lost, other.
	 */
	public function movements( Period $period ): array {
		$rows = array();
		foreach ( $this->db->rows( 'SELECT day, sold, returned, received, lost, other FROM %i WHERE day >= %s AND day <= %s', $this->db->table( 'shop_days' ), $period->from, $period->to ) as $row ) {
			$rows[ substr( (string) $row['day'], 0, 10 ) ] = $row;
		}
		$days = array();
		foreach ( Calendar::days( $period->from, $period->to ) as $day ) {
			$days[] = array( 'day' => $day ) + array_map( static fn( string $column ): Quantity => Quantity::from_sql( $rows[ $day ][ $column ] ?? null ), array_combine( self::COLUMNS, self::COLUMNS ) );
		}
		return $days;
	}

	/**
	 * @return array<string, array{totals: Totals, reckoned: bool}> By day; days of which nothing is known are left out.
	 */
	public function values( Period $period ): array {
		return array_filter( $this->closings->since( $period->from ), static fn( string $day ): bool => $day >= $period->from && $day <= $period->to, ARRAY_FILTER_USE_KEY );
	}

	private function flow( Period $period ): Flow {
		$row = $this->db->row(
			'SELECT SUM( sold ) AS sold, SUM( returned ) AS returned, SUM( received ) AS received, SUM( sold_cost ) AS sold_cost, SUM( lost_units ) AS lost_units, SUM( lost_sales ) AS lost_sales,
				SUM( moved_units - returned - received - other + sold + lost ) AS opened, COUNT(*) AS days
			FROM %i WHERE day >= %s AND day <= %s',
			$this->db->table( 'shop_days' ),
			$period->from,
			$period->to
		) ?? array();
		$sum = static fn( string $name ): Quantity => Quantity::from_sql( $row[ $name ] ?? null );
		return new Flow( $sum( 'sold' )->minus( $sum( 'returned' ) ), $sum( 'sold_cost' ), $sum( 'received' ), $sum( 'opened' ), $sum( 'lost_units' ), $sum( 'lost_sales' ), (int) ( $row['days'] ?? 0 ) );
	}
}
