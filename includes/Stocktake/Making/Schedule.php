<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Making;

use WooInventoryGuard\Stocktake\Review\Goods;

/**
 * A row of `stocktake_schedules`: on its day it makes a stocktake.
 */
final class Schedule {

	public const EVERY = array( 'month', 'quarter', 'year', 'cycle' );

	private const MONTHS = array(
		'month'   => 1,
		'quarter' => 3,
		'year'    => 12,
	);

	/**
	 * @param 'month'|'quarter'|'year'|'cycle' $every
	 * @param string                           $next_on      A day of the shop's calendar.
	 * @param int                              $day          Of the month: the 31st is the last one of a shorter month.
	 * @param int                              $portion_days With cycle: from one portion to the next.
	 * @param array{A: int, B: int, C: int}    $times        With cycle: how often a year each class is counted.
	 * @param int                              $days_to_count From its beginning until it should be done.
	 * @param list<int>                        $counters
	 * @param int                              $version      One more with each change; 0 before it is kept.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $name,
		public readonly string $every,
		public readonly string $next_on,
		public readonly bool $active,
		public readonly int $day,
		public readonly int $portion_days,
		public readonly array $times,
		public readonly int $days_to_count,
		public readonly bool $blind,
		public readonly Goods $packing,
		public readonly int $location_id,
		public readonly Scope $scope,
		public readonly array $counters,
		public readonly Share $share,
		public readonly int $version = 0
	) {}

	/**
	 * @param array<string, string|null> $row
	 */
	public static function from_row( array $row ): self {
		$plan  = json_decode( (string) $row['plan'], true );
		$plan  = is_array( $plan ) ? $plan : array();
		$times = is_array( $plan['times'] ?? null ) ? $plan['times'] : array();
		$every = (string) $row['every'];
		return new self(
			(int) $row['id'],
			(string) $row['name'],
			in_array( $every, self::EVERY, true ) ? $every : 'month',
			(string) $row['next_on'],
			'1' === $row['active'],
			(int) ( $plan['day'] ?? 1 ),
			max( 1, (int) ( $plan['portion_days'] ?? 1 ) ),
			array(
				'A' => (int) ( $times['A'] ?? 4 ),
				'B' => (int) ( $times['B'] ?? 2 ),
				'C' => (int) ( $times['C'] ?? 1 ),
			),
			(int) ( $plan['days_to_count'] ?? 7 ),
			(bool) ( $plan['blind'] ?? true ),
			Goods::tryFrom( (string) ( $plan['packing'] ?? '' ) ) ?? Goods::Shelf,
			(int) ( $plan['location_id'] ?? 1 ),
			Scope::from_array( is_array( $plan['scope'] ?? null ) ? $plan['scope'] : array() ),
			array_values( array_filter( is_array( $plan['counters'] ?? null ) ? $plan['counters'] : array(), is_int( ... ) ) ),
			Share::tryFrom( (string) ( $plan['share'] ?? '' ) ) ?? Share::None,
			(int) $row['version']
		);
	}

	/**
	 * @return array<string, mixed> The column `plan`.
	 */
	public function plan(): array {
		return array(
			'day'           => $this->day,
			'portion_days'  => $this->portion_days,
			'times'         => $this->times,
			'days_to_count' => $this->days_to_count,
			'blind'         => $this->blind,
			'packing'       => $this->packing->value,
			'location_id'   => $this->location_id,
			'scope'         => $this->scope->to_array(),
			'counters'      => $this->counters,
			'share'         => $this->share->value,
		);
	}

	/**
	 * The first of its days after a given one: what was missed while nobody was there is not made up for.
	 */
	public function next_after( string $today ): string {
		$next = $this->next_on;
		while ( $next <= $today ) {
			$date = new \DateTimeImmutable( $next, new \DateTimeZone( 'UTC' ) );
			if ( 'cycle' === $this->every ) {
				$next = $date->modify( "+{$this->portion_days} days" )->format( 'Y-m-d' );
				continue;
			}
			$month = $date->modify( 'first day of this month' )->modify( '+' . self::MONTHS[ $this->every ] . ' months' );
			$next  = $month->format( 'Y-m-' ) . str_pad( (string) min( $this->day, (int) $month->format( 't' ) ), 2, '0', STR_PAD_LEFT );
		}
		return $next;
	}
}
