<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Report;

use WooInventoryGuard\Report\Ages;
use WooInventoryGuard\Report\Flow;
use WooInventoryGuard\Report\ItemFacts;
use WooInventoryGuard\Report\Period;
use WooInventoryGuard\Report\Shrinkage;
use WooInventoryGuard\Report\StockOnDate;
use WooInventoryGuard\Report\Totals;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stocktake\Making\Classes;

/**
 * Reports say what named sources say: tests/vectors/reports.json, which the screen's formulas are checked against too
 * (src/reports/logic/vectors.test.ts), and cases that need a ledger.
 */
final class VectorsTest extends ReportTestCase {

	/**
	 * @return list<array<string, mixed>>
	 */
	private static function vectors( string $report ): array {
		return json_decode( (string) file_get_contents( dirname( __DIR__, 2 ) . '/vectors/reports.json' ), true, 16, JSON_THROW_ON_ERROR )[ $report ];
	}

	private static function flow( string $sold, int $days, int $received = 0, int $opened = 0 ): Flow {
		$none = Quantity::zero();
		return new Flow( Quantity::of( $sold ), $none, Quantity::of( $received ), Quantity::of( $opened ), $none, $none, $days );
	}

	private static function stock_of( int $units ): Totals {
		return new Totals( Quantity::of( $units ), Quantity::zero(), Quantity::zero(), Quantity::zero(), 1, 0 );
	}

	public function test_days_of_cover(): void {
		foreach ( self::vectors( 'cover' ) as $case ) {
			self::assertSame( round( $case['cover'], 1 ), self::flow( (string) $case['sold'], $case['days'] )->cover_days( self::stock_of( $case['on_hand'] ) ), $case['source'] );
		}
	}

	public function test_sell_through(): void {
		foreach ( self::vectors( 'sell_through' ) as $case ) {
			self::assertSame( (float) $case['sell_through'], self::flow( (string) $case['sold'], 30, $case['received'], $case['opened'] )->sell_through( self::stock_of( $case['begin'] ) ), $case['source'] );
		}
	}

	public function test_classes(): void {
		foreach ( self::vectors( 'abc' ) as $case ) {
			self::assertSame( array_diff( $case['classes'], array( 'C' ) ), Classes::classify( array_map( 'floatval', $case['values'] ) ), $case['source'] );
		}
	}

	public function test_ages(): void {
		foreach ( self::vectors( 'ages' ) as $case ) {
			$ages = Ages::of( Quantity::of( $case['on_hand'] ), array_map( Quantity::of( ... ), $case['came'] ), $case['day'] );
			self::assertSame( array_map( 'strval', $case['ages'] ), array_map( 'strval', $ages ), $case['source'] );
		}
	}

	/**
	 * ERPNext, stock_ageing_fifo_logic.md, case 2, through the ledger: 50 came on the first day, 20 on the second, 60 went.
	 * Ten of them came back then, which are as old as what is left of before the sale.
	 */
	public function test_ages_are_those_of_the_ledger(): void {
		$tea = $this->item( 50 );
		$this->next_day();
		$this->move( $tea, 20, 'received' );
		$this->move( $tea, -60, 'sold' );
		$this->clock->advance( 40 * 86_400 );
		$this->move( $tea, 10, 'returned' );
		$this->move( $tea, 3, 'found' );
		self::assertSame( array( '3', '20', '0', '0', '0' ), array_map( 'strval', $this->facts( $tea, '2026-03-02', $this->calendar->today() )['ages'] ) );
		self::assertSame( array( '10', '0', '0', '0', '0' ), array_map( 'strval', $this->facts( $tea, '2026-03-02', '2026-03-03' )['ages'] ), 'As it was then.' );
	}

	/**
	 * ehow.com, How to Calculate Inventory Shrinkage: 6,000 worth of stock, 2,000 sold, 1,000 bought: the books say 5,000. Of
	 * these 4,850 are counted: 150 have gone.
	 */
	public function test_stock_by_the_books_and_shrinkage(): void {
		$tea = $this->item( 6_000, array( 'unit_cost' => '1' ) );
		$this->next_day();
		$this->move( $tea, -2_000, 'sold' );
		$this->move( $tea, 1_000, 'received' );
		$this->next_day();
		$this->move( $tea, -150, 'counted' );
		$stock = fn ( string $day ): string => (string) ( new StockOnDate( $this->db ) )->page( $this->calendar->begin_of( $day ), 0, 1 )[0]['on_hand'];
		self::assertSame( array( '6000', '5000', '4850' ), array( $stock( '2026-03-03' ), $stock( '2026-03-04' ), $stock( '2026-03-05' ) ) );
		$gone = ( new Shrinkage( $this->db, $this->calendar ) )->by_reason( Period::of( '2026-03-02', '2026-03-04' ) );
		self::assertSame( array( 'counted 150 150' ), array_map( static fn ( array $sum ): string => "{$sum['reason']} {$sum['units']} {$sum['cost']}", $gone ) );
		self::assertSame( '4850', (string) $this->valuation->now()->cost );
	}

	/**
	 * Silver, Pyke and Thomas, 2017, chapter 4: only days on which an item could be had say what people want. 14 sold on the
	 * first of ten days and none left: 14 / 7 a day (at least a week is divided by), nine days without. An item that is
	 * known since the day before yesterday lost nothing before, also when its first count was 0.
	 */
	public function test_lost_sales_are_of_days_on_which_an_item_was_known(): void {
		$tea = $this->item( 14, array( 'price' => '10' ) );
		$this->move( $tea, -14, 'sold' );
		$this->clock->advance( 7 * 86_400 );
		$new = $this->item( 0, array( 'price' => '10' ) );
		$this->move( $new, 7, 'received' );
		$this->move( $new, -7, 'sold' );
		$this->clock->advance( 2 * 86_400 );
		$facts = fn ( int $item ): array => array_intersect_key( $this->facts( $item, '2026-03-02', '2026-03-11' ), array_flip( array( 'days_out', 'per_day' ) ) );
		self::assertSame( array( 'days_out' => 9, 'per_day' => 2.0 ), $facts( $tea ) );
		self::assertSame( array( 'days_out' => 2, 'per_day' => 1.0 ), $facts( $new ) );
		$this->speeds->renew();
		// 9 * 2 + 2 * 1.
		self::assertSame( '20', (string) $this->overview->figures( Period::of( '2026-03-02', '2026-03-11' ) )['lost_units']['now'] );
	}

	/**
	 * On hand less reserved (as Odoo's free quantity and the words of our own design have it), below zero where more is
	 * promised than there is: 10 - 4, and 3 - 5.
	 */
	public function test_reserved_and_short(): void {
		$tea = $this->item( 10 );
		$cup = $this->item( 3, array( 'backorders' => 'yes', 'allowance' => '2' ) );
		$this->reserve( array( $tea => 4, $cup => 5 ) );
		$facts = fn ( int $item ): string => implode( ' ', array_map( 'strval', array_intersect_key( $this->facts( $item, '2026-03-02', '2026-03-02' ), array_flip( array( 'on_hand', 'reserved', 'available' ) ) ) ) );
		self::assertSame( array( '10 4 6', '3 5 -2' ), array( $facts( $tea ), $facts( $cup ) ) );
	}

	/**
	 * Made up here: of two items that lie there one was sold in the period. The other was sold last before it.
	 */
	public function test_dead_stock_says_when_it_was_alive(): void {
		$tea = $this->item( 10 );
		$cup = $this->item( 10 );
		$this->move( $cup, -1, 'sold' );
		$this->next_day();
		$this->move( $tea, -1, 'sold' );
		$facts = fn ( int $item ): array => array_map( 'strval', array_intersect_key( $this->facts( $item, '2026-03-03', '2026-03-03' ), array_flip( array( 'sold', 'last_sold', 'last_in' ) ) ) );
		self::assertSame( array( 'sold' => '1', 'last_sold' => '2026-03-03', 'last_in' => '2026-03-02' ), $facts( $tea ) );
		self::assertSame( array( 'sold' => '0', 'last_sold' => '2026-03-02', 'last_in' => '2026-03-02' ), $facts( $cup ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function facts( int $item, string $from, string $to ): array {
		$this->days->work( 60 );
		$facts = ( new ItemFacts( $this->db, $this->calendar, new StockOnDate( $this->db ) ) )->page( Period::of( $from, $to ), 0, 100 );
		return array_column( $facts, null, 'item_id' )[ $item ];
	}
}
