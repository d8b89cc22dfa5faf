<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Report;

use WooInventoryGuard\Report\Calendar;
use WooInventoryGuard\Report\Column;
use WooInventoryGuard\Report\ItemFacts;
use WooInventoryGuard\Report\Period;
use WooInventoryGuard\Report\Shrinkage;
use WooInventoryGuard\Report\Speeds;
use WooInventoryGuard\Report\StockOnDate;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stocktake\Making\Classes;

/**
 * Random histories through the real ledger; every report must say what a plain list of the same moves says. What screens
 * make of these numbers (turnover, variation and so on) is compared in src/reports/logic/random.test.ts.
 */
final class RandomHistoryTest extends ReportTestCase {

	private const DAYS    = 16;
	private const REASONS = array( 'sold', 'sold', 'sold', 'returned', 'received', 'damaged', 'stolen', 'found', 'counted', 'my_own_reason' );
	private const COSTS   = array( '5', '2.5', '0.0333', null );

	private PlainHistory $history;

	/** @var array<int, int|null> Cost of a unit by item, in ten-thousandths. */
	private array $costs = array();

	/** @var array<int, int> Units promised, by item. */
	private array $promised = array();

	/** How many days had gone when this run's history began. */
	private int $first = 0;

	private int $now = 0;

	public function test_reports_say_what_the_history_says(): void {
		$given         = getenv( 'WIG_SEED' );
		$this->history = new PlainHistory();
		for ( $run = 0; $run < 3; $run++ ) {
			$seed = false === $given || '' === $given ? random_int( 1, 1_000_000 ) : (int) $given + $run;
			fwrite( STDERR, "\nReports of a random history: WIG_SEED=$seed\n" );
			$this->live( $seed );
			$this->compare_classes( "Seed $seed: " );
			for ( $turn = 0; $turn < 4; $turn++ ) {
				// The whole time first; also others begin before the items of this run were known.
				$last   = $this->first + self::DAYS - 1;
				$from   = 0 === $turn ? 0 : max( 0, $this->first + mt_rand( -5, self::DAYS - 1 ) );
				$period = Period::of( $this->day( $from ), $this->day( 0 === $turn ? $last : mt_rand( $from, $last ) ) );
				$say    = "Seed $seed, {$period->from} to {$period->to}: ";
				$this->compare_items( $period, $say );
				$this->compare_shop( $period, $say );
				$this->compare_figures( $period, $say );
				$this->compare_shrinkage( $period, $say );
			}
		}
	}

	/**
	 * A history of some days, added up at the end.
	 */
	private function live( int $seed ): void {
		mt_srand( $seed );
		$this->first = $this->now;
		$items       = array();
		foreach ( self::COSTS as $cost ) {
			$units   = mt_rand( 0, 3 ) ? mt_rand( 1, 12 ) : 0;
			$item    = $this->item( $units, ( null === $cost ? array() : array( 'unit_cost' => $cost ) ) + array( 'price' => '8', 'backorders' => 'yes', 'allowance' => '50' ) );
			$items[] = $item;

			$this->costs[ $item ] = null === $cost ? null : self::fine( $cost );
			$this->note( $item, 'opening', self::fine( (string) $units ) );
		}
		for ( $day = 0; $day < self::DAYS; $day++ ) {
			for ( $move = mt_rand( 0, 5 ); $move > 0; $move-- ) {
				$this->move_at_random( $items[ mt_rand( 0, count( $items ) - 1 ) ] );
			}
			$this->next_day();
			++$this->now;
		}
		foreach ( $items as $item ) {
			// Also more than there are.
			$this->promised[ $item ] = mt_rand( 0, 200_000 );
			if ( $this->promised[ $item ] > 0 ) {
				$this->reserve( array( $item => self::decimal( $this->promised[ $item ] ) ), null );
			}
		}
		self::assertTrue( $this->days->work( 60 ) );
		$this->speeds->renew();
	}

	private function move_at_random( int $item ): void {
		$reason = self::REASONS[ mt_rand( 0, count( self::REASONS ) - 1 ) ];
		$units  = mt_rand( 1, 30_000 );
		$sign   = match ( Column::of( $reason ) ) {
			Column::Sold, Column::Lost => -1,
			Column::Other              => mt_rand( 0, 1 ) ? 1 : -1,
			default                    => 1,
		};
		$there = $this->history->balance( $item );
		if ( 'sold' === $reason && mt_rand( 0, 2 ) === 0 ) {
			$units = $there;
		}
		if ( $units <= 0 || ( $sign < 0 && $there < $units ) ) {
			return;
		}
		$this->move( $item, self::decimal( $sign * $units ), $reason );
		$this->note( $item, $reason, $sign * $units );
	}

	private function note( int $item, string $reason, int $delta ): void {
		$this->history->note( $this->day( $this->now ), $item, $reason, $delta );
	}

	private function compare_items( Period $period, string $say ): void {
		$stock = new StockOnDate( $this->db );
		$end   = $stock->page( $this->calendar->begin_of( Calendar::shift( $period->to, 1 ) ), 0, 100 );
		$facts = ( new ItemFacts( $this->db, $this->calendar, $stock ) )->page( $period, 0, 100 );
		foreach ( $facts as $place => $fact ) {
			$item = $fact['item_id'];
			$in   = fn ( Column $column ): int => $this->history->moved( $item, $period, $column );
			self::same( $this->history->balance( $item, $period->to ), $end[ $place ]['on_hand'], $say . "stock on date of $item" );
			self::same( $this->history->balance( $item, $period->to ), $fact['on_hand'], $say . "on hand of $item" );
			self::same( $this->history->balance( $item, Calendar::shift( $period->from, -1 ) ), $fact['begin'], $say . "at first of $item" );
			self::same( $this->history->sold( $item, $period ), $fact['sold'], $say . "sold of $item" );
			self::same( $in( Column::Received ), $fact['received'], $say . "received of $item" );
			self::same( -$in( Column::Lost ), $fact['lost'], $say . "lost of $item" );
			self::same( $in( Column::Other ), $fact['other'], $say . "corrected of $item" );
			self::same( $in( Column::Opened ), $fact['opened'], $say . "first counts of $item" );
			self::same( $this->promised[ $item ], $fact['reserved'], $say . "reserved of $item" );
			self::same( $this->history->balance( $item ) - $this->promised[ $item ], $fact['available'], $say . "available of $item" );
			self::assertSame( count( $this->history->days_out( $item, $period ) ), $fact['days_out'], $say . "days out of $item" );
			self::assertEqualsWithDelta( $this->history->per_day( $item, $period ), $fact['per_day'], 0.00006, $say . "speed of $item" );
			foreach ( $this->history->ages( $item, $period->to ) as $class => $units ) {
				self::same( $units, $fact['ages'][ $class ], $say . "age $class of $item" );
			}
			foreach ( $fact['weeks'] as $week => $sold ) {
				$begin = Calendar::shift( $period->from, 7 * $week );
				self::same( $this->history->sold( $item, Period::ending( Calendar::shift( $begin, 6 ), 7 ) ), $sold, $say . "week $week of $item" );
			}
			self::assertCount( intdiv( $period->days, 7 ), $fact['weeks'] );
		}
		self::assertSame( array_keys( $this->costs ), array_column( $facts, 'item_id' ) );
	}

	private function compare_shop( Period $period, string $say ): void {
		foreach ( $this->overview->movements( $period ) as $row ) {
			foreach ( array( Column::Sold, Column::Returned, Column::Received, Column::Lost, Column::Other ) as $column ) {
				$moved = $this->history->moved( null, Period::of( $row['day'], $row['day'] ), $column );
				self::same( $column->is_outward() ? -$moved : $moved, $row[ $column->value ], $say . $row['day'] . ' ' . $column->value );
			}
		}
		foreach ( $this->overview->values( $period ) as $day => $end ) {
			self::same( $this->history->sum( static fn ( array $made ): bool => $made['day'] <= $day ), $end['totals']->units, $say . "units on $day" );
		}
	}

	private function compare_figures( Period $period, string $say ): void {
		$found = array_map( static fn ( array $figure ): mixed => $figure['now'], $this->overview->figures( $period ) );
		$items = array_keys( $this->costs );
		$worth = fn ( callable $units ): float => array_sum( array_map( fn ( int $item ): float => $units( $item ) * ( $this->costs[ $item ] ?? 0 ) / 100_000_000, $items ) );
		$cost  = $worth( fn ( int $item ): int => $this->history->balance( $item, $period->to ) );
		$goods = $worth( fn ( int $item ): int => $this->history->sold( $item, $period ) );
		$sold  = $this->history->sold( null, $period );
		$begin = $this->history->sum( static fn ( array $made ): bool => $made['day'] < $period->from );
		$could = $begin + $this->history->moved( null, $period, Column::Received, Column::Opened );
		self::same( $sold, $found['sold'], $say . 'sold in all' );
		// Each day rounds each item's money to four places.
		self::assertEqualsWithDelta( $cost, (float) (string) $found['value_cost'], 0.02, $say . 'worth at cost' );
		if ( $goods > 1 && $cost > 1 ) {
			self::assertEqualsWithDelta( $cost / ( $goods / $period->days ), $found['cover_days'], 0.06 + 0.02 * $period->days, $say . 'days of cover' );
		}
		if ( $sold >= 0 && $could > 0 ) {
			self::assertEqualsWithDelta( min( 1, $sold / $could ), $found['sell_through'], 0.0001, $say . 'sell-through' );
		}
		$window = Period::ending( $this->calendar->today(), Speeds::WINDOW_DAYS );
		$lost   = 0.0;
		foreach ( $items as $item ) {
			$days  = array_filter( $this->history->days_out( $item, $window ), static fn ( string $day ): bool => $day >= $period->from && $day <= $period->to );
			$lost += count( $days ) * $this->history->per_day( $item, $window );
		}
		self::assertEqualsWithDelta( $lost, (float) (string) $found['lost_units'], 0.0001 * count( $items ) * $period->days, $say . 'not sold in all' );
		self::assertEqualsWithDelta( 8 * $lost, (float) (string) $found['lost_sales'], 0.001 * count( $items ) * $period->days, $say . 'lost sales in all' );
	}

	private function compare_classes( string $say ): void {
		$values = array();
		foreach ( array_keys( $this->costs ) as $item ) {
			$values[ $item ] = -8.0 * $this->history->moved( $item, Period::of( '2026-03-01', $this->calendar->today() ), Column::Sold ) / 10_000;
		}
		( new Classes( $this->db, $this->clock ) )->renew();
		$found = array_column( $this->db->rows( 'SELECT item_id, class FROM %i ORDER BY item_id', $this->db->table( 'item_classes' ) ), 'class', 'item_id' );
		self::assertSame( PlainHistory::classes( $values ), $found, $say . 'classes' );
	}

	private function compare_shrinkage( Period $period, string $say ): void {
		$wanted = array();
		foreach ( $this->history->moves as $made ) {
			$column = Column::of( $made['reason'] );
			if ( ( Column::Lost === $column || Column::Other === $column ) && $made['day'] >= $period->from && $made['day'] <= $period->to ) {
				$wanted[ $made['reason'] ][ $made['item'] ][] = -$made['delta'];
			}
		}
		$found = array();
		$cost  = INF;
		foreach ( ( new Shrinkage( $this->db, $this->calendar ) )->by_reason( $period ) as $sum ) {
			$found[] = $sum['reason'];
			self::assertLessThanOrEqual( $cost, $sum['cost']->units, $say . 'what cost most comes first' );
			$cost  = $sum['cost']->units;
			$items = $wanted[ $sum['reason'] ];
			self::assertSame( array( count( $items ), array_sum( array_map( 'count', $items ) ) ), array( $sum['items'], $sum['lines'] ), $say . $sum['reason'] );
			self::same( (int) array_sum( array_map( 'array_sum', $items ) ), $sum['units'], $say . $sum['reason'] );
			$worth = 0.0;
			foreach ( $items as $item => $units ) {
				$worth += array_sum( $units ) * ( $this->costs[ $item ] ?? 0 ) / 10_000;
			}
			// Half a ten-thousandth is rounded away for each item.
			self::assertEqualsWithDelta( $worth, self::fine( (string) $sum['cost'] ), 0.5 * count( $items ) + 0.001, $say . 'cost of ' . $sum['reason'] );
		}
		self::assertEqualsCanonicalizing( array_keys( $wanted ), $found, $say . 'reasons' );
	}

	private function day( int $number ): string {
		return Calendar::shift( '2026-03-02', $number );
	}

	private static function same( int $fine, mixed $found, string $say ): void {
		self::assertSame( (string) Quantity::of( self::decimal( $fine ) ), $found instanceof Quantity ? (string) $found : null, $say );
	}

	private static function fine( string $decimal ): int {
		return (int) round( (float) $decimal * 10_000 );
	}

	private static function decimal( int $fine ): string {
		return ( $fine < 0 ? '-' : '' ) . intdiv( abs( $fine ), 10_000 ) . '.' . str_pad( (string) ( abs( $fine ) % 10_000 ), 4, '0', STR_PAD_LEFT );
	}
}
