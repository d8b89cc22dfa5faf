<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\StockStatus;

/**
 * What the whole shop holds now. Adding up all items reads all of them, so in a large shop that is done by the job and
 * kept in the row of today; the last look of a day stays as what the day closed with.
 */
final class Valuation {

	/** A shop whose item numbers end here is added up each time. */
	private const EXACT_UP_TO = 10_000;

	/** Seconds after which a look is not shown any more, and after which the job looks again. */
	private const TOO_OLD = 900;
	private const OLD     = 300;

	public const MOVED = 'moved_units, moved_cost, moved_average, moved_price, ran_out';

	public function __construct( private readonly Db $db, private readonly Calendar $calendar, private readonly DayBook $book ) {}

	public function now(): Totals {
		if ( (int) $this->db->value( 'SELECT MAX( id ) FROM %i', $this->db->table( 'items' ) ) <= self::EXACT_UP_TO ) {
			return $this->add_up();
		}
		return $this->kept( self::TOO_OLD ) ?? $this->look();
	}

	/**
	 * The job's part.
	 */
	public function look_if_old(): void {
		if ( null !== $this->kept( self::OLD ) ) {
			return;
		}
		$now       = $this->look();
		$today     = $this->calendar->today();
		$yesterday = Calendar::shift( $today, -1 );
		$closed    = $this->db->row( 'SELECT looked_at FROM %i WHERE day = %s AND summed_at IS NOT NULL', $this->db->table( 'shop_days' ), $yesterday );
		$looked    = Clock::from_sql( $closed['looked_at'] ?? null );
		if ( null !== $closed && ( null === $looked || $looked < $this->calendar->begin_of( $today ) ) ) {
			// What the day closed with is what there is now, less what has moved today.
			$this->keep( $yesterday, self::before( $now, $this->db->row( 'SELECT ' . self::MOVED . ' FROM %i WHERE day = %s', $this->db->table( 'shop_days' ), $today ) ?? array() ) );
		}
	}

	/**
	 * @param array<string, string|null> $moved With the columns of MOVED.
	 */
	public static function before( Totals $after, array $moved ): Totals {
		$sum = static fn( string $name ): Quantity => Quantity::from_sql( $moved[ $name ] ?? null );
		return $after->without( $sum( 'moved_units' ), $sum( 'moved_cost' ), $sum( isset( $moved['moved_average'] ) ? 'moved_average' : 'moved_cost' ), $sum( 'moved_price' ), (int) ( $moved['ran_out'] ?? 0 ) );
	}

	private function look(): Totals {
		$totals = $this->add_up();
		$this->keep( $this->calendar->today(), $totals );
		return $totals;
	}

	private function keep( string $day, Totals $totals ): void {
		$this->book->make_row( $day );
		$this->db->execute(
			'UPDATE %i SET units = %s, value_cost = %s, value_average = %s, value_price = %s, items = %d, items_out = %d, looked_at = %s WHERE day = %s',
			$this->db->table( 'shop_days' ),
			$totals->units->sql(),
			$totals->cost->sql(),
			$totals->average->sql(),
			$totals->price->sql(),
			$totals->items,
			$totals->items_out,
			Clock::sql( $this->calendar->now() ),
			$day
		);
	}

	private function kept( int $seconds ): ?Totals {
		$row    = $this->db->row( 'SELECT units, value_cost, value_average, value_price, items, items_out, looked_at FROM %i WHERE day = %s', $this->db->table( 'shop_days' ), $this->calendar->today() );
		$looked = Clock::from_sql( $row['looked_at'] ?? null );
		return null === $row || null === $looked || $this->calendar->now()->getTimestamp() - $looked->getTimestamp() > $seconds ? null : self::of_row( $row );
	}

	/**
	 * @param array<string, string|null> $row
	 */
	public static function of_row( array $row ): Totals {
		return new Totals( Quantity::from_sql( $row['units'] ), Quantity::from_sql( $row['value_cost'] ), Quantity::from_sql( $row['value_average'] ?? $row['value_cost'] ), Quantity::from_sql( $row['value_price'] ), (int) $row['items'], (int) $row['items_out'] );
	}

	private function add_up(): Totals {
		$row = $this->db->row(
			"SELECT SUM( on_hand ) AS units, SUM( ROUND( on_hand * COALESCE( unit_cost, 0 ), 4 ) ) AS value_cost,
				SUM( ROUND( on_hand * COALESCE( average_cost, unit_cost, 0 ), 4 ) ) AS value_average, SUM( ROUND( on_hand * COALESCE( price, 0 ), 4 ) ) AS value_price,
				COUNT(*) AS items, SUM( CASE WHEN status = %d THEN 1 ELSE 0 END ) AS items_out
			FROM %i WHERE tracked = 1 AND kind <> 'bundle'",
			StockStatus::Out->value,
			$this->db->table( 'items' )
		);
		return self::of_row( $row ?? array_fill_keys( array( 'units', 'value_cost', 'value_average', 'value_price', 'items', 'items_out' ), null ) );
	}
}
