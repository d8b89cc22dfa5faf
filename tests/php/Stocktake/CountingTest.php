<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stocktake;

use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stocktake\Review\Flag;
use WooInventoryGuard\Stocktake\Review\Goods;
use WooInventoryGuard\Stocktake\Counting\Mode;
use WooInventoryGuard\Stocktake\Counting\Moment;
use WooInventoryGuard\Stocktake\Counting\Outcome;
use WooInventoryGuard\Stocktake\State;
use WooInventoryGuard\Stocktake\WrongState;

/**
 * What counts come to, and what they are compared with.
 */
final class CountingTest extends StocktakeTestCase {

	public function test_a_sale_and_a_receipt_after_a_count_do_not_become_a_variance(): void {
		$tea       = $this->item( 20 );
		$stocktake = $this->begun( array( $tea ) );
		$this->clock->advance( 60 );
		$this->counted( $stocktake, $tea, 18 );
		$this->clock->advance( 60 );
		$this->move( $tea, -5, 'damaged' );
		$this->move( $tea, 30 );

		self::assertSame( '18 counted, 20 expected, -2', $this->compared( $stocktake, $tea ) );
		$this->applied( $stocktake );
		self::assertSame( '43 / 0', $this->books( $tea ) );
		self::assertContains( '4: -2 -> 43 stocktake', $this->ledger( $tea ) );
	}

	public function test_goods_of_an_order_that_was_not_handed_over_are_counted_unless_they_are_set_aside(): void {
		$tea   = $this->item( 20 );
		$shelf = $this->begun( array( $tea ) );
		$aside = $this->begun( array( $tea ), Goods::Aside );
		$this->clock->advance( 60 );
		$this->sell( $tea, 3, '1001' );
		$this->clock->advance( 60 );
		$this->counted( $shelf, $tea, 20 );
		$this->counted( $aside, $tea, 17 );
		$this->clock->advance( 60 );
		$this->shop->packing()->handed_over( '1001' );

		self::assertSame( '20 counted, 20 expected, 0', $this->compared( $shelf, $tea ) );
		self::assertSame( '17 counted, 17 expected, 0', $this->compared( $aside, $tea ) );

		$this->clock->advance( 60 );
		$this->counted( $shelf, $tea, 17 );
		self::assertSame( '17 counted, 17 expected, 0', $this->compared( $shelf, $tea ), 'Handed over before the second count.' );
	}

	public function test_parts_add_up_a_recount_of_a_part_replaces_it_and_each_keeps_its_author(): void {
		$tea       = $this->item( 20 );
		$stocktake = $this->begun( array( $tea ) );
		$this->counted( $stocktake, $tea, 5, 11, 'window' );
		$this->clock->advance( 10 );
		$this->counted( $stocktake, $tea, 12, 12, 'cellar' );
		$this->clock->advance( 10 );
		$this->shop->stocktake_counts()->take( $stocktake, array( $this->sent( $tea, 1, Mode::Add, 'cellar' ) ), 12, '' );
		self::assertSame( '18 counted, 20 expected, -2', $this->compared( $stocktake, $tea ) );
		self::assertSame( Flag::Several->value, (int) $this->line_of( $stocktake, $tea )['flags'] );

		$this->clock->advance( 10 );
		$this->counted( $stocktake, $tea, 7, 11, 'window' );
		self::assertSame( '20 counted, 20 expected, 0', $this->compared( $stocktake, $tea ) );
		self::assertSame( array( '11', '12', '12', '11' ), $this->db->column( 'SELECT counter_id FROM %i ORDER BY id', $this->db->table( 'stocktake_counts' ) ) );
	}

	public function test_counts_come_late_in_any_order_and_more_than_once(): void {
		$tea       = $this->item( 20 );
		$stocktake = $this->begun( array( $tea ) );
		$this->clock->advance( 60 );
		$first  = $this->sent( $tea, 9 );
		$this->clock->advance( 60 );
		$second = $this->sent( $tea, 2, Mode::Add );
		$wrong  = $this->sent( $tea, 50, Mode::Add );
		$undo   = $this->sent( $tea, 0, Mode::Undo, undo: $wrong->uuid );
		$this->clock->advance( 600 );
		$counts = $this->shop->stocktake_counts();

		self::assertSame( array( Outcome::Counted, Outcome::Counted ), array_values( $counts->take( $stocktake, array( $undo, $second ), 11, '' ) ) );
		self::assertSame( array( Outcome::Counted, Outcome::Repeated, Outcome::Counted ), array_values( $counts->take( $stocktake, array( $first, $second, $wrong, $first ), 11, '' ) ) );
		self::assertSame( array( Outcome::Repeated ), array_values( $counts->take( $stocktake, array( $first ), 12, '' ) ), 'Also from another device.' );
		self::assertSame( '11 counted, 20 expected, -9', $this->compared( $stocktake, $tea ) );
	}

	public function test_a_recount_begins_a_new_round_and_late_counts_of_the_old_one_change_nothing(): void {
		$tea       = $this->item( 20 );
		$stocktake = $this->begun( array( $tea ) );
		$late      = $this->sent( $tea, 3, Mode::Add, round: 1 );
		$this->counted( $stocktake, $tea, 15 );
		self::assertSame( 1, $this->decisions->recount( $stocktake->id, array( $tea ), 'Look behind the boxes' ) );
		self::assertSame( 'not counted', $this->compared( $stocktake, $tea ) );

		$this->counted( $stocktake, $tea, 20, 12 );
		$this->shop->stocktake_counts()->take( $stocktake, array( $late ), 11, '' );
		self::assertSame( '20 counted, 20 expected, 0', $this->compared( $stocktake, $tea ) );
	}

	public function test_units_that_moved_between_two_parts_are_flagged_with_how_many(): void {
		$tea       = $this->item( 20 );
		$stocktake = $this->begun( array( $tea ) );
		$this->counted( $stocktake, $tea, 8, 11, 'window' );
		$this->clock->advance( 60 );
		$this->move( $tea, 10 );
		$this->move( $tea, -1, 'damaged' );
		$this->sell( $tea, 2, '1001' );
		$this->clock->advance( 60 );
		$this->counted( $stocktake, $tea, 12, 11, 'cellar' );

		$this->compared( $stocktake, $tea );
		$line = $this->line_of( $stocktake, $tea );
		self::assertSame( Flag::Moved->value, (int) $line['flags'] );
		self::assertSame( '11', (string) Quantity::from_sql( $line['moved_during'] ), 'A sale moves nothing before it is handed over.' );
	}

	public function test_two_stocktakes_of_one_item_find_one_loss_once_whichever_is_applied_first(): void {
		foreach ( array( true, false ) as $in_order ) {
			$tea   = $this->item( 20 );
			$early = $this->begun( array( $tea ) );
			$late  = $this->begun( array( $tea ) );
			$this->clock->advance( 60 );
			$this->counted( $early, $tea, 17 );
			$this->clock->advance( 60 );
			$this->sell( $tea, 2, 'order-' . $tea );
			$this->shop->packing()->handed_over( 'order-' . $tea );
			$this->clock->advance( 60 );
			$this->counted( $late, $tea, 15 );
			$this->clock->advance( 60 );
			$this->applied( $in_order ? $early : $late );
			$this->clock->advance( 60 );
			$this->applied( $in_order ? $late : $early );

			self::assertSame( '15 / 0', $this->books( $tea ) );
			if ( ! $in_order ) {
				self::assertSame( Flag::Superseded->value, Flag::Superseded->value & (int) $this->line_of( $early, $tea )['flags'] );
			}
		}
	}

	public function test_what_was_undone_is_found_again_by_the_next_count(): void {
		$tea   = $this->item( 20 );
		$first = $this->begun( array( $tea ) );
		$next  = $this->begun( array( $tea ) );
		$this->clock->advance( 60 );
		$this->counted( $first, $tea, 17 );
		$this->clock->advance( 60 );
		$this->counted( $next, $tea, 17 );
		$this->clock->advance( 60 );
		$this->applied( $first );
		$this->clock->advance( 60 );
		$this->shop->undoing()->begin( $first->id, 21 );
		self::assertTrue( $this->shop->undoing()->work( $first->id, 60 ) );
		self::assertSame( '20 / 0', $this->books( $tea ) );
		self::assertSame( State::Undone, $this->shop->stocktakes()->find( $first->id )?->state );

		$this->clock->advance( 60 );
		$this->applied( $next );
		self::assertSame( '17 / 0', $this->books( $tea ) );
	}

	public function test_an_item_that_is_not_on_the_list_comes_onto_it_and_is_flagged(): void {
		$tea       = $this->item( 20 );
		$cup       = $this->item( 4 );
		$stocktake = $this->begun( array( $tea ) );
		$this->counted( $stocktake, $cup, 4 );

		self::assertSame( '4 counted, 4 expected, 0', $this->compared( $stocktake, $cup ) );
		self::assertSame( Flag::Unlisted->value, (int) $this->line_of( $stocktake, $cup )['flags'] );
	}

	public function test_counts_are_taken_while_counting_and_in_review_and_never_after(): void {
		$tea       = $this->item( 20 );
		$stocktake = $this->begun( array( $tea ) );
		$this->counted( $stocktake, $tea, 19 );
		$this->reviewed( $stocktake );
		$this->clock->advance( 5 );
		$this->counted( $stocktake, $tea, 20 );
		self::assertSame( '20 counted, 20 expected, 0', $this->compared( $stocktake, $tea ) );
		$this->shop->applying()->begin( $stocktake->id, 21 );
		$this->shop->applying()->work( $stocktake->id, 10 );
		$this->expectException( WrongState::class );
		$this->counted( $stocktake, $tea, 5 );
	}

	public function test_a_moment_is_corrected_and_bounded(): void {
		$at    = static fn( string $time ): \DateTimeImmutable => new \DateTimeImmutable( "2026-03-02 $time", new \DateTimeZone( 'UTC' ) );
		$began = $at( '09:00:00' );
		$now   = $at( '12:00:00' );
		$text  = static fn( Moment $moment ): string => $moment->at->format( 'H:i:s.v' ) . ( $moment->doubtful ? ' doubtful' : '' );

		self::assertSame( '10:00:01.500', $text( Moment::of( $at( '10:00:00' ), 1500, null, $now, $began ) ) );
		self::assertSame( '09:59:58.750', $text( Moment::of( $at( '10:00:00.250' ), -1500, null, $now, $began ) ) );
		self::assertSame( '10:00:00.000', $text( Moment::of( $at( '07:00:00' ), null, $at( '09:00:00' ), $now, $began ) ), 'The time of sending is a measurement.' );
		self::assertSame( '12:00:00.000', $text( Moment::of( $at( '12:00:30' ), 0, $at( '12:00:30' ), $now, $began ) ), 'Within what clocks drift.' );
		self::assertSame( '12:00:00.000 doubtful', $text( Moment::of( $at( '13:00:00' ), 0, null, $now, $began ) ) );
		self::assertSame( '09:00:00.000 doubtful', $text( Moment::of( $at( '08:00:00' ), 0, null, $now, $began ) ) );
		self::assertSame( '10:00:00.000 doubtful', $text( Moment::of( $at( '10:00:00' ), 0, $at( '15:00:00' ), $now, $began ) ), 'The clock was set since.' );
		self::assertSame( 1772445601500000, Moment::of( $at( '10:00:00' ), 1500, null, $now, $began )->us() );
	}
}
