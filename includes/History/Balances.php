<?php
declare( strict_types=1 );

namespace WooInventoryGuard\History;

use WooInventoryGuard\Fold\Months;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Lines\FoldedLevels;
use WooInventoryGuard\Stock\Lines\Folding;
use WooInventoryGuard\Stock\Movement;
use WooInventoryGuard\Stock\Quantity;

/**
 * What was on hand of an item at any moment, and the lines that led to it.
 *
 * A line bears the clock of the server that wrote it, taken while its level was locked, so within a level times go up as
 * numbers do. Where several servers' clocks differ by moments they need not: the line that counts is the one with the
 * highest number among those of the last minute before.
 */
final class Balances {

	/** By how much clocks of servers may differ. */
	private const SKEW = '-60 seconds';

	/** More changes than this are drawn as so many moments instead. */
	private const MOST_POINTS = 400;
	private const MOMENTS     = 120;

	/**
	 * @param int $most_points Changes that are drawn each.
	 */
	public function __construct( private readonly Db $db, private readonly LedgerList $list, private readonly FoldedLevels $folded, private readonly int $most_points = self::MOST_POINTS ) {}

	/**
	 * @param \DateTimeImmutable $moment What happened at it counts.
	 * @return array{on_hand: Quantity, exact: bool, places: list<array{location_id: int, on_hand: Quantity, since: Movement|null}>, lines: list<Movement>}
	 *         `exact` is false where lines of that month were folded: on hand is then what it was when they began.
	 */
	public function at( int $item_id, \DateTimeImmutable $moment, int $lines ): array {
		$before = $moment->modify( '+1 microsecond' );
		$total  = Quantity::zero();
		$exact  = true;
		$places = array();
		foreach ( $this->locations( $item_id ) as $location ) {
			$line     = $this->last( $item_id, $location, $before );
			$exact    = $exact && $this->is_exact( $item_id, $location, $moment, $line );
			$on_hand  = $line->balance_after ?? Quantity::zero();
			$total    = $total->plus( $on_hand );
			$places[] = array(
				'location_id' => $location,
				'on_hand'     => $on_hand,
				'since'       => $line,
			);
		}
		return array(
			'on_hand' => $total,
			'exact'   => $exact,
			'places'  => $places,
			'lines'   => $this->list->page( new LedgerFilter( item_id: $item_id, before: $before ), null, $lines )->movements,
		);
	}

	/**
	 * The balance as a line to draw: after each change, or, where there are too many, at moments evenly apart.
	 *
	 * @return array{points: list<array{at: \DateTimeImmutable, on_hand: Quantity}>, every_change: bool} The first point is the beginning, the last the end.
	 */
	public function between( int $item_id, \DateTimeImmutable $from, \DateTimeImmutable $to ): array {
		$filter  = new LedgerFilter( item_id: $item_id, after: $from, before: $to->modify( '+1 microsecond' ) );
		$changes = $this->list->page( $filter, null, $this->most_points );
		$moments = null === $changes->next ? null : self::moments( $from, $to );
		$points  = array();
		if ( null === $moments ) {
			$on_hand  = $this->total( $item_id, $from );
			$points[] = self::point( $from, $on_hand );
			foreach ( array_reverse( $changes->movements ) as $movement ) {
				$on_hand = $on_hand->plus( $movement->delta );
				if ( Folding::TYPE === $movement->reference->type && 0 === ( $points[ count( $points ) - 1 ]['at'] <=> $movement->created_at ) ) {
					// Sums of one month: what is between them never was on hand.
					array_pop( $points );
				}
				$points[] = self::point( $movement->created_at, $on_hand );
			}
			$points[] = self::point( $to, $on_hand );
		}
		foreach ( $moments ?? array() as $moment ) {
			$points[] = self::point( $moment, $this->total( $item_id, $moment ) );
		}
		return array(
			'points'       => $points,
			'every_change' => null === $moments,
		);
	}

	private function total( int $item_id, \DateTimeImmutable $moment ): Quantity {
		$total = Quantity::zero();
		foreach ( $this->locations( $item_id ) as $location ) {
			$total = $total->plus( $this->last( $item_id, $location, $moment->modify( '+1 microsecond' ) )->balance_after ?? Quantity::zero() );
		}
		return $total;
	}

	/**
	 * The last line of a level before a moment.
	 */
	private function last( int $item_id, int $location_id, \DateTimeImmutable $before ): ?Movement {
		$table = $this->db->table( 'movements' );
		$time  = Clock::from_sql( $this->db->value( 'SELECT MAX( created_at ) FROM %i WHERE item_id = %d AND location_id = %d AND created_at < %s', $table, $item_id, $location_id, Clock::sql( $before ) ) );
		if ( null === $time ) {
			return null;
		}
		$seq = $this->db->value(
			'SELECT MAX( seq ) FROM %i WHERE item_id = %d AND location_id = %d AND created_at >= %s AND created_at < %s',
			$table,
			$item_id,
			$location_id,
			Clock::sql( $time->modify( self::SKEW ) ),
			Clock::sql( $before )
		);
		$row = $this->db->row( 'SELECT * FROM %i WHERE item_id = %d AND location_id = %d AND seq = %d', $table, $item_id, $location_id, (int) $seq );
		return null === $row ? null : Movement::from_row( $row );
	}

	/**
	 * Whether a level has no sum of movements of which some may have been before a moment and some after it: the next line
	 * would be one, of the same month.
	 *
	 * @param Movement|null $line The last one before the moment.
	 */
	private function is_exact( int $item_id, int $location_id, \DateTimeImmutable $moment, ?Movement $line ): bool {
		$folded = $this->folded->before_of( $item_id, $location_id );
		if ( null === $folded || $moment >= $folded ) {
			return true;
		}
		$next = $this->db->row(
			'SELECT reference_type, created_at FROM %i WHERE item_id = %d AND location_id = %d AND seq > %d ORDER BY seq LIMIT 1',
			$this->db->table( 'movements' ),
			$item_id,
			$location_id,
			$line->seq ?? 0
		);
		$at   = Clock::from_sql( $next['created_at'] ?? null );
		return null === $at || Folding::TYPE !== ( $next['reference_type'] ?? '' ) || Months::of( $moment ) !== Months::of( $at );
	}

	/**
	 * @return list<int>
	 */
	private function locations( int $item_id ): array {
		return array_map( 'intval', $this->db->column( 'SELECT location_id FROM %i WHERE item_id = %d ORDER BY location_id', $this->db->table( 'levels' ), $item_id ) );
	}

	/**
	 * @return list<\DateTimeImmutable>
	 */
	private static function moments( \DateTimeImmutable $from, \DateTimeImmutable $to ): array {
		$begin = $from->getTimestamp();
		$step  = ( $to->getTimestamp() - $begin ) / self::MOMENTS;
		$all   = array_map( static fn( int $number ): \DateTimeImmutable => $from->setTimestamp( $begin + (int) round( $number * $step ) ), range( 0, self::MOMENTS - 1 ) );
		return array( ...$all, $to );
	}

	/**
	 * @return array{at: \DateTimeImmutable, on_hand: Quantity}
	 */
	private static function point( \DateTimeImmutable $at, Quantity $on_hand ): array {
		return array(
			'at'      => $at,
			'on_hand' => $on_hand,
		);
	}
}
