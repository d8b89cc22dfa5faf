<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Report;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Report\ItemFacts;
use WooInventoryGuard\Report\Period;
use WooInventoryGuard\Report\StockOnDate;
use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * What there was on a date, and what each item did in a period.
 */
final class StockOnDateTest extends ReportTestCase {

	public function test_on_any_date_it_is_the_sum_of_what_came_and_went_before(): void {
		$seed = (int) ( getenv( 'WIG_SEED' ) ?: random_int( 1, 1_000_000 ) );
		mt_srand( $seed );
		$this->location( 2 );
		$items = array();
		for ( $number = 0; $number < 5; $number++ ) {
			$items[] = $this->item( 20 );
			$this->stock( $items[ $number ], 5, 2 );
		}
		$began = $this->clock->now();
		for ( $line = 0; $line < 40; $line++ ) {
			$this->move( $items[ mt_rand( 0, 4 ) ], mt_rand( 0, 1 ) ? '1.25' : '-0.5', 'found' );
			$this->clock->advance( mt_rand( 1, 7_200 ) );
		}
		$span  = $this->clock->now()->getTimestamp() - $began->getTimestamp();
		$stock = new StockOnDate( $this->db );
		for ( $turn = 0; $turn < 10; $turn++ ) {
			$at    = $began->modify( '+' . mt_rand( -100, $span ) . ' seconds' );
			$sums  = array_column( $this->db->rows( 'SELECT item_id, SUM( delta ) AS delta FROM %i WHERE created_at < %s GROUP BY item_id', $this->db->table( 'movements' ), Clock::sql( $at ) ), 'delta', 'item_id' );
			$found = array_column( array( ...$stock->page( $at, 0, 3 ), ...$stock->page( $at, $items[2], 3 ) ), 'on_hand', 'item_id' );
			foreach ( $items as $item ) {
				self::assertSame( (string) Quantity::from_sql( $sums[ $item ] ?? null ), (string) $found[ $item ], "Seed $seed, turn $turn" );
			}
		}
	}

	public function test_what_it_is_worth_is_reckoned_at_the_costs_of_today(): void {
		$this->four_days();
		$page  = fn (): array => ( new StockOnDate( $this->db ) )->page( $this->clock->now(), 0, 10 );
		$costs = static fn ( array $items ): array => array_map( static fn ( array $item ): string => $item['unit_cost'] . ' / ' . $item['average_cost'], $items );
		self::assertSame( array( '5 / 5', '2 / 2' ), $costs( $page() ), 'Until a receipt says more, the average is the last cost.' );
		// 24 at 5 and 8 at 9: 192 by 32.
		$paid = new Cause( 'received', Reference::none() );
		$this->engine->ledger->adjust( Adjustment::delta( $this->tea, 1, Quantity::of( 8 ), $paid, Quantity::of( 9 ) ), $this->key() );
		self::assertSame( array( '9 / 6', '2 / 2' ), $costs( $page() ) );
	}

	public function test_what_an_item_did_in_a_period(): void {
		$this->four_days();
		$this->days->work( 60 );
		$facts = ( new ItemFacts( $this->db, $this->calendar, new StockOnDate( $this->db ) ) )->page( Period::of( '2026-03-03', '2026-03-09' ), 0, 10 );
		$read  = static fn ( array $item ): array => array_map( static fn ( mixed $value ): mixed => $value instanceof Quantity ? (string) $value : $value, array_intersect_key( $item, array_flip( array( 'begin', 'on_hand', 'sold', 'received', 'lost', 'last_sold', 'last_in' ) ) ) );
		self::assertSame(
			array( 'on_hand' => '24', 'begin' => '20', 'sold' => '5', 'received' => '10', 'lost' => '1', 'last_sold' => '2026-03-03', 'last_in' => '2026-03-05' ),
			$read( $facts[0] )
		);
		self::assertSame( array( '0', '4', '4' ), array( (string) $facts[1]['on_hand'], (string) $facts[1]['begin'], (string) $facts[1]['sold'] ) );
		self::assertSame( array( 5, 6 ), array( (int) (string) $facts[0]['weeks'][0], $facts[1]['days_out'] ), 'The cup sold out on the 3rd; six days without since.' );
	}
}
