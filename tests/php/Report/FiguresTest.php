<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Report;

use WooInventoryGuard\Report\InvalidPeriod;
use WooInventoryGuard\Report\Period;
use WooInventoryGuard\Report\Totals;
use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * Every formula, with numbers that were worked out by hand: see ReportTestCase for the shop.
 */
final class FiguresTest extends ReportTestCase {

	public function test_figures_of_a_period_and_of_the_one_before(): void {
		$this->four_days();
		$this->rounds->run();
		self::assertSame(
			array(
				'value_cost'    => '120 (70)',
				'value_average' => '120 (70)',
				'value_price'   => '240 (140)',
				'units'         => '24 (14)',
				// One of two items is out, then and now.
				'out_rate'      => '0.5 (0.5)',
				// Nothing was sold since; before: 70 in stock at cost, 33 sold at cost in 2 days.
				'cover_days'    => 'unknown (4.2)',
				// 0 of 14 + 10; before: 10 - 1 of 24.
				'sell_through'  => '0 (0.375)',
				'sold'          => '0 (9)',
				// Cups: 4 sold, on 2 days, by at least 7: 0.5714 a day, at 8 each; out on two days, and on one before.
				'lost_units'    => '1.1428 (0.5714)',
				'lost_sales'    => '9.1424 (4.5712)',
			),
			self::read( $this->overview->figures( Period::of( '2026-03-05', '2026-03-06' ) ) )
		);
	}

	public function test_nothing_is_known_of_days_before_the_first(): void {
		$this->four_days();
		$this->rounds->run();
		$figures = self::read( $this->overview->figures( Period::ending( '2026-03-06', 30 ) ) );
		self::assertSame( '120 (unknown)', $figures['value_cost'] );
		self::assertSame( '9 (unknown)', $figures['sold'] );
		// 9 of the 24 that were first counted and the 10 that came.
		self::assertSame( '0.2647 (unknown)', $figures['sell_through'] );
		// 120 in stock at cost, 33 sold at cost in the 5 days that are known.
		self::assertSame( '18.2 (unknown)', $figures['cover_days'] );
	}

	public function test_each_day_closes_with_what_was_there(): void {
		$this->four_days();
		$this->rounds->run();
		$closed = array_map( static fn ( array $end ): string => "{$end['totals']->units}, {$end['totals']->cost}, {$end['totals']->price}, {$end['totals']->items_out}" . ( $end['reckoned'] ? ', reckoned' : '' ), $this->overview->values( Period::ending( '2026-03-06', 7 ) ) );
		self::assertSame(
			array(
				'2026-03-02' => '24, 108, 232, 0, reckoned',
				'2026-03-03' => '14, 70, 140, 1, reckoned',
				'2026-03-04' => '14, 70, 140, 1, reckoned',
				'2026-03-05' => '24, 120, 240, 1',
				'2026-03-06' => '24, 120, 240, 1',
			),
			$closed
		);
	}

	public function test_a_day_that_was_seen_keeps_the_costs_of_that_day(): void {
		$this->four_days();
		$this->rounds->run();
		$this->next_day();
		$this->rounds->run();
		$this->db->execute( "UPDATE %i SET unit_cost = '7' WHERE id = %d", $this->db->table( 'items' ), $this->tea );
		$this->next_day();
		$this->rounds->run();
		$values = $this->overview->values( Period::ending( '2026-03-08', 3 ) );
		self::assertSame( '120', (string) $values['2026-03-06']['totals']->cost );
		self::assertSame( '168', (string) $values['2026-03-08']['totals']->cost );
	}

	/**
	 * 24 teas at 5, and 8 more at 9 on the 7th: the last cost is 9, the average (24 * 5 + 8 * 9) / 32 = 6. Two are sold on
	 * the 8th, so that 30 are left, and 32 are reckoned back for the 7th.
	 */
	public function test_stock_is_worth_what_was_paid_for_it_on_average(): void {
		$this->four_days();
		$this->rounds->run();
		$this->next_day();
		$this->engine->ledger->adjust( Adjustment::delta( $this->tea, 1, Quantity::of( 8 ), new Cause( 'received', Reference::none() ), Quantity::of( 9 ) ), $this->key() );
		$this->next_day();
		$this->move( $this->tea, -2, 'sold' );
		$this->rounds->run();
		$worth = fn (): array => array_map( static fn ( array $end ): string => "{$end['totals']->cost} / {$end['totals']->average}" . ( $end['reckoned'] ? ', reckoned' : '' ), $this->overview->values( Period::ending( '2026-03-08', 3 ) ) );
		$wrote = fn ( string $day, string $what ) => $this->db->execute( "UPDATE %i SET {$what} = NULL WHERE day = %s", $this->db->table( 'shop_days' ), $day );
		self::assertSame( array( '2026-03-06' => '120 / 120', '2026-03-07' => '288 / 192', '2026-03-08' => '270 / 180' ), $worth() );
		$wrote( '2026-03-07', 'looked_at' );
		self::assertSame( '288 / 192, reckoned', $worth()['2026-03-07'] );
		// Days of a version that knew no average: the cost stands for it, 180 and 2 at 9.
		$wrote( '2026-03-08', 'moved_average' );
		$wrote( '2026-03-06', 'value_average' );
		self::assertSame( array( '120 / 120', '288 / 198, reckoned', '270 / 180' ), array_values( $worth() ) );
	}

	public function test_movements_by_day_say_every_day(): void {
		$this->four_days();
		$this->rounds->run();
		$days = array_map( static fn ( array $day ): string => implode( ' ', $day ), $this->overview->movements( Period::of( '2026-03-02', '2026-03-06' ) ) );
		self::assertSame( array( '2026-03-02 0 0 0 0 0', '2026-03-03 10 0 0 0 0', '2026-03-04 0 1 0 1 0', '2026-03-05 0 0 10 0 0', '2026-03-06 0 0 0 0 0' ), $days );
	}

	public function test_bundles_and_items_that_are_not_counted_have_no_value(): void {
		$this->item( 3, array( 'unit_cost' => '2', 'price' => '4', 'tracked' => 0 ) );
		$tea = $this->item( 5, array( 'unit_cost' => '0.3333', 'price' => null ) );
		$this->bundle( array( $tea => 1 ) );
		$now = $this->valuation->now();
		self::assertSame( array( '5', '1.6665', '0', 1 ), array( (string) $now->units, (string) $now->cost, (string) $now->price, $now->items ) );
	}

	public function test_a_shop_without_items_has_no_rate(): void {
		self::assertNull( ( new Totals( Quantity::zero(), Quantity::zero(), Quantity::zero(), Quantity::zero(), 0, 0 ) )->out_rate() );
		self::assertSame( 'unknown (unknown)', self::read( $this->overview->figures( Period::ending( $this->calendar->today(), 7 ) ) )['cover_days'] );
	}

	public function test_a_period_is_compared_with_as_many_days_before_it(): void {
		$before = Period::of( '2026-03-01', '2026-03-31' )->before();
		self::assertSame( array( '2026-01-29', '2026-02-28', 31 ), array( $before->from, $before->to, $before->days ) );
		$this->expectException( InvalidPeriod::class );
		Period::of( '2026-02-30', '2026-03-01' );
	}
}
