<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Report;

use WooInventoryGuard\Report\Calendar;
use WooInventoryGuard\Report\Column;
use WooInventoryGuard\Report\Period;

/**
 * A plain list of what happened, and every figure counted anew from it: slow, and too simple to be wrong. Numbers are
 * whole ten-thousandths, so that nothing is rounded.
 */
final class PlainHistory {

	/** @var list<array{day: string, item: int, reason: string, delta: int}> */
	public array $moves = array();

	public function note( string $day, int $item, string $reason, int $delta ): void {
		$this->moves[] = compact( 'day', 'item', 'reason', 'delta' );
	}

	/**
	 * @param callable( array{day: string, item: int, reason: string, delta: int} ): bool $which
	 */
	public function sum( callable $which ): int {
		return (int) array_sum( array_column( array_filter( $this->moves, $which ), 'delta' ) );
	}

	public function balance( int $item, string $until = '9999-12-31' ): int {
		return $this->sum( static fn ( array $made ): bool => $made['item'] === $item && $made['day'] <= $until );
	}

	/**
	 * @param int|null $item Null for all of them.
	 */
	public function moved( ?int $item, Period $period, Column ...$columns ): int {
		return $this->sum( static fn ( array $made ): bool => ( null === $item || $made['item'] === $item ) && $made['day'] >= $period->from && $made['day'] <= $period->to && in_array( Column::of( $made['reason'] ), $columns, true ) );
	}

	public function sold( ?int $item, Period $period ): int {
		return -$this->moved( $item, $period, Column::Sold, Column::Returned );
	}

	/**
	 * Days on which an item was known, none was left at the end and none was sold; none for what does not sell.
	 *
	 * @return list<string>
	 */
	public function days_out( int $item, Period $period ): array {
		$first = min( array_column( array_filter( $this->moves, static fn ( array $made ): bool => $made['item'] === $item ), 'day' ) );
		return $this->sold( $item, $period ) <= 0 ? array() : array_values(
			array_filter(
				Calendar::days( max( $first, $period->from ), $period->to ),
				fn ( string $day ): bool => $this->balance( $item, $day ) <= 0 && 0 === $this->moved( $item, Period::of( $day, $day ), Column::Sold )
			)
		);
	}

	/**
	 * Units sold on a day on which it could be had: days before it was known are none.
	 */
	public function per_day( int $item, Period $period ): float {
		$first = min( array_column( array_filter( $this->moves, static fn ( array $made ): bool => $made['item'] === $item ), 'day' ) );
		$known = count( Calendar::days( max( $first, $period->from ), $period->to ) );
		return max( 0, $this->sold( $item, $period ) ) / 10_000 / max( 7, $known - count( $this->days_out( $item, $period ) ) );
	}

	/**
	 * What is left of a queue: the first in goes out first. What came back from a sale never went.
	 *
	 * @return list<int> Units by age: up to 30 days, 90, 180, 365, longer.
	 */
	public function ages( int $item, string $day ): array {
		$queue = array();
		$went  = 0;
		foreach ( Calendar::days( '2026-03-01', $day ) as $on ) {
			$one   = Period::of( $on, $on );
			$other = $this->moved( $item, $one, Column::Other );
			$came  = $this->moved( $item, $one, Column::Received, Column::Opened ) + max( 0, $other );
			$went -= $this->moved( $item, $one, Column::Sold, Column::Returned, Column::Lost ) + min( 0, $other );

			$queue[ $on ] = $came;
		}
		$ages = array( 0, 0, 0, 0, max( 0, -$went ) );
		foreach ( $queue as $on => $units ) {
			$gone = min( $units, max( 0, $went ) );
			$went = max( 0, $went ) - $gone;
			$age  = (int) ( new \DateTimeImmutable( $on ) )->diff( new \DateTimeImmutable( $day ) )->days;

			$ages[ match ( true ) {
				$age <= 30  => 0,
				$age <= 90  => 1,
				$age <= 180 => 2,
				$age <= 365 => 3,
				default     => 4,
			} ] += $units - $gone;
		}
		return $ages;
	}

	/**
	 * A is what makes the first 80 % of the sales, with the item that crosses the line; B the same up to 95 %.
	 *
	 * @param array<int, float> $values Worth of what was sold, by item.
	 * @return array<int, string> By item; what is not in it is C.
	 */
	public static function classes( array $values ): array {
		$classes = array();
		foreach ( $values as $item => $value ) {
			$better = 0.0;
			foreach ( $values as $other => $worth ) {
				$better += $worth > $value || ( $worth === $value && $other < $item ) ? $worth : 0.0;
			}
			if ( $value > 0 && $better < 0.95 * array_sum( $values ) ) {
				$classes[ $item ] = $better < 0.8 * array_sum( $values ) ? 'A' : 'B';
			}
		}
		return $classes;
	}
}
