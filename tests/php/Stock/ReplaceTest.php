<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use WooInventoryGuard\Platform\Busy;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Error\NotEnoughStock;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\ReservationState;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * A shopper edits the cart and presses "Place order" again for the same draft order.
 */
final class ReplaceTest extends EngineTestCase {

	public function test_a_new_reservation_of_the_same_order_takes_the_place_of_the_old_one(): void {
		$tea = $this->item( 5 );
		$cup = $this->item( 5 );
		$old = $this->reserve( array( $tea => 2, $cup => 1 ), 900, null, '77' );
		$new = $this->reserve( array( $tea => 3 ), 900, null, '77' );

		self::assertSame( array( '5 / 3', '5 / 0' ), array( $this->books( $tea ), $this->books( $cup ) ) );
		self::assertSame( ReservationState::Released, $this->engine->reservations->find( $old->id )?->state );
		self::assertSame( $new->id, $this->engine->reservations->active_for( new Reference( 'order', '77' ) )?->id );
		self::assertSame( array( $new->id, $old->id ), array_map( static fn ( $one ): int => $one->id, $this->engine->reservations->of_reference( new Reference( 'order', '77' ) ) ) );
		self::assertSame( array( $new->id ), array_map( static fn ( $one ): int => $one->id, $this->engine->reservations->of_reference( new Reference( 'order', '77' ), 1 ) ) );
		self::assertEquals( $this->clock->now()->format( 'H:i:s' ), substr( (string) $this->db->value( 'SELECT closed_at FROM %i WHERE id = %d', $this->db->table( 'reservations' ), $old->id ), 11, 8 ) );
	}

	public function test_a_hold_whose_time_is_up_lends_nothing_to_the_order_that_had_it(): void {
		$cup = $this->item( 2 );
		$set = $this->bundle( array( $cup => 1 ) );
		$this->reserve( array( $set => 2 ), 900, null, '77', 'old' );
		$this->engine->ledger->accept( $cup, 1, Quantity::of( 1 ), new Cause( 'external', Reference::none() ) );
		$this->clock->advance( 901 );

		try {
			$this->reserve( array( $set => 2 ), 900, null, '77', 'late' );
			self::fail( 'There is one cup left.' );
		} catch ( NotEnoughStock $refused ) {
			self::assertSame( '1', (string) $refused->lines[0]->available );
		}
		self::assertSame( '1 / 0', $this->books( $cup ) );
		$this->reserve( array( $set => 1 ), 900, null, '77', 'less' );
		self::assertSame( '1 / 1', $this->books( $cup ) );
	}

	public function test_what_the_order_holds_already_is_there_for_its_new_lines(): void {
		$tea = $this->item( 5 );
		$this->reserve( array( $tea => 4 ), 900, null, '77' );
		$this->reserve( array( $tea => 5 ), 900, null, '77' );

		self::assertSame( '5 / 5', $this->books( $tea ) );
	}

	public function test_when_the_new_lines_cannot_be_had_the_old_ones_stay_as_they_were(): void {
		$tea = $this->item( 5 );
		$cup = $this->item( 1 );
		$old = $this->reserve( array( $tea => 4 ), 900, null, '77', 'old' );
		$this->reserve( array( $tea => 1 ), 900, null, '78' );

		$lines = $this->refused( fn () => $this->reserve( array( $tea => 5, $cup => 1 ), 900, null, '77', 'new' ) );
		self::assertSame( array( '5 asked, 4 left, short', '1 asked, 1 left' ), self::told( $lines ), 'It could have the four that it holds.' );
		self::assertSame( $old->id, $this->engine->reservations->active_for( new Reference( 'order', '77' ) )?->id );
		self::assertSame( ReservationState::Active, $this->engine->reservations->find( $old->id )?->state );
	}

	public function test_a_rival_takes_the_unit_while_we_replace(): void {
		$tea   = $this->item( 5 );
		$old   = $this->reserve( array( $tea => 2 ), 900, null, '77' );
		$rival = $this->rival( fn () => $this->reserve( array( $tea => 3 ), 900, $this->rival_engine(), '78' ), '/^\s*SELECT.*active = 1 FOR UPDATE/' );

		try {
			$this->reserve( array( $tea => 4 ), 900, null, '77' );
			self::fail( 'Sold twice.' );
		} catch ( NotEnoughStock $no ) {
			self::assertSame( array( '4 asked, 2 left, short' ), self::told( $no->lines ) );
		}
		self::assertSame( 1, $rival->acted() );
		self::assertSame( '5 / 5', $this->books( $tea ) );
		self::assertSame( $old->id, $this->engine->reservations->active_for( new Reference( 'order', '77' ) )?->id );
	}

	public function test_two_requests_replace_at_once_and_one_reservation_is_left(): void {
		$tea   = $this->item( 9 );
		$old   = $this->reserve( array( $tea => 2 ), 900, null, '77' );
		$rival = $this->rival( fn () => $this->reserve( array( $tea => 3 ), 900, $this->rival_engine(), '77' ), '/^\s*SELECT.*active = 1 FOR UPDATE/' );
		$this->reserve( array( $tea => 4 ), 900, null, '77' );

		self::assertSame( 1, $rival->acted() );
		self::assertSame( '9 / 4', $this->books( $tea ) );
		self::assertSame( 1, (int) $this->db->value( 'SELECT COUNT(*) FROM %i WHERE active = 1', $this->db->table( 'reservations' ) ) );
		self::assertSame( ReservationState::Released, $this->engine->reservations->find( $old->id )?->state );
	}

	public function test_two_first_reservations_of_one_order_at_once_leave_one(): void {
		$tea   = $this->item( 9 );
		$rival = $this->rival( fn () => $this->reserve( array( $tea => 3 ), 900, $this->rival_engine(), '77' ), '/^\s*INSERT.*reservations/' );
		$this->reserve( array( $tea => 4 ), 900, null, '77' );

		self::assertSame( 1, $rival->acted() );
		self::assertSame( '9 / 4', $this->books( $tea ) );
	}

	public function test_an_order_that_is_paid_while_we_replace_keeps_what_it_bought(): void {
		$tea   = $this->item( 9 );
		$old   = $this->reserve( array( $tea => 2 ), 900, null, '77' );
		$rival = $this->rival( fn () => $this->rival_engine()->reservations->commit( $old->id, 'paid', 0 ), '/^\s*SELECT.*active = 1 FOR UPDATE/' );
		$this->reserve( array( $tea => 4 ), 900, null, '77' );

		self::assertSame( 1, $rival->acted() );
		self::assertSame( '7 / 4', $this->books( $tea ) );
		self::assertSame( ReservationState::Committed, $this->engine->reservations->find( $old->id )?->state );
	}

	public function test_what_was_committed_of_the_old_one_stays_sold_and_only_the_rest_is_given_back(): void {
		$tea = $this->item( 9 );
		$old = $this->reserve( array( $tea => 3 ), 900, null, '77' );
		$this->engine->reservations->commit( $old->id, 'part', 0, array( self::line( $tea, 1 ) ) );
		$this->reserve( array( $tea => 4 ), 900, null, '77' );

		self::assertSame( '8 / 4', $this->books( $tea ) );
	}

	public function test_an_expired_reservation_of_the_order_is_replaced_like_any(): void {
		$tea = $this->item( 3 );
		$this->reserve( array( $tea => 3 ), 60, null, '77' );
		$this->clock->advance( 61 );
		$this->reserve( array( $tea => 2 ), 60, null, '77' );

		self::assertSame( '3 / 2', $this->books( $tea ) );
	}

	public function test_other_orders_keep_theirs(): void {
		$tea    = $this->item( 9 );
		$others = array( $this->reserve( array( $tea => 1 ), 900, null, '78' ), $this->engine->reservations->reserve( 'cart', new Reference( 'cart', '77' ), array( self::line( $tea, 1 ) ), 900, 0 ) );
		$this->reserve( array( $tea => 1 ), 900, null, '77' );
		$this->reserve( array( $tea => 2 ), 900, null, '77' );

		self::assertSame( '9 / 4', $this->books( $tea ) );
		foreach ( $others as $other ) {
			self::assertSame( ReservationState::Active, $this->engine->reservations->find( $other->id )?->state );
		}
		$lines = $this->refused( fn () => $this->reserve( array( $tea => 8 ), 900, null, '77' ) );
		self::assertSame( array( '8 asked, 7 left, short' ), self::told( $lines ) );
	}

	public function test_a_sold_reservation_that_was_marked_active_by_hand_gives_nothing_back(): void {
		$this->books_are_broken = true;
		$tea                    = $this->item( 9 );
		$old                    = $this->reserve( array( $tea => 2 ), 900, null, '77' );
		$this->engine->reservations->commit( $old->id, 'c', 0 );
		$this->reserve( array( $tea => 3 ), 900, null, '78' );
		$this->db->execute( 'UPDATE %i SET active = 1 WHERE id = %d', $this->db->table( 'reservations' ), $old->id );
		try {
			$this->reserve( array( $tea => 4 ), 900, null, '77' );
			self::fail( 'The mark still stands in the way.' );
		} catch ( Busy ) {
			self::assertSame( '7 / 3', $this->books( $tea ) );
		}
		self::assertSame( ReservationState::Committed, $this->engine->reservations->find( $old->id )?->state );
	}

	public function test_a_released_reservation_of_the_order_counts_for_nothing(): void {
		$tea = $this->item( 5 );
		$old = $this->reserve( array( $tea => 2 ), 900, null, '77' );
		$this->engine->reservations->release( $old->id, 'r' );
		$this->reserve( array( $tea => 4 ), 900, null, '78' );

		self::assertSame( array( '2 asked, 1 left, short' ), self::told( $this->refused( fn () => $this->reserve( array( $tea => 2 ), 900, null, '77' ) ) ) );
	}
}
