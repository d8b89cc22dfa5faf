<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Stock\Quantity;

/**
 * Adds up the movements of one day: a row of `item_days` for each item that moved, one of `shop_days` for the whole.
 *
 * A day may be added up any number of times, each time as a whole, so that a run that was cut off does no harm. The
 * ledger is read without locks (INSERT ... SELECT would make every sale wait), and written in portions by item.
 */
final class DayBook {

	/** Items at once; a day on which more moved is read more than once. */
	private const PORTION = 5_000;
	private const WRITES  = 250;

	/** By how much a row of `item_days` changed what is on hand. */
	private const NET = '( d.returned + d.received + d.other + d.opened - d.sold - d.lost )';

	public function __construct( private readonly Db $db, private readonly Calendar $calendar ) {}

	public function add_up( string $day ): void {
		$began = $this->calendar->now();
		$after = 0;
		do {
			$next = $this->end_of_portion( $day, $after );
			$this->write( $day, $after, $next ?? PHP_INT_MAX, null === $next ? array() : $this->by_item( $day, $after, $next ) );
			$after = (int) $next;
		} while ( null !== $next );
		$this->write_whole( $day, $began );
	}

	/**
	 * @return int|null The number of the last of the next few items that moved; null where no more did.
	 */
	private function end_of_portion( string $day, int $after ): ?int {
		$last = $this->db->value(
			'SELECT MAX( item_id ) FROM ( SELECT DISTINCT item_id FROM %i WHERE created_at >= %s AND created_at < %s AND item_id > %d ORDER BY item_id LIMIT %d ) AS few',
			$this->db->table( 'movements' ),
			...array( ...$this->bounds( $day ), $after, self::PORTION )
		);
		return null === $last ? null : (int) $last;
	}

	/**
	 * @return array<int, array<string, Quantity>> By item: by column, and `closing`.
	 */
	private function by_item( string $day, int $after, int $last ): array {
		$rows  = $this->db->rows(
			'SELECT item_id, reason, SUM( delta ) AS delta FROM %i WHERE created_at >= %s AND created_at < %s AND item_id > %d AND item_id <= %d GROUP BY item_id, reason',
			$this->db->table( 'movements' ),
			...array( ...$this->bounds( $day ), $after, $last )
		);
		$items = array();
		foreach ( $rows as $row ) {
			$column = Column::of( (string) $row['reason'] );
			$delta  = Quantity::from_sql( $row['delta'] );
			$item   = (int) $row['item_id'];

			$items[ $item ][ $column->value ] = ( $items[ $item ][ $column->value ] ?? Quantity::zero() )->plus( $column->is_outward() ? $delta->negated() : $delta );
		}
		foreach ( $this->closings( array_keys( $items ), $day ) as $item => $closing ) {
			$items[ $item ]['closing'] = $closing;
		}
		return $items;
	}

	/**
	 * @return array{string, string} When the day begins, and when the next one does.
	 */
	private function bounds( string $day ): array {
		return array( Clock::sql( $this->calendar->begin_of( $day ) ), Clock::sql( $this->calendar->begin_of( Calendar::shift( $day, 1 ) ) ) );
	}

	/**
	 * What was on hand of each item when the day ended: for each of its levels the balance after the last movement before
	 * that.
	 *
	 * @param list<int> $items
	 * @return array<int, Quantity>
	 */
	private function closings( array $items, string $day ): array {
		$found = array();
		$end   = $this->bounds( $day )[1];
		foreach ( array_chunk( $items, 500 ) as $some ) {
			$rows = $this->db->rows(
				'SELECT l.item_id, ( SELECT m.balance_after FROM %i m WHERE m.item_id = l.item_id AND m.location_id = l.location_id AND m.created_at < %s ORDER BY m.seq DESC LIMIT 1 ) AS balance
				FROM %i l WHERE l.item_id IN (' . $this->db->marks( $some ) . ')',
				$this->db->table( 'movements' ),
				$end,
				$this->db->table( 'levels' ),
				...$some
			);
			foreach ( $rows as $row ) {
				$found[ (int) $row['item_id'] ] = ( $found[ (int) $row['item_id'] ] ?? Quantity::zero() )->plus( Quantity::from_sql( $row['balance'] ) );
			}
		}
		return $found;
	}

	/**
	 * Replaces what the day says of the items of one portion.
	 *
	 * @param array<int, array<string, Quantity>> $items
	 */
	private function write( string $day, int $after, int $last, array $items ): void {
		try {
			$this->db->transaction(
				function () use ( $day, $after, $last, $items ): void {
					$this->db->execute( 'DELETE FROM %i WHERE day = %s AND item_id > %d AND item_id <= %d', $this->db->table( 'item_days' ), $day, $after, $last );
					foreach ( array_chunk( $items, self::WRITES, true ) as $some ) {
						$this->insert( $day, $some );
					}
				}
			);
		} catch ( DuplicateKey ) {
			// Somebody else adds up the same day at this moment, from the same ledger.
			return;
		}
	}

	/**
	 * @param array<int, array<string, Quantity>> $items
	 */
	private function insert( string $day, array $items ): void {
		$values = array();
		foreach ( $items as $item => $sums ) {
			$values[] = $item;
			$values[] = $day;
			foreach ( array( ...array_map( static fn( Column $column ): string => $column->value, Column::cases() ), 'closing' ) as $column ) {
				$values[] = ( $sums[ $column ] ?? Quantity::zero() )->sql();
			}
		}
		$this->db->execute(
			'INSERT INTO %i (item_id, day, sold, returned, received, lost, other, opened, closing) VALUES ' . $this->db->marks( array_keys( $items ), '(%d, %s, %s, %s, %s, %s, %s, %s, %s)' ),
			$this->db->table( 'item_days' ),
			...$values
		);
	}

	/**
	 * The day of the whole shop, at the costs and prices of today. An item counts as run out that had some when the day
	 * began and none when it ended.
	 */
	private function write_whole( string $day, \DateTimeImmutable $began ): void {
		$sums = $this->db->row(
			'SELECT SUM( d.sold ) AS sold, SUM( d.returned ) AS returned, SUM( d.received ) AS received, SUM( d.lost ) AS lost, SUM( d.other ) AS other,
				SUM( ROUND( ( d.sold - d.returned ) * COALESCE( i.unit_cost, 0 ), 4 ) ) AS sold_cost, SUM( ' . self::NET . ' ) AS moved_units,
				SUM( ROUND( ' . self::NET . ' * COALESCE( i.unit_cost, 0 ), 4 ) ) AS moved_cost,
				SUM( ROUND( ' . self::NET . ' * COALESCE( i.average_cost, i.unit_cost, 0 ), 4 ) ) AS moved_average, SUM( ROUND( ' . self::NET . " * COALESCE( i.price, 0 ), 4 ) ) AS moved_price,
				SUM( CASE WHEN i.backorders <> 'no' OR d.closing > 0 THEN 0 ELSE 1 END ) AS out_after,
				SUM( CASE WHEN i.backorders <> 'no' OR d.opened <> 0 OR d.closing - " . self::NET . " > 0.00004 THEN 0 ELSE 1 END ) AS out_before
			FROM %i d JOIN %i i ON i.id = d.item_id WHERE d.day = %s AND i.tracked = 1 AND i.kind <> 'bundle'",
			$this->db->table( 'item_days' ),
			$this->db->table( 'items' ),
			$day
		) ?? array();
		$this->make_row( $day );
		$decimal = static fn( string $name ): string => Quantity::from_sql( $sums[ $name ] ?? null )->sql();
		$this->db->execute(
			'UPDATE %i SET sold = %s, returned = %s, received = %s, lost = %s, other = %s, sold_cost = %s, moved_units = %s, moved_cost = %s, moved_average = %s, moved_price = %s, ran_out = %d, summed_at = %s WHERE day = %s',
			$this->db->table( 'shop_days' ),
			$decimal( 'sold' ),
			$decimal( 'returned' ),
			$decimal( 'received' ),
			$decimal( 'lost' ),
			$decimal( 'other' ),
			$decimal( 'sold_cost' ),
			$decimal( 'moved_units' ),
			$decimal( 'moved_cost' ),
			$decimal( 'moved_average' ),
			$decimal( 'moved_price' ),
			(int) ( $sums['out_after'] ?? 0 ) - (int) ( $sums['out_before'] ?? 0 ),
			Clock::sql( $began ),
			$day
		);
	}

	public function make_row( string $day ): void {
		if ( null !== $this->db->value( 'SELECT day FROM %i WHERE day = %s', $this->db->table( 'shop_days' ), $day ) ) {
			return;
		}
		try {
			$this->db->execute( 'INSERT INTO %i (day) VALUES (%s)', $this->db->table( 'shop_days' ), $day );
		} catch ( DuplicateKey ) {
			// Somebody else was a moment quicker.
			return;
		}
	}
}
