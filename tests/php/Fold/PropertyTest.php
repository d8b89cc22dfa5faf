<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Fold;

use WooInventoryGuard\Fold\Months;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Report\Calendar;
use WooInventoryGuard\Report\DailySums;
use WooInventoryGuard\Report\DayBook;
use WooInventoryGuard\Report\Period;
use WooInventoryGuard\Report\Shrinkage;
use WooInventoryGuard\Report\StockOnDate;
use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Lines\Folded;
use WooInventoryGuard\Stock\Movement;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Support\Rival;

/**
 * Whatever happened in four years, and whenever folding is cut off: what may still be asked has the same answer as before.
 *
 * WIG_FOLD_RUNS=200 runs two hundred histories, WIG_SEED=n one again.
 */
final class PropertyTest extends FoldTestCase {

	/** WordPress's driver for SQLite reads each statement with a parser in PHP. */
	private const RUNS      = 12;
	private const ON_SQLITE = 2;
	private const ITEMS     = 3;

	private const REASONS = array( 'received', 'damaged', 'correction', 'external', 'stocktake', 'sold' );

	/** @var list<array{0: Adjustment, 1: string, 2: Movement}> What was asked with which key, and the answer. */
	private array $asked = array();

	/** @var list<array{0: \DateTimeImmutable, 1: array<int, string>}> On hand of each item after each event. */
	private array $history = array();

	public function test_what_may_still_be_asked_has_the_same_answer(): void {
		$asked = (int) getenv( 'WIG_FOLD_RUNS' );
		$seed  = (int) getenv( 'WIG_SEED' );
		$from  = 0 === $seed ? random_int( 1, 1_000_000_000 ) : $seed;
		$runs  = match ( true ) {
			0 !== $seed       => 1,
			0 !== $asked      => $asked,
			self::is_sqlite() => self::ON_SQLITE,
			default           => self::RUNS,
		};
		fwrite( STDERR, "\nFolds with the seeds from {$from} on, {$runs} in all.\n" );
		$folded = 0;
		for ( $run = 0; $run < $runs; $run++ ) {
			$folded += $this->run_one( $from + $run );
		}
		self::assertGreaterThan( 0, $folded, 'Where nothing is folded, nothing is shown.' );
	}

	/**
	 * @return int How many movements were folded.
	 */
	private function run_one( int $seed ): int {
		mt_srand( $seed );
		self::empty_tables();
		$this->asked   = array();
		$this->history = array();
		update_option( 'timezone_string', array( 'UTC', 'Asia/Shanghai', 'America/New_York' )[ mt_rand( 0, 2 ) ] );
		$this->location( 2 );
		$this->at( '2021-01-0' . mt_rand( 1, 9 ) . ' 10:00' );
		$items = array_map( fn(): int => $this->item( mt_rand( 20, 200 ) ), range( 1, self::ITEMS ) );
		$this->stock( $items[0], 30, 2 );
		$this->four_years( $items );
		$what   = "with WIG_SEED={$seed}.";
		$months = mt_rand( 27, 40 );
		$cut    = Months::cut( $this->clock->now(), $months );
		$before = $this->sums_by_month( $cut );
		$today  = ( new Calendar( $this->clock ) )->today();
		$report = $this->reports( $cut, $today );
		$stock  = $this->month_ends( $cut );

		$fold = $this->fold_with_mishaps( $months, $items );

		$known = $this->folded->before();
		$this->assert_books_in_order();
		self::assertSame( $before, $this->sums_by_month( $cut ), "Sums by level, month, reason and direction {$what}" );
		self::assertSame( array(), $this->db->rows( 'SELECT a.id FROM %i a JOIN %i b ON b.item_id = a.item_id AND b.location_id = a.location_id AND b.seq > a.seq AND b.created_at < a.created_at LIMIT 1', $this->db->table( 'movements' ), $this->db->table( 'movements' ) ), "The order of time {$what}" );
		self::assertSame( $report, $this->reports( $cut, $today ), "Reports since the cut {$what}" );
		self::assertSame( $stock, $this->month_ends( $cut ), "Stock at the end of each month {$what}" );
		$this->assert_past( $known, $what );
		foreach ( $this->asked as list( $adjustment, $key, $answer ) ) {
			self::assertEquals( $answer, $this->engine->ledger->adjust( $adjustment, $key ), "Key {$key} {$what}" );
		}
		$this->assert_restores( $known, $items, $what );
		return $fold;
	}

	/**
	 * @param list<int> $items
	 */
	private function four_years( array $items ): void {
		for ( $step = self::is_sqlite() ? 120 : 140; $step > 0; $step-- ) {
			$this->clock->advance( mt_rand( 1, 0 === mt_rand( 0, 3 ) ? 7_000_000 : 1_000_000 ) );
			$this->something_happens( $items );
			$this->remember( $items );
		}
		$this->clock->advance( 1 );
	}

	/**
	 * @param list<int> $items
	 */
	private function something_happens( array $items ): void {
		$item  = $items[ mt_rand( 0, count( $items ) - 1 ) ];
		$order = (string) mt_rand( 100, 160 );
		switch ( mt_rand( 0, 6 ) ) {
			case 0:
				$reason     = self::REASONS[ mt_rand( 0, count( self::REASONS ) - 1 ) ];
				$reference  = array( Reference::none(), new Reference( 'order', $order ), new Reference( 'delivery', '5' ) )[ mt_rand( 0, 2 ) ];
				$adjustment = Adjustment::delta( $item, 1, Quantity::from_units( mt_rand( 1, 200_000 ) ), new Cause( $reason, $reference, 3, 'Typed' ) );
				$key        = $this->key();
				$this->asked[] = array( $adjustment, $key, $this->engine->ledger->adjust( $adjustment, $key ) );
				break;
			case 1:
				$this->write( $item, Quantity::from_units( mt_rand( -300_000, 300_000 ) * 2 + 1 ), 'external', Reference::none() );
				break;
			case 2:
				$this->write( $items[0], Quantity::of( mt_rand( 1, 5 ) ), 'returned', new Reference( 'order', $order ), 2 );
				break;
			case 3:
				$this->write( $item, Quantity::of( -mt_rand( 1, 5 ) ), 'damaged', new Reference( 'import', '3' ) );
				break;
			default:
				for ( $sales = mt_rand( 1, 4 ); $sales > 0; $sales-- ) {
					$this->clock->advance( mt_rand( 1, 90_000 ) );
					$this->write( $item, Quantity::of( -1 ), 'sold', new Reference( 'order', (string) mt_rand( 100, 900 ) ) );
				}
		}
		if ( 0 === mt_rand( 0, 9 ) ) {
			$this->db->execute( 'INSERT INTO %i (order_id, taken_at, checked_at) SELECT %s, %s, %s FROM ( SELECT 1 AS one ) o WHERE NOT EXISTS ( SELECT 1 FROM %i p WHERE p.order_id = %s )', $this->db->table( 'packing' ), $order, '2021-01-01', '2021-01-01', $this->db->table( 'packing' ), $order );
		}
	}

	/**
	 * @param list<int> $items
	 */
	private function remember( array $items ): void {
		$now = array();
		foreach ( $items as $item ) {
			$now[ $item ] = $this->on_hand( $item );
		}
		$this->history[] = array( $this->clock->now(), $now );
	}

	private function on_hand( int $item ): string {
		return (string) Quantity::from_sql( $this->db->value( 'SELECT SUM( on_hand ) FROM %i WHERE item_id = %d', $this->db->table( 'levels' ), $item ) );
	}

	/**
	 * Now and then it is killed, and somebody buys in between.
	 *
	 * @param list<int> $items
	 */
	private function fold_with_mishaps( int $months, array $items ): int {
		$id = $this->begun( $months )->id;
		for ( $turn = 0; $turn < 2_000; $turn++ ) {
			$dies = Rival::comes( static fn() => throw new \ErrorException( 'Killed.' ), '/^\s*(SELECT|UPDATE|INSERT|DELETE|COMMIT)/i', mt_rand( 1, 60 ) );
			try {
				$this->runner()->work( $id, 0.0 );
			} catch ( \Throwable $error ) {
				self::assertStringContainsString( 'Killed.', $error->getMessage() . ( $error->getPrevious()?->getMessage() ?? '' ) );
				$this->clock->advance( 61 );
			} finally {
				$dies->leaves();
			}
			if ( 0 === mt_rand( 0, 20 ) ) {
				$this->clock->advance( 1 );
				$this->write( $items[ mt_rand( 0, count( $items ) - 1 ) ], Quantity::of( -1 ), 'sold', new Reference( 'order', '2000' ) );
				$this->remember( $items );
			}
			$fold = $this->folds()->find( $id );
			if ( true === $fold?->is_done() ) {
				return $fold->movements - $fold->sums;
			}
		}
		self::fail( 'It does not end.' );
	}

	/**
	 * @return array<string, string> Units and movements before the cut, by level, month, direction and reason.
	 */
	private function sums_by_month( \DateTimeImmutable $cut ): array {
		$sums = array();
		foreach ( $this->db->rows( 'SELECT * FROM %i WHERE created_at < %s', $this->db->table( 'movements' ), Clock::sql( $cut ) ) as $row ) {
			$line = Movement::from_row( $row );
			$what = implode( ' ', array( $line->item_id, $line->location_id, Months::of( $line->created_at ), $line->delta->is_negative() ? '-' : '+', $line->reason ) );
			list( $units, $movements ) = $sums[ $what ] ?? array( Quantity::zero(), 0 );

			$sums[ $what ] = array( $units->plus( $line->delta ), $movements + $line->stands_for );
		}
		ksort( $sums );
		return array_map( static fn( array $sum ): string => "{$sum[0]} in {$sum[1]}", $sums );
	}

	/**
	 * What the reports say of all days since the cut, made anew.
	 *
	 * @param string $until Days from then on are left out: something is sold meanwhile.
	 * @return list<mixed>
	 */
	private function reports( \DateTimeImmutable $cut, string $until ): array {
		$calendar = new Calendar( $this->clock );
		$days     = new DailySums( $this->db, $calendar, new DayBook( $this->db, $calendar ) );
		$days->begin_anew();
		$days->work( 600.0 );
		$from = $calendar->day_of( $cut );
		$sums = array();
		foreach ( array( 'item_days', 'shop_days' ) as $table ) {
			foreach ( $this->db->rows( 'SELECT * FROM %i WHERE day >= %s AND day < %s', $this->db->table( $table ), $from, $until ) as $row ) {
				unset( $row['summed_at'] );
				$sums[] = implode( ' ', array_map( 'strval', $row ) );
			}
		}
		sort( $sums );
		$shrinkage = new Shrinkage( $this->db, $calendar );
		$begin     = Months::cut( $cut, 27 )->setTimezone( wp_timezone() )->modify( '+26 months' )->format( 'Y-m-d' );
		$whole     = Period::of( $begin, Calendar::shift( $from, 364 ) );
		return array( $sums, array_map( static fn( array $sum ): array => array( $sum['reason'], $sum['lines'], (string) $sum['units'] ), $shrinkage->by_reason( $whole ) ) );
	}

	/**
	 * @return array<string, string> On hand of each item when each month ended.
	 */
	private function month_ends( \DateTimeImmutable $cut ): array {
		$stock = new StockOnDate( $this->db );
		$found = array();
		for ( $month = new \DateTimeImmutable( '2021-02-01 00:00:00', wp_timezone() ); $month <= $cut->modify( '+3 months' ); $month = $month->modify( '+1 month' ) ) {
			foreach ( $stock->page( $month, 0, 100 ) as $item ) {
				$found[ $month->format( 'Y-m' ) . ' ' . $item['item_id'] ] = (string) $item['on_hand'];
				$told = $this->balances->at( $item['item_id'], $month->modify( '-1 second' ), 1 );
				self::assertSame( array( true, (string) $item['on_hand'] ), array( $told['exact'], (string) $told['on_hand'] ) );
			}
		}
		return $found;
	}

	private function assert_past( ?\DateTimeImmutable $known, string $what ): void {
		foreach ( $this->history as list( $at, $balances ) ) {
			foreach ( $balances as $item => $on_hand ) {
				$told = $this->balances->at( $item, $at, 1 );
				if ( $told['exact'] ) {
					self::assertSame( $on_hand, (string) $told['on_hand'], "Item {$item} at {$at->format( 'c' )} {$what}" );
				} else {
					self::assertNotNull( $known );
					self::assertLessThan( $known, $at, $what );
				}
			}
		}
	}

	/**
	 * @param list<int> $items
	 */
	private function assert_restores( ?\DateTimeImmutable $known, array $items, string $what ): void {
		$may = array_values( array_filter( $this->history, static fn( array $event ): bool => null === $known || $event[0] >= $known ) );
		list( $at, $balances ) = $may[ mt_rand( 0, count( $may ) - 1 ) ];
		$this->apply( $this->look( $at, false ) );
		foreach ( $items as $item ) {
			self::assertSame( $balances[ $item ], $this->on_hand( $item ), "Restored {$what}" );
		}
		if ( null !== $known ) {
			try {
				$this->look( $known->modify( '-1 second' ) );
				self::fail( 'This is not known any more.' );
			} catch ( Folded $folded ) {
				self::assertEquals( $known, $folded->before );
			}
		}
	}
}
