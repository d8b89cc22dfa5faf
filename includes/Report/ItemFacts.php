<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * What each item did in a period, added up by day already: the numbers that reports are reckoned from. Which report makes
 * what of them is decided where they are shown.
 */
final class ItemFacts {

	private const LEAST_DAYS = 7;

	private const COLUMNS = array( 'sold', 'returned', 'received', 'lost', 'other', 'opened' );

	public function __construct( private readonly Db $db, private readonly Calendar $calendar, private readonly StockOnDate $stock ) {}

	/**
	 * @param int $after Items up to this number have been read.
	 * @return list<array<string, mixed>> By number: those of StockOnDate at the end of the period, and begin, sold (less what
	 *         came back), received, lost, other, opened, days_out, per_day, weeks, last_sold, last_in, reserved, available, ages.
	 */
	public function page( Period $period, int $after, int $limit ): array {
		$items = $this->stock->page( $this->calendar->begin_of( Calendar::shift( $period->to, 1 ) ), $after, $limit );
		if ( array() === $items ) {
			return array();
		}
		$ids   = array_column( $items, 'item_id' );
		$moved = $this->moved( $period, $ids );
		$last  = $this->last( $ids );
		$now   = $this->now( $ids );
		$came  = $this->came( $period->to, $ids );
		$days  = Calendar::days( $period->from, $period->to );
		return array_map(
			static fn( array $item ): array => $item + self::of_item( $days, $moved[ $item['item_id'] ] ?? array(), $item['on_hand'], $last[ $item['item_id'] ]['first'] ?? '' ) + array(
				'last_sold' => $last[ $item['item_id'] ]['sold'] ?? null,
				'last_in'   => $last[ $item['item_id'] ]['came'] ?? null,
				'reserved'  => Quantity::from_sql( $now[ $item['item_id'] ]['reserved'] ?? null ),
				'available' => Quantity::from_sql( $now[ $item['item_id'] ]['available'] ?? null ),
				'ages'      => Ages::of( $item['on_hand'], $came[ $item['item_id'] ] ?? array(), $period->to ),
			),
			$items
		);
	}

	/**
	 * @param list<string>                              $days  Every day of the period.
	 * @param array<string, array<string, string|null>> $moved By day, oldest first.
	 * @param string                                    $first The day on which it first moved.
	 * @return array<string, mixed>
	 */
	private static function of_item( array $days, array $moved, Quantity $end, string $first ): array {
		$sums  = array_fill_keys( self::COLUMNS, Quantity::zero() );
		$weeks = array_fill( 0, intdiv( count( $days ), 7 ), Quantity::zero() );
		$place = array_flip( $days );
		foreach ( $moved as $day => $row ) {
			foreach ( self::COLUMNS as $column ) {
				$sums[ $column ] = $sums[ $column ]->plus( Quantity::from_sql( $row[ $column ] ) );
			}
			$week = intdiv( $place[ $day ] ?? 0, 7 );
			if ( isset( $weeks[ $week ] ) ) {
				$weeks[ $week ] = $weeks[ $week ]->plus( Quantity::from_sql( $row['sold'] ) )->minus( Quantity::from_sql( $row['returned'] ) );
			}
		}
		$speed = array() === $moved ? null : Speed::of( $days, $moved, self::LEAST_DAYS, $first );
		$net   = $sums['returned']->plus( $sums['received'] )->plus( $sums['other'] )->plus( $sums['opened'] )->minus( $sums['sold'] )->minus( $sums['lost'] );
		return array(
			'begin'    => $end->minus( $net ),
			'sold'     => $sums['sold']->minus( $sums['returned'] ),
			'received' => $sums['received'],
			'lost'     => $sums['lost'],
			'other'    => $sums['other'],
			'opened'   => $sums['opened'],
			'days_out' => null === $speed ? 0 : count( $speed->days_out ),
			'per_day'  => $speed->per_day ?? 0.0,
			'weeks'    => $weeks,
		);
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return array<int, array<string, array<string, string|null>>> By item and day.
	 */
	private function moved( Period $period, array $ids ): array {
		$rows  = $this->db->rows(
			'SELECT item_id, day, sold, returned, received, lost, other, opened, closing, ROUND( closing - returned - received - other - opened + sold + lost, 4 ) AS opening
			FROM %i WHERE item_id >= %d AND item_id <= %d AND day >= %s AND day <= %s ORDER BY item_id, day',
			$this->db->table( 'item_days' ),
			min( $ids ),
			max( $ids ),
			$period->from,
			$period->to
		);
		$moved = array();
		foreach ( $rows as $row ) {
			$moved[ (int) $row['item_id'] ][ substr( (string) $row['day'], 0, 10 ) ] = $row;
		}
		return $moved;
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return array<int, array{first: string, sold: string|null, came: string|null}> Days on which an item first moved, was last sold, and last came in.
	 */
	private function last( array $ids ): array {
		$found = array();
		$rows  = $this->db->rows(
			'SELECT item_id, MIN( day ) AS first_day, MAX( CASE WHEN sold > 0 THEN day END ) AS last_sold, MAX( CASE WHEN received > 0 OR opened > 0 THEN day END ) AS last_in FROM %i WHERE item_id >= %d AND item_id <= %d GROUP BY item_id',
			$this->db->table( 'item_days' ),
			min( $ids ),
			max( $ids )
		);
		foreach ( $rows as $row ) {
			$found[ (int) $row['item_id'] ] = array(
				'first' => substr( (string) $row['first_day'], 0, 10 ),
				'sold'  => null === $row['last_sold'] ? null : substr( $row['last_sold'], 0, 10 ),
				'came'  => null === $row['last_in'] ? null : substr( $row['last_in'], 0, 10 ),
			);
		}
		return $found;
	}

	/**
	 * @param string              $day The last that counts.
	 * @param non-empty-list<int> $ids
	 * @return array<int, array<string, Quantity>> By item and day, the newest first: received, first counted, or found.
	 */
	private function came( string $day, array $ids ): array {
		$rows = $this->db->rows(
			'SELECT item_id, day, ROUND( received + opened + CASE WHEN other > 0 THEN other ELSE 0 END, 4 ) AS units
			FROM %i WHERE item_id >= %d AND item_id <= %d AND day >= %s AND day <= %s AND ( received > 0 OR opened > 0 OR other > 0 ) ORDER BY item_id, day DESC',
			$this->db->table( 'item_days' ),
			min( $ids ),
			max( $ids ),
			Ages::first_day( $day ),
			$day
		);
		$came = array();
		foreach ( $rows as $row ) {
			$came[ (int) $row['item_id'] ][ substr( (string) $row['day'], 0, 10 ) ] = Quantity::from_sql( $row['units'] );
		}
		return $came;
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return array<int, array<string, string|null>>
	 */
	private function now( array $ids ): array {
		$found = array();
		foreach ( $this->db->rows( 'SELECT id, reserved, available FROM %i WHERE id >= %d AND id <= %d', $this->db->table( 'items' ), min( $ids ), max( $ids ) ) as $row ) {
			$found[ (int) $row['id'] ] = $row;
		}
		return $found;
	}
}
