<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Review;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stocktake\Counting\Tallies;
use WooInventoryGuard\Stocktake\Counting\Tally;
use WooInventoryGuard\Stocktake\Stocktake;

/**
 * Compares what was counted with what should have been there at that moment, and writes it on the line.
 *
 *     expected = books at the moment of the count + units in packing then + what other counts have put right since
 *     variance = counted - expected
 *
 * What moves after that moment changes neither side, so the variance is as true a week later; applied as a difference it
 * leaves every sale, receipt and adjustment as it is, before, during and after.
 *
 * An item that is counted in several parts is compared at the moment of the last one.
 * Guaranteed: where nothing of it moved between its first and last part, the variance is exact.
 * Not guaranteed: where units moved between (a sale handed over from a shelf that was counted, a receipt put on one that
 * was not), nobody can know on which side of the count they were. The line is flagged `moved`, with how many units moved:
 * by at most so many the variance is wrong. Count it again in one go.
 * Not guaranteed either: a number that somebody sets by hand after the count (an adjustment "counted: 7") puts the same
 * difference right once more; the review shows what moved since.
 *
 * Lines are written one by one, each only if no further counts came in meanwhile (`touched`): who comes too late leaves
 * the line stale for the next. On SQLite, which keeps times to the second, a movement and a count in the same second are
 * taken in that order.
 */
final class Comparing {

	private const PORTION = 500;

	public function __construct(
		private readonly Db $db,
		private readonly Tallies $tallies,
		private readonly Circumstances $circumstances
	) {}

	/**
	 * @return bool Whether no line is stale any more.
	 */
	public function work( Stocktake $stocktake, float $seconds ): bool {
		$until = microtime( true ) + $seconds;
		$after = 0;
		do {
			$items = array_map( intval( ... ), $this->db->column( 'SELECT item_id FROM %i WHERE stocktake_id = %d AND stale = 1 AND item_id > %d ORDER BY item_id LIMIT %d', $this->lines(), $stocktake->id, $after, self::PORTION ) );
			if ( array() === $items ) {
				// Another look from the beginning: counts may have come in behind us.
				return null === $this->db->value( 'SELECT item_id FROM %i WHERE stocktake_id = %d AND stale = 1 LIMIT 1', $this->lines(), $stocktake->id );
			}
			$after = max( $items );
			$this->lines_of( $stocktake, $items );
		} while ( microtime( true ) < $until );
		return false;
	}

	/**
	 * Those of these lines that are stale.
	 *
	 * @param list<int> $items
	 * @return bool Whether any was.
	 */
	public function stale( Stocktake $stocktake, array $items ): bool {
		$any = false;
		foreach ( array_chunk( $items, self::PORTION ) as $some ) {
			$stale = array_map( intval( ... ), $this->db->column( 'SELECT item_id FROM %i WHERE stocktake_id = %d AND stale = 1 AND item_id IN (' . $this->db->marks( $some ) . ')', $this->lines(), $stocktake->id, ...$some ) );
			if ( array() !== $stale ) {
				$this->lines_of( $stocktake, $stale );
				$any = true;
			}
		}
		return $any;
	}

	/**
	 * @param non-empty-list<int> $items
	 */
	public function lines_of( Stocktake $stocktake, array $items ): void {
		// In this order: counts that come after the first look raise `touched`, and so does a stricter limit.
		$touched = $this->db->rows(
			'SELECT l.item_id, l.touched, l.listed, s.approve_over, COALESCE( i.unit_cost, i.price ) AS unit_value FROM %i l JOIN %i s ON s.id = l.stocktake_id LEFT JOIN %i i ON i.id = l.item_id WHERE l.stocktake_id = %d AND l.item_id IN (' . $this->db->marks( $items ) . ') ORDER BY l.item_id',
			$this->lines(),
			$this->db->table( 'stocktakes' ),
			$this->db->table( 'items' ),
			$stocktake->id,
			...$items
		);
		$tallies = $this->tallies->of( $stocktake, $items );
		$around  = array() === $tallies ? array() : $this->circumstances->of( $stocktake, $tallies );
		// One commit for all of them; each still asks for itself whether it is too late.
		$this->db->transaction(
			function () use ( $stocktake, $touched, $tallies, $around ): void {
				foreach ( $touched as $row ) {
					$item  = (int) $row['item_id'];
					$tally = $tallies[ $item ] ?? null;
					$value = null === $row['unit_value'] ? null : Quantity::from_sql( $row['unit_value'] );
					if ( null === $tally || ! isset( $around[ $item ] ) ) {
						$this->uncounted( $stocktake->id, $item, (int) $row['touched'] );
					} else {
						$this->counted( $stocktake, $item, $row, $tally, $around[ $item ], $value );
					}
				}
			}
		);
	}

	/**
	 * The decision is looked at first, while the other columns still have their old values.
	 *
	 * @param array<string, string|null> $row
	 */
	private function counted( Stocktake $stocktake, int $item, array $row, Tally $tally, Around $around, ?Quantity $unit_value ): void {
		$variance = $tally->counted->minus( $tally->books->plus( $around->packing )->plus( $around->corrections ) );
		$money    = null === $unit_value ? null : self::money( $variance, $unit_value );
		$flags    = ( $tally->doubtful ? Flag::Clock->value : 0 ) | ( $around->moved->is_zero() ? 0 : Flag::Moved->value ) | ( $tally->people > 1 ? Flag::Several->value : 0 )
			| ( '1' === $row['listed'] ? 0 : Flag::Unlisted->value ) | ( $around->superseded ? Flag::Superseded->value : 0 );
		$over     = null === $row['approve_over'] ? null : Quantity::from_sql( $row['approve_over'] );
		$second   = null !== $over && ! $variance->is_zero() && ( null === $money || $money->compare( $over ) >= 0 );
		$this->db->execute(
			"UPDATE %i SET
				flags = %d | CASE WHEN decision = 'accept' AND ( variance IS NULL OR ROUND( variance - %d * 0.0001, 4 ) <> 0 ) THEN %d ELSE flags & %d END,
				approved_by = CASE WHEN ROUND( variance - %d * 0.0001, 4 ) = 0 THEN approved_by ELSE 0 END,
				decision = CASE WHEN 1 = %d THEN 'leave' WHEN decision = 'none' OR ROUND( variance - %d * 0.0001, 4 ) = 0 THEN decision ELSE 'none' END,
				variance = %d * 0.0001, counted = %d * 0.0001, tags = %d, first_at = %s, counted_at = %s, books = %d * 0.0001, in_packing = %d * 0.0001,
				unit_value = CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ), size = CAST( %s AS DECIMAL(19,4) ), moved_during = %d * 0.0001, needs_second = %d, has_count = 1, stale = 0
			WHERE stocktake_id = %d AND item_id = %d AND touched = %d AND applied IS NULL",
			$this->lines(),
			$flags,
			$variance->units,
			Flag::Changed->value,
			Flag::Changed->value,
			$variance->units,
			$around->superseded ? 1 : 0,
			$variance->units,
			$variance->units,
			$tally->counted->units,
			$tally->tags,
			Clock::sql( $tally->first ),
			Clock::sql( $tally->last ),
			$tally->books->plus( $around->corrections )->units,
			$around->packing->units,
			$unit_value?->sql() ?? '',
			$money?->sql() ?? '0.0000',
			$around->moved->units,
			$second ? 1 : 0,
			$stocktake->id,
			$item,
			(int) $row['touched']
		);
	}

	private function uncounted( int $id, int $item, int $touched ): void {
		$this->db->execute(
			"UPDATE %i SET counted = NULL, tags = 0, first_at = NULL, counted_at = NULL, books = NULL, in_packing = 0, variance = NULL, size = 0, moved_during = 0, flags = flags & %d,
				decision = 'none', approved_by = 0, needs_second = 0, has_count = 0, stale = 0 WHERE stocktake_id = %d AND item_id = %d AND touched = %d AND applied IS NULL",
			$this->lines(),
			Flag::Unlisted->value,
			$id,
			$item,
			$touched
		);
	}

	/**
	 * Money without its sign: for sorting and limits, where the ninth digit does not matter.
	 */
	private static function money( Quantity $variance, Quantity $unit_value ): Quantity {
		return Quantity::from_units( (int) round( abs( (float) $variance->units * $unit_value->units / 10_000 ) ) );
	}

	private function lines(): string {
		return $this->db->table( 'stocktake_lines' );
	}
}
