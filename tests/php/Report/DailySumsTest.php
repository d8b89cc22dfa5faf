<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Report;

use WooInventoryGuard\Report\Speed;

/**
 * Days are added up from the ledger: each once it is over, today as often as somebody looks.
 */
final class DailySumsTest extends ReportTestCase {

	public function test_a_day_added_up_twice_is_the_same_day(): void {
		$this->four_days();
		self::assertTrue( $this->days->work( 60 ) );
		$once = self::checksum( 'item_days' );
		foreach ( array( '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06' ) as $day ) {
			$this->book->add_up( $day );
		}
		self::assertSame( $once, self::checksum( 'item_days' ) );
		self::assertSame( '6', $this->db->value( 'SELECT COUNT(*) FROM %i', $this->db->table( 'item_days' ) ) );
	}

	public function test_work_that_was_cut_off_goes_on_with_the_next_day(): void {
		$this->four_days();
		self::assertSame( array( '2026-03-06', '2026-03-05', '2026-03-04', '2026-03-03', '2026-03-02' ), $this->days->due() );
		self::assertFalse( $this->days->work( 0 ), 'No time: one day, and more to do.' );
		self::assertSame( array( '2026-03-05', '2026-03-04', '2026-03-03', '2026-03-02' ), $this->days->due() );
		self::assertTrue( $this->days->work( 60 ) );
		self::assertSame( array(), $this->days->due() );
	}

	public function test_today_is_exact_when_somebody_looks(): void {
		$tea = $this->item( 20 );
		$this->days->today();
		$this->move( $tea, -3, 'sold' );
		$this->days->today();
		self::assertSame( '3', self::plain( $this->db->value( 'SELECT sold FROM %i', $this->db->table( 'shop_days' ) ) ) );
		$this->move( $tea, '-0.25', 'sold' );
		$this->days->today();
		self::assertSame( '3.25', self::plain( $this->db->value( 'SELECT sold FROM %i', $this->db->table( 'shop_days' ) ) ) );
	}

	public function test_a_day_is_not_done_before_its_last_movement_can_be_seen(): void {
		$this->item( 20 );
		$this->days->work( 60 );
		$this->next_day();
		self::assertContains( '2026-03-02', $this->days->due(), 'It was added up while it was not over.' );
		$this->days->work( 60 );
		self::assertSame( array(), $this->days->due() );
	}

	public function test_a_day_is_a_day_of_the_shop_also_when_the_clocks_change(): void {
		update_option( 'timezone_string', 'America/New_York' );
		// The night of 8 March has 23 hours: it ends at 04:00 UTC on the 9th.
		$this->clock->advance( 6 * 86_400 - 4 * 3_600 - 60 );
		$tea = $this->item( 20 );
		$this->clock->advance( 23 * 3_600 );
		$this->move( $tea, -1, 'sold' );
		$this->clock->advance( 120 );
		$this->move( $tea, -2, 'sold' );
		$this->days->work( 60 );
		$days = array_map( static fn ( array $row ): string => substr( (string) $row['day'], 0, 10 ) . ' ' . self::plain( $row['sold'] ), $this->db->rows( 'SELECT day, sold FROM %i ORDER BY day', $this->db->table( 'item_days' ) ) );
		update_option( 'timezone_string', '' );
		self::assertSame( array( '2026-03-07 0', '2026-03-08 1', '2026-03-09 2' ), $days, 'The first count was just before midnight on the 7th.' );
	}

	public function test_an_item_at_two_places_closes_with_both(): void {
		$tea = $this->item( 20 );
		$this->location( 2 );
		$this->stock( $tea, 5, 2 );
		$this->next_day();
		$this->move( $tea, -8, 'sold' );
		$this->days->work( 60 );
		self::assertSame( array( '25', '17' ), array_map( self::plain( ... ), $this->db->column( 'SELECT closing FROM %i ORDER BY day', $this->db->table( 'item_days' ) ) ) );
	}

	public function test_a_reason_of_somebody_else_is_other(): void {
		$tea = $this->item( 20 );
		$this->move( $tea, -8, 'my_own_reason' );
		$this->move( $tea, 2, 'counted' );
		$this->days->work( 60 );
		self::assertSame( '-6', self::plain( $this->db->value( 'SELECT other FROM %i', $this->db->table( 'item_days' ) ) ) );
	}

	public function test_speed_counts_only_days_on_which_it_could_be_had(): void {
		$day    = static fn ( string $sold, string $closing, string $opening, string $returned = '0' ): array => compact( 'sold', 'returned', 'opening', 'closing' );
		$window = array_map( static fn ( int $day ): string => sprintf( '2026-03-%02d', $day ), range( 1, 20 ) );
		// There from the beginning; sold out on the 10th; 4 days without; 10 more on the 15th.
		$speed = Speed::of( $window, array( '2026-03-10' => $day( '12', '0', '12' ), '2026-03-15' => $day( '4', '6', '0' ) ), 7, '2026-03-10' );
		self::assertNotNull( $speed );
		self::assertSame( array( '2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14' ), $speed->days_out );
		self::assertSame( array( 16, 1.0 ), array( $speed->days, $speed->per_day ) );
		// New on the 19th: what was before is no day without; and one good day is no forecast.
		$new = Speed::of( $window, array( '2026-03-19' => $day( '7', '0', '0' ) ), 7, '2026-03-19' );
		self::assertNotNull( $new );
		self::assertSame( array( array( '2026-03-20' ), 1.0 ), array( $new->days_out, $new->per_day ) );
		self::assertNull( Speed::of( $window, array( '2026-03-10' => $day( '2', '10', '10', '2' ) ), 7, '2026-03-10' ), 'All came back.' );
	}

	private static function plain( ?string $decimal ): string {
		return (string) \WooInventoryGuard\Stock\Quantity::from_sql( $decimal );
	}
}
