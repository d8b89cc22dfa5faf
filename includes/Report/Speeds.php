<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Stock\Quantity;

/**
 * How many units of each item are sold a day, and what was not sold because there was none.
 *
 * Speed is the units sold in the last eight weeks (less those that came back), by the days on which the item could be
 * had: days on which it was out say nothing about what people want. (Silver, Pyke and Thomas, "Inventory and Production
 * Management in Supply Chains", 2017, chapter 4: a forecast must be made from demand, not from sales, and sales of days
 * without stock are censored demand.) A day counts as one without stock when nothing was sold and none was left at its
 * end. At least a week is divided by, so that one good day is no forecast.
 *
 * Lost sales of a day are the speeds of the items that were out, times their present price: an upper estimate, since some
 * buyers come back or take something else (Gruen and Corsten, "Retail Out-of-Stocks", 2002: about half).
 */
final class Speeds {

	public const WINDOW_DAYS = 56;
	private const LEAST_DAYS = 7;

	/** Option: the day and number of rows that the speeds were made from. */
	public const OPTION = 'woo_inventory_guard_speeds';

	private const PORTION = 500;

	/** Rows of the window up to which the speeds are made anew for a page. */
	private const FEW = 20_000;

	/** Seconds after which the job makes them anew. */
	private const OLD = 3_600;

	public function __construct( private readonly Db $db, private readonly Calendar $calendar ) {}

	/**
	 * The job's part.
	 */
	public function renew_if_old(): void {
		if ( $this->calendar->now()->getTimestamp() - $this->made_at() > self::OLD ) {
			$this->renew();
		}
	}

	/**
	 * For a page: at once in a small shop; in a large one they are as old as the job lets them be.
	 */
	public function renew_if_few(): void {
		$rows = (int) $this->db->value( 'SELECT COUNT(*) FROM ( SELECT 1 AS one FROM %i WHERE day >= %s LIMIT %d ) AS few', $this->db->table( 'item_days' ), $this->first_day(), self::FEW );
		if ( $rows < self::FEW && $this->is_outdated() ) {
			$this->renew();
		}
	}

	public function renew(): void {
		$began  = $this->calendar->now()->getTimestamp();
		$newest = $this->newest();
		$days   = Calendar::days( $this->first_day(), $this->calendar->today() );
		$units  = array_fill_keys( $days, 0.0 );
		$sales  = $units;
		$items  = $this->next_items( 0 );
		while ( array() !== $items ) {
			$prices = $this->prices( $items );
			$speeds = $this->speeds_of( $items, $days, $prices );
			$this->write( $items, $speeds );
			foreach ( $speeds as $item => $speed ) {
				foreach ( $speed->days_out as $day ) {
					$units[ $day ] += $speed->per_day;
					$sales[ $day ] += $speed->per_day * $prices[ $item ];
				}
			}
			$items = $this->next_items( max( $items ) );
		}
		$this->write_losses( $units, $sales );
		update_option(
			self::OPTION,
			array(
				'at' => $began,
				'of' => $newest,
			),
			false
		);
	}

	/**
	 * Most days stay what they were: two months of them are read at once, and only those that changed are written.
	 *
	 * @param array<string, float> $units By day.
	 * @param array<string, float> $sales By day.
	 */
	private function write_losses( array $units, array $sales ): void {
		$text = static fn( mixed $value ): string => sprintf( '%.4F', is_numeric( $value ) ? (float) $value : 0.0 );
		foreach ( $this->db->rows( 'SELECT day, lost_units, lost_sales FROM %i WHERE day >= %s AND day <= %s', $this->db->table( 'shop_days' ), $this->first_day(), $this->calendar->today() ) as $row ) {
			$day = substr( (string) $row['day'], 0, 10 );
			if ( ! isset( $units[ $day ] ) || ( $text( $row['lost_units'] ) === $text( $units[ $day ] ) && $text( $row['lost_sales'] ) === $text( $sales[ $day ] ) ) ) {
				continue;
			}
			$this->db->execute( 'UPDATE %i SET lost_units = %s, lost_sales = %s WHERE day = %s', $this->db->table( 'shop_days' ), $text( $units[ $day ] ), $text( $sales[ $day ] ), $day );
		}
	}

	/**
	 * @return list<int> The next few items that ever moved.
	 */
	private function next_items( int $after ): array {
		return array_map( 'intval', $this->db->column( 'SELECT DISTINCT item_id FROM %i WHERE item_id > %d ORDER BY item_id LIMIT %d', $this->db->table( 'item_days' ), $after, self::PORTION ) );
	}

	/**
	 * @param list<int> $items
	 * @return array<int, float> By item, of those that are counted; 0 where there is none.
	 */
	private function prices( array $items ): array {
		$prices = array();
		foreach ( $this->db->rows( "SELECT id, price FROM %i WHERE tracked = 1 AND kind <> 'bundle' AND id IN (" . $this->db->marks( $items ) . ')', $this->db->table( 'items' ), ...$items ) as $row ) {
			$prices[ (int) $row['id'] ] = (float) $row['price'];
		}
		return $prices;
	}

	/**
	 * @param list<int>         $items
	 * @param list<string>      $days
	 * @param array<int, float> $counted By item.
	 * @return array<int, Speed> By item; those that sold nothing are left out.
	 */
	private function speeds_of( array $items, array $days, array $counted ): array {
		$by_item = array();
		foreach ( $this->rows_of( $items ) as $row ) {
			$by_item[ (int) $row['item_id'] ][ substr( (string) $row['day'], 0, 10 ) ] = $row;
		}
		$firsts = $this->first_days( $items );
		$speeds = array();
		foreach ( array_intersect_key( $by_item, $counted ) as $item => $moved ) {
			$speeds[ $item ] = Speed::of( $days, $moved, self::LEAST_DAYS, $firsts[ $item ] ?? '' );
		}
		return array_filter( $speeds );
	}

	/**
	 * @param list<int> $items
	 * @return array<int, string> The day on which each first moved.
	 */
	private function first_days( array $items ): array {
		$firsts = array();
		foreach ( $this->db->rows( 'SELECT item_id, MIN( day ) AS first_day FROM %i WHERE item_id IN (' . $this->db->marks( $items ) . ') GROUP BY item_id', $this->db->table( 'item_days' ), ...$items ) as $row ) {
			$firsts[ (int) $row['item_id'] ] = substr( (string) $row['first_day'], 0, 10 );
		}
		return $firsts;
	}

	/**
	 * @param list<int> $items
	 * @return list<array<string, string|null>>
	 */
	private function rows_of( array $items ): array {
		return $this->db->rows(
			'SELECT item_id, day, sold, returned, closing, ROUND( closing - returned - received - other - opened + sold + lost, 4 ) AS opening
			FROM %i WHERE item_id IN (' . $this->db->marks( $items ) . ') AND day >= %s ORDER BY item_id, day',
			$this->db->table( 'item_days' ),
			...array( ...$items, $this->first_day() )
		);
	}

	/**
	 * Replaces the speeds of some items.
	 *
	 * @param list<int>         $items
	 * @param array<int, Speed> $speeds
	 */
	private function write( array $items, array $speeds ): void {
		$values = array();
		foreach ( $speeds as $item => $speed ) {
			array_push( $values, $item, $speed->sold->sql(), $speed->days, sprintf( '%.4F', $speed->per_day ) );
		}
		try {
			$this->db->transaction(
				function () use ( $items, $speeds, $values ): void {
					$this->db->execute( 'DELETE FROM %i WHERE item_id IN (' . $this->db->marks( $items ) . ')', $this->db->table( 'item_speeds' ), ...$items );
					if ( array() !== $values ) {
						$this->db->execute( 'INSERT INTO %i (item_id, sold, days, per_day) VALUES ' . $this->db->marks( array_keys( $speeds ), '(%d, %s, %d, %s)' ), $this->db->table( 'item_speeds' ), ...$values );
					}
				}
			);
		} catch ( DuplicateKey ) {
			// Somebody else makes the same speeds at this moment.
			return;
		}
	}

	private function first_day(): string {
		return Calendar::shift( $this->calendar->today(), 1 - self::WINDOW_DAYS );
	}

	private function made_at(): int {
		$made = get_option( self::OPTION );
		return is_array( $made ) && is_int( $made['at'] ?? null ) ? $made['at'] : 0;
	}

	private function is_outdated(): bool {
		$made = get_option( self::OPTION );
		return ! is_array( $made ) || ( $made['of'] ?? '' ) !== $this->newest();
	}

	/**
	 * Changes with every day that is added up, and with the day itself.
	 */
	private function newest(): string {
		return $this->calendar->today() . ' ' . (string) $this->db->value( 'SELECT MAX( summed_at ) FROM %i', $this->db->table( 'shop_days' ) );
	}
}
