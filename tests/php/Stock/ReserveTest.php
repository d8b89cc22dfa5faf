<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use WooInventoryGuard\Platform\Busy;
use WooInventoryGuard\Stock\Error\InvalidQuantity;
use WooInventoryGuard\Stock\Error\NotTracked;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\ReservationState;
use WooInventoryGuard\Stock\Error\UnknownItem;
use WooInventoryGuard\Stock\Error\UnknownLocation;
use WooInventoryGuard\Tests\Support\EngineTestCase;
use WooInventoryGuard\Tests\Support\Rival;

final class ReserveTest extends EngineTestCase {

	public function test_reserved_units_stay_on_hand_and_are_no_longer_available(): void {
		$tea = $this->item( 5 );

		$reservation = $this->reserve( array( $tea => 2 ) );

		self::assertSame( ReservationState::Active, $reservation->state );
		self::assertFalse( $reservation->replayed );
		self::assertSame( '2026-03-02 09:15:00', $reservation->expires_at?->format( 'Y-m-d H:i:s' ) );
		self::assertSame( '5 / 2', $this->books( $tea ) );
		self::assertSame( '5 / 2 / 3 / ok', $this->sums( $tea ) );
		self::assertSame( array( '1: 5 -> 5 opening' ), $this->ledger( $tea ), 'A promise is no movement.' );
	}

	public function test_a_reservation_says_what_was_asked_for_whom_and_until_when(): void {
		$tea  = $this->item( 5, array( 'sku' => 'TEA' ) );
		$made = $this->reserve( array( $tea => '1.5' ), null, null, '77', 'first' );

		foreach ( array( $made, $this->engine->reservations->find( $made->id ), $this->engine->reservations->find_by_key( 'first' ) ) as $found ) {
			self::assertNotNull( $found );
			self::assertSame( array( $made->id, 'first', 'order', '77', null ), array( $found->id, $found->key, $found->reference->type, $found->reference->id, $found->expires_at ) );
			self::assertEquals( $this->clock->now(), $found->created_at );
			self::assertCount( 1, $found->lines );
			self::assertSame( array( $tea, 1, '1.5', 'TEA' ), array( $found->lines[0]->item_id, $found->lines[0]->location_id, (string) $found->lines[0]->quantity, $found->lines[0]->sku ) );
		}
		self::assertNull( $this->engine->reservations->find( $made->id + 1 ) );
		self::assertNull( $this->engine->reservations->find_by_key( 'second' ) );
		self::assertSame( '7', $this->db->value( 'SELECT actor_id FROM %i', $this->db->table( 'reservations' ) ) );
	}

	public function test_the_last_unit_goes_to_one_of_two_orders(): void {
		$tea   = $this->item( 1 );
		$rival = $this->rival( fn () => $this->reserve( array( $tea => 1 ), 900, $this->rival_engine(), 'theirs' ), '/^\s*UPDATE\s.*levels/' );

		try {
			$this->reserve( array( $tea => 1 ), 900, null, 'ours' );
			self::fail( 'Sold twice.' );
		} catch ( \WooInventoryGuard\Stock\Error\NotEnoughStock $no ) {
			self::assertSame( array( '1 asked, 0 left, short' ), self::told( $no->lines ) );
		}
		self::assertSame( 1, $rival->acted() );
		self::assertSame( '1 / 1', $this->books( $tea ) );
		self::assertNotNull( $this->engine->reservations->active_for( new Reference( 'order', 'theirs' ) ) );
		self::assertNull( $this->engine->reservations->active_for( new Reference( 'order', 'ours' ) ) );
	}

	public function test_an_order_is_refused_as_a_whole_and_told_about_every_line(): void {
		$tea    = $this->item( 5 );
		$cup    = $this->item( 1 );
		$kettle = $this->item( 0 );

		$lines = $this->refused( fn () => $this->reserve( array( $tea => 5, $cup => 2, $kettle => 1 ) ) );

		self::assertSame( array( '5 asked, 5 left', '2 asked, 1 left, short', '1 asked, 0 left, short' ), self::told( $lines ) );
		self::assertSame( $this->db->value( 'SELECT sku FROM %i WHERE id = %d', $this->db->table( 'items' ), $cup ), $lines[1]->sku );
		self::assertSame( $cup, $lines[1]->item_id );
		self::assertSame( '5 / 0', $this->books( $tea ) );
	}

	public function test_an_order_whose_second_line_runs_out_meanwhile_takes_nothing_of_the_first(): void {
		$tea   = $this->item( 5 );
		$cup   = $this->item( 1 );
		$rival = $this->rival( fn () => $this->reserve( array( $cup => 1 ), 900, $this->rival_engine() ), '/^\s*UPDATE\s.*levels/' );

		try {
			$this->reserve( array( $tea => 5, $cup => 1 ) );
			self::fail( 'Half an order.' );
		} catch ( \WooInventoryGuard\Stock\Error\NotEnoughStock $no ) {
			self::assertSame( array( '5 asked, 5 left', '1 asked, 0 left, short' ), self::told( $no->lines ) );
		}
		self::assertSame( 1, $rival->acted() );
		self::assertSame( array( '5 / 0', '1 / 1' ), array( $this->books( $tea ), $this->books( $cup ) ) );
		self::assertSame( 1, $this->count_of( 'reservations' ) );
		self::assertSame( 1, $this->count_of( 'reservation_lines' ) );
	}

	public function test_two_lines_of_one_item_are_added_up(): void {
		$tea   = $this->item( 5 );
		$order = new Reference( 'order', '1' );

		$lines = $this->refused( fn () => $this->engine->reservations->reserve( 'a', $order, array( self::line( $tea, 3 ), self::line( $tea, 3 ) ), 900, 0 ) );
		self::assertSame( array( '3 asked, 5 left, short', '3 asked, 5 left, short' ), self::told( $lines ) );

		$this->engine->reservations->reserve( 'a', $order, array( self::line( $tea, 3 ), self::line( $tea, 2 ) ), 900, 0 );
		self::assertSame( '5 / 5', $this->books( $tea ) );
	}

	public function test_a_bundle_takes_its_components_and_two_bundles_share_what_there_is(): void {
		$tea   = $this->item( 10 );
		$cup   = $this->item( 3 );
		$set   = $this->bundle( array( $tea => '0.5', $cup => 2 ) );
		$other = $this->bundle( array( $cup => 1 ) );

		$lines = $this->refused( fn () => $this->reserve( array( $set => 1, $other => 2 ) ) );
		self::assertSame( array( '1 asked, 1 left, short', '2 asked, 3 left, short' ), self::told( $lines ), 'A set and two cups need four cups.' );
		$lines = $this->refused( fn () => $this->reserve( array( $set => 2 ) ) );
		self::assertSame( array( '2 asked, 1 left, short' ), self::told( $lines ) );
		$lines = $this->refused( fn () => $this->reserve( array( $other => 1, $cup => 3, $tea => 1 ) ) );
		self::assertSame( array( '1 asked, 3 left, short', '3 asked, 3 left, short', '1 asked, 10 left' ), self::told( $lines ) );

		$held = $this->reserve( array( $set => 1, $other => 1 ) );
		self::assertSame( array( '10 / 0.5', '3 / 3' ), array( $this->books( $tea ), $this->books( $cup ) ) );
		self::assertSame( array( $set, $other ), array( $held->lines[0]->item_id, $held->lines[1]->item_id ), 'The answer speaks of bundles.' );
	}

	public function test_bundles_are_taken_apart_before_the_transaction_and_only_where_there_are_any(): void {
		$tea = $this->item( 10 );
		$set = $this->bundle( array( $tea => 1 ) );

		$this->reserve( array( $tea => 1 ) );
		self::assertSame( 0, $this->bundles->asked );
		$this->reserve( array( $set => 1 ) );
		self::assertSame( 1, $this->bundles->asked );
	}

	public function test_fractions_come_out_even(): void {
		$flour = $this->item( '0.3' );
		foreach ( array( 1, 2, 3 ) as $order ) {
			$this->reserve( array( $flour => '0.1' ) );
		}

		self::assertSame( '0.3 / 0.3', $this->books( $flour ) );
		self::assertSame( array( '0.0001 asked, 0 left, short' ), self::told( $this->refused( fn () => $this->reserve( array( $flour => '0.0001' ) ) ) ) );
	}

	public function test_very_large_and_very_small_quantities_keep_every_place(): void {
		$sand = $this->item( '99999999999' );
		$this->reserve( array( $sand => '0.0001' ) );
		self::assertSame( '99999999999 / 0.0001', $this->books( $sand ) );
		self::assertCount( 1, $this->refused( fn () => $this->reserve( array( $sand => '99999999999' ) ) ) );
		$this->reserve( array( $sand => '99999999998.9999' ) );
		self::assertSame( '99999999999 / 99999999999', $this->books( $sand ) );
	}

	public function test_backorders_are_taken_down_to_their_limit_and_no_further(): void {
		$lamp = $this->item( 2, array( 'backorders' => 'notify', 'backorder_limit' => '3', 'allowance' => '3' ) );

		self::assertSame( array( '6 asked, 5 left, short' ), self::told( $this->refused( fn () => $this->reserve( array( $lamp => 6 ) ) ) ) );
		$this->reserve( array( $lamp => 3 ) );
		self::assertSame( '2 / 3 / -1 / backorder', $this->sums( $lamp ) );
		self::assertSame( array( '3 asked, 2 left, short' ), self::told( $this->refused( fn () => $this->reserve( array( $lamp => 3 ) ) ) ) );
		$this->reserve( array( $lamp => 2 ) );
		self::assertSame( array( '0.0001 asked, 0 left, short' ), self::told( $this->refused( fn () => $this->reserve( array( $lamp => '0.0001' ) ) ) ) );
		self::assertSame( '2 / 5', $this->books( $lamp ) );
	}

	public function test_backorders_without_a_limit_never_run_out(): void {
		$lamp = $this->item( 0, array( 'backorders' => 'yes', 'allowance' => '100000000000000' ) );
		$set  = $this->bundle( array( $lamp => '0.1' ) );

		$this->reserve( array( $lamp => 99999999999 ) );
		$this->reserve( array( $set => 10 ) );

		self::assertSame( '0 / 100000000000', $this->books( $lamp ) );
	}

	public function test_an_item_whose_limit_was_lowered_sells_nothing_more(): void {
		$lamp = $this->item( 0, array( 'backorders' => 'yes', 'allowance' => '5' ) );
		$held = $this->reserve( array( $lamp => 5 ) );
		$this->db->execute( 'UPDATE %i SET allowance = 2, backorders = %s WHERE id = %d', $this->db->table( 'items' ), 'no', $lamp );

		self::assertSame( array( '1 asked, 0 left, short' ), self::told( $this->refused( fn () => $this->reserve( array( $lamp => 1 ) ) ) ) );
		$this->engine->reservations->release( $held->id, 'r' );
		self::assertSame( '0 / 0 / 0 / out', $this->sums( $lamp ) );
	}

	public function test_the_status_follows_every_change(): void {
		$tea = $this->item( 5, array( 'low_at' => '2' ) );
		self::assertSame( '5 / 0 / 5 / ok', $this->sums( $tea ) );
		$this->reserve( array( $tea => '2.9999' ) );
		self::assertSame( '5 / 2.9999 / 2.0001 / ok', $this->sums( $tea ) );
		$this->reserve( array( $tea => '0.0001' ) );
		self::assertSame( '5 / 3 / 2 / low', $this->sums( $tea ) );
		$last = $this->reserve( array( $tea => 2 ) );
		self::assertSame( '5 / 5 / 0 / out', $this->sums( $tea ) );
		$this->engine->reservations->release( $last->id, 'r' );
		self::assertSame( '5 / 3 / 2 / low', $this->sums( $tea ) );
	}

	public function test_nothing_left_is_out_of_stock_even_where_the_threshold_is_below_zero(): void {
		$tea = $this->item( 1, array( 'low_at' => '-1' ) );
		$this->reserve( array( $tea => 1 ) );

		self::assertSame( '1 / 1 / 0 / out', $this->sums( $tea ) );
	}

	public function test_every_change_of_an_item_raises_its_version_and_its_time(): void {
		$tea    = $this->item( 5 );
		$before = (array) $this->db->row( 'SELECT version, updated_at FROM %i WHERE id = %d', $this->db->table( 'items' ), $tea );
		$this->clock->advance( 60 );
		$this->reserve( array( $tea => 1 ) );
		$after = (array) $this->db->row( 'SELECT version, updated_at FROM %i WHERE id = %d', $this->db->table( 'items' ), $tea );

		self::assertSame( (int) $before['version'] + 1, (int) $after['version'] );
		self::assertStringStartsWith( '2026-03-02 09:01:00', (string) $after['updated_at'] );
	}

	public function test_each_location_sells_its_own_units(): void {
		$tea = $this->item( 5 );
		$this->location( 2 );
		$this->stock( $tea, 1, 2 );
		$order = fn ( string $key, int $location, int $quantity ) => $this->engine->reservations->reserve( $key, new Reference( 'order', $key ), array( self::line( $tea, $quantity, $location ) ), 900, 0 );

		self::assertSame( array( '2 asked, 1 left, short' ), self::told( $this->refused( fn () => $order( 'a', 2, 2 ) ) ) );
		$order( 'b', 2, 1 );
		self::assertSame( array( '5 / 0', '1 / 1' ), array( $this->books( $tea ), $this->books( $tea, 2 ) ) );
		self::assertSame( '6 / 1 / 5 / ok', $this->sums( $tea ) );
		self::assertSame( array( '1 asked, 0 left, short' ), self::told( $this->refused( fn () => $order( 'c', 2, 1 ) ) ) );
		$order( 'd', 1, 5 );
		self::assertSame( '6 / 6 / 0 / out', $this->sums( $tea ) );
	}

	public function test_one_order_may_take_from_two_locations(): void {
		$tea = $this->item( 2 );
		$this->location( 2 );
		$this->stock( $tea, 1, 2 );

		$this->engine->reservations->reserve( 'a', new Reference( 'order', '1' ), array( self::line( $tea, 1, 2 ), self::line( $tea, 2, 1 ) ), 900, 0 );

		self::assertSame( array( '2 / 2', '1 / 1' ), array( $this->books( $tea ), $this->books( $tea, 2 ) ) );
	}

	public function test_a_location_that_never_had_the_item_has_none(): void {
		$tea = $this->item( 5 );
		$this->location( 2 );

		$lines = $this->refused( fn () => $this->engine->reservations->reserve( 'a', new Reference( 'order', '1' ), array( self::line( $tea, 1, 2 ) ), 900, 0 ) );

		self::assertSame( array( '1 asked, 0 left, short' ), self::told( $lines ) );
	}

	public function test_what_is_unknown_or_not_counted_cannot_be_reserved(): void {
		$tea     = $this->item( 5 );
		$voucher = $this->item( 5, array( 'tracked' => 0 ) );
		$empty   = $this->bundle( array() );
		$before  = self::checksum();
		$order   = new Reference( 'order', '1' );

		foreach (
			array(
				UnknownItem::class     => array( self::line( $tea, 1 ), self::line( 999999, 1 ) ),
				UnknownLocation::class => array( self::line( $tea, 1, 42 ) ),
				NotTracked::class      => array( self::line( $voucher, 1 ) ),
				InvalidQuantity::class => array( self::line( $tea, 0 ) ),
			) as $error => $lines
		) {
			self::assert_throws( $error, fn () => $this->engine->reservations->reserve( 'a', $order, $lines, 900, 0 ) );
		}
		self::assert_throws( NotTracked::class, fn () => $this->engine->reservations->reserve( 'a', $order, array( self::line( $empty, 1 ) ), 900, 0 ) );
		self::assert_throws( InvalidQuantity::class, fn () => $this->engine->reservations->reserve( 'a', $order, array( self::line( $tea, -1 ) ), 900, 0 ) );
		self::assert_throws( InvalidQuantity::class, fn () => $this->engine->reservations->reserve( 'a', $order, array(), 900, 0 ) );
		self::assertSame( $before, self::checksum() );
	}

	public function test_a_set_that_would_need_a_fifth_decimal_place_is_refused_as_such(): void {
		$flour = $this->item( 5 );
		$set   = $this->bundle( array( $flour => '0.001' ) );

		self::assert_throws( InvalidQuantity::class, fn () => $this->reserve( array( $set => '0.01' ) ) );
	}

	public function test_an_item_that_stops_being_counted_meanwhile_is_not_promised(): void {
		$tea = $this->item( 5 );
		$off = fn () => $this->rival_db()->execute( 'UPDATE %i SET tracked = 0 WHERE id = %d', $this->db->table( 'items' ), $tea );
		$this->rival( $off, '/^\s*START TRANSACTION/' );

		self::assert_throws( NotTracked::class, fn () => $this->reserve( array( $tea => 1 ) ) );
		self::assertSame( '5 / 0', $this->books( $tea ) );
	}

	public function test_an_item_on_backorder_that_stops_being_counted_meanwhile_is_not_promised(): void {
		$lamp = $this->item( 0, array( 'backorders' => 'yes', 'allowance' => '5' ) );
		$off  = fn () => $this->rival_db()->execute( 'UPDATE %i SET tracked = 0 WHERE id = %d', $this->db->table( 'items' ), $lamp );
		// The first transaction finds too little on hand; after the look at what backorders allow comes the second.
		$rival = Rival::comes( $off, '/^\s*START TRANSACTION/', 2 );

		self::assert_throws( NotTracked::class, fn () => $this->reserve( array( $lamp => 1 ) ) );
		self::assertSame( array( 1, '0 / 0' ), array( $rival->acted(), $this->books( $lamp ) ) );
	}

	public function test_a_hold_on_an_item_that_is_no_longer_counted_can_end(): void {
		$tea  = $this->item( 5 );
		$held = $this->reserve( array( $tea => 2 ) );
		$sold = $this->reserve( array( $tea => 1 ) );
		$this->db->execute( 'UPDATE %i SET tracked = 0, status = 4 WHERE id = %d', $this->db->table( 'items' ), $tea );

		$this->engine->reservations->release( $held->id, 'r' );
		$this->engine->reservations->commit( $sold->id, 'c', 0 );

		self::assertSame( '4 / 0 / 4 / untracked', $this->sums( $tea ) );
	}

	public function test_stock_that_arrives_after_the_look_and_before_the_refusal_is_sold(): void {
		$tea   = $this->item( 0 );
		$rival = Rival::comes(
			fn () => $this->rival_engine()->ledger->adjust( AdjustTest::delta( $tea, 3 ), 'delivery' ),
			'/SELECT.*reservations.*expires_at <=/s'
		);

		$this->reserve( array( $tea => 2 ) );

		self::assertSame( 1, $rival->acted() );
		self::assertSame( '3 / 2', $this->books( $tea ) );
	}

	public function test_an_item_that_changes_hands_too_quickly_is_busy_and_never_sold_out(): void {
		$tea  = $this->item( 1 );
		$turn = 0;
		// Somebody takes the unit whenever we reach for it, and gives it back whenever we ask why.
		$held  = null;
		$other = $this->rival_engine();
		$taker = Rival::comes(
			function () use ( $tea, $other, &$held, &$turn ): void {
				$held = $this->reserve( array( $tea => 1 ), 900, $other, 'rival-' . ( ++$turn ) );
			},
			'/^\s*START TRANSACTION/',
			1,
			PHP_INT_MAX
		);
		$giver = Rival::comes(
			function () use ( $other, &$held ): void {
				if ( null !== $held ) {
					$other->reservations->release( $held->id, 'give-back-' . $held->id );
					$held = null;
				}
			},
			'/SELECT.*reservations.*expires_at <=/s',
			1,
			PHP_INT_MAX
		);

		self::assert_throws( Busy::class, fn () => $this->reserve( array( $tea => 1 ), 900, null, 'ours' ) );
		$taker->leaves();
		$giver->leaves();
		self::assertNull( $this->engine->reservations->active_for( new Reference( 'order', 'ours' ) ) );
	}

	public function test_who_holds_an_item_is_listed_newest_first(): void {
		$tea    = $this->item( 9 );
		$cup    = $this->item( 9 );
		$first  = $this->reserve( array( $tea => 1, $cup => 1 ) );
		$second = $this->reserve( array( $tea => 2 ), null );
		$third  = $this->reserve( array( $tea => 3 ) );
		$this->reserve( array( $cup => 4 ) );
		$short = $this->reserve( array( $tea => 1 ), 60 );
		$this->engine->reservations->release( $third->id, 'r' );
		$this->engine->reservations->commit( $second->id, 'c', 0, array( self::line( $tea, '0.5' ) ) );
		$this->clock->advance( 60 );

		$held = static fn ( array $rows ): array => array_map( static fn ( array $row ): string => $row['reservation']->id . ' ' . $row['quantity'], $rows );
		self::assertSame( array( $second->id . ' 1.5', $first->id . ' 1' ), $held( $this->engine->reservations->active_for_item( $tea ) ) );
		self::assertSame( array( $second->id . ' 1.5' ), $held( $this->engine->reservations->active_for_item( $tea, 1 ) ) );
		self::assertSame( ReservationState::Expired, $this->engine->reservations->find( $short->id )?->state, 'Its time is up, though nobody has swept it.' );
	}

	public function test_an_active_reservation_can_be_given_the_number_of_its_order_later(): void {
		$tea   = $this->item( 9 );
		$draft = $this->reserve( array( $tea => 1 ), 900, null, 'cart-1' );
		$other = $this->reserve( array( $tea => 1 ), 900, null, '500' );
		$order = new Reference( 'order', '501' );

		self::assertTrue( $this->engine->reservations->refer( $draft->id, $order ) );
		self::assertSame( $draft->id, $this->engine->reservations->active_for( $order )?->id );
		self::assertNull( $this->engine->reservations->active_for( new Reference( 'order', 'cart-1' ) ) );
		self::assertFalse( $this->engine->reservations->refer( $draft->id, new Reference( 'order', '500' ) ), 'That order has one.' );
		$this->engine->reservations->release( $other->id, 'r' );
		self::assertFalse( $this->engine->reservations->refer( $other->id, new Reference( 'order', '502' ) ), 'It is over.' );
		self::assertSame( array( $draft->id ), array_map( static fn ( $one ): int => $one->id, $this->engine->reservations->of_reference( $order ) ) );
	}

	/**
	 * @param class-string<\Throwable> $error
	 */
	private static function assert_throws( string $error, callable $work ): void {
		try {
			$work();
		} catch ( \Throwable $thrown ) {
			self::assertInstanceOf( $error, $thrown, $thrown->getMessage() );
			return;
		}
		self::fail( $error . ' was expected.' );
	}
}
