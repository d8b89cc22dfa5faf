<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Lines\HistoryFilter;
use WooInventoryGuard\Stock\Error\InvalidQuantity;
use WooInventoryGuard\Stock\Error\KeyReused;
use WooInventoryGuard\Stock\Movement;
use WooInventoryGuard\Stock\Error\NotTracked;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Error\StaleLevel;
use WooInventoryGuard\Stock\Error\UnknownItem;
use WooInventoryGuard\Stock\Error\UnknownLocation;
use WooInventoryGuard\Tests\Support\EngineTestCase;

final class AdjustTest extends EngineTestCase {

	public static function delta( int $item_id, int|float|string $by, string $reason = 'received', int $location_id = 1 ): Adjustment {
		return Adjustment::delta( $item_id, $location_id, Quantity::of( $by ), new Cause( $reason, new Reference( 'delivery', '12' ), 3, 'Two boxes' ) );
	}

	public static function counted( int $item_id, int|float|string $set, int|float|string $seen, int $location_id = 1 ): Adjustment {
		return Adjustment::counted( $item_id, $location_id, Quantity::of( $set ), Quantity::of( $seen ), new Cause( 'counted', Reference::none(), 3 ) );
	}

	public function test_every_change_of_on_hand_is_one_line_of_the_ledger_with_the_balance_after_it(): void {
		$tea      = $this->item( 5 );
		$movement = $this->engine->ledger->adjust( self::delta( $tea, '2.5' ), 'a' );
		$this->engine->ledger->adjust( self::delta( $tea, '-0.25', 'damaged' ), 'b' );

		self::assertSame( array( '1: 5 -> 5 opening', '2: 2.5 -> 7.5 received', '3: -0.25 -> 7.25 damaged' ), $this->ledger( $tea ) );
		self::assertSame( '7.25 / 0', $this->books( $tea ) );
		self::assertSame( '7.25 / 0 / 7.25 / ok', $this->sums( $tea ) );
		self::assertSame(
			array( $tea, 1, 2, '2.5', '7.5', 'received', 'delivery', '12', 3, 'Two boxes' ),
			array( $movement->item_id, $movement->location_id, $movement->seq, (string) $movement->delta, (string) $movement->balance_after, $movement->reason, $movement->reference->type, $movement->reference->id, $movement->actor, $movement->note )
		);
		self::assertEquals( $this->clock->now(), $movement->created_at );
	}

	public function test_the_balance_counts_what_a_rival_did_just_before(): void {
		$tea   = $this->item( 5 );
		$rival = $this->rival( fn () => $this->rival_engine()->ledger->adjust( self::delta( $tea, 10 ), 'theirs' ), '/^\s*UPDATE\s.*levels/' );

		$movement = $this->engine->ledger->adjust( self::delta( $tea, 1 ), 'ours' );

		self::assertSame( 1, $rival->acted() );
		self::assertSame( '16', (string) $movement->balance_after );
		self::assertSame( array( '1: 5 -> 5 opening', '2: 10 -> 15 received', '3: 1 -> 16 received' ), $this->ledger( $tea ) );
	}

	public function test_units_promised_to_an_order_cannot_be_taken_away(): void {
		$tea = $this->item( 5 );
		$this->reserve( array( $tea => 3 ) );

		self::assertSame( array( '2.0001 asked, 2 left, short' ), self::told( $this->refused( fn () => $this->engine->ledger->adjust( self::delta( $tea, '-2.0001' ), 'a' ) ) ) );
		$this->engine->ledger->adjust( self::delta( $tea, -2 ), 'a' );
		self::assertSame( '3 / 3', $this->books( $tea ) );
		self::assertSame( array( '3 asked, 0 left, short' ), self::told( $this->refused( fn () => $this->engine->ledger->adjust( self::counted( $tea, 0, 3 ), 'b' ) ) ), 'Nor by a count.' );
	}

	public function test_backorders_let_on_hand_go_below_what_is_promised_down_to_the_limit(): void {
		$lamp = $this->item( 1, array( 'backorders' => 'yes', 'allowance' => '2' ) );
		$this->reserve( array( $lamp => 1 ) );

		self::assertCount( 1, $this->refused( fn () => $this->engine->ledger->adjust( self::delta( $lamp, -3 ), 'a' ) ) );
		$this->engine->ledger->adjust( self::delta( $lamp, -2 ), 'a' );
		self::assertSame( '-1 / 1 / -2 / backorder', $this->sums( $lamp ) );
	}

	public function test_more_stock_is_always_welcome_even_where_the_books_are_short(): void {
		$tea = $this->item( -4 );
		self::assertSame( '-4 / 0 / -4 / out', $this->sums( $tea ) );
		self::assertSame( '4.0000', $this->owed( $tea ) );

		self::assertSame( array( '1 asked, 0 left, short' ), self::told( $this->refused( fn () => $this->reserve( array( $tea => 1 ) ) ) ), 'What is owed is not for sale.' );
		self::assertCount( 1, $this->refused( fn () => $this->engine->ledger->adjust( self::delta( $tea, -1 ), 'more' ) ) );
		$this->engine->ledger->adjust( self::delta( $tea, 3 ), 'a' );
		self::assertSame( array( '-1 / 0', '1.0000' ), array( $this->books( $tea ), $this->owed( $tea ) ) );
		$this->engine->ledger->adjust( self::delta( $tea, 3 ), 'b' );
		self::assertSame( array( '2 / 0', '0.0000' ), array( $this->books( $tea ), $this->owed( $tea ) ) );
		$this->reserve( array( $tea => 2 ) );
		self::assertCount( 1, $this->refused( fn () => $this->reserve( array( $tea => 1 ) ) ), 'A debt that was paid does not come back.' );
		self::assertSame( '0.0000', $this->owed( $tea ) );
	}

	public function test_a_count_needs_the_number_that_the_counter_saw(): void {
		$tea      = $this->item( 5 );
		$movement = $this->engine->ledger->adjust( self::counted( $tea, '3.5', 5 ), 'a' );

		self::assertSame( array( '-1.5', '3.5' ), array( (string) $movement->delta, (string) $movement->balance_after ) );
		$before = self::checksum();
		try {
			$this->engine->ledger->adjust( self::counted( $tea, 4, 5 ), 'b' );
			self::fail( 'Overwritten.' );
		} catch ( StaleLevel $stale ) {
			self::assertSame( array( $tea, '5', '3.5' ), array( $stale->item_id, (string) $stale->expected, (string) $stale->on_hand ) );
		}
		self::assertSame( $before, self::checksum() );
	}

	public function test_a_count_does_not_overwrite_a_sale_that_happened_while_it_was_saved(): void {
		$tea   = $this->item( 5 );
		$sale  = $this->reserve( array( $tea => 1 ) );
		$rival = $this->rival( fn () => $this->rival_engine()->reservations->commit( $sale->id, 'theirs', 0 ), '/^\s*UPDATE\s.*levels/' );

		try {
			$this->engine->ledger->adjust( self::counted( $tea, 5, 5 ), 'ours' );
			self::fail( 'The sale was counted away.' );
		} catch ( StaleLevel $stale ) {
			self::assertSame( '4', (string) $stale->on_hand );
		}
		self::assertSame( 1, $rival->acted() );
		self::assertSame( '4 / 0', $this->books( $tea ) );
	}

	public function test_a_count_that_agrees_is_written_down_too(): void {
		$tea = $this->item( 5 );
		$this->engine->ledger->adjust( self::counted( $tea, 5, 5 ), 'a' );

		self::assertSame( array( '1: 5 -> 5 opening', '2: 0 -> 5 counted' ), $this->ledger( $tea ) );
	}

	public function test_what_an_outsider_changed_is_taken_down_by_its_difference_whatever_a_rival_did(): void {
		$tea = $this->item( 10 );
		$this->reserve( array( $tea => 4 ) );
		$rival = $this->rival( fn () => $this->rival_engine()->ledger->adjust( self::delta( $tea, -3, 'damaged' ), 'theirs' ), '/^\s*UPDATE\s.*levels/' );
		$cause = new Cause( 'external', Reference::none(), 3, 'Quick edit' );

		self::assertSame( '9', (string) $this->engine->ledger->accept_change( $tea, 1, Quantity::of( 2 ), $cause ) );
		self::assertSame( 1, $rival->acted() );
		self::assertSame( '3', (string) $this->engine->ledger->accept_change( $tea, 1, Quantity::of( -6 ), $cause ), 'It has happened, so no limit applies.' );
		self::assertSame( array( '3 / 4', '1.0000' ), array( $this->books( $tea ), $this->owed( $tea ) ) );
		self::assertSame( '3', (string) $this->engine->ledger->accept_change( $tea, 1, Quantity::zero(), $cause ) );
		self::assertSame( array( '1: 10 -> 10 opening', '2: -3 -> 7 damaged', '3: 2 -> 9 external', '4: -6 -> 3 external' ), $this->ledger( $tea ) );
	}

	public function test_a_change_by_nothing_is_refused(): void {
		$this->expectException( InvalidQuantity::class );
		self::delta( 1, 0 );
	}

	public function test_the_same_key_gives_the_same_movement_for_ever(): void {
		$tea   = $this->item( 5 );
		$first = $this->engine->ledger->adjust( self::delta( $tea, 2 ), 'a' );
		$this->engine->ledger->adjust( self::delta( $tea, -1 ), 'b' );
		$before = self::checksum();
		self::assertEquals( $first, $this->engine->ledger->adjust( self::delta( $tea, 2 ), 'a' ) );

		$this->db->execute( 'UPDATE %i SET tracked = 0 WHERE id = %d', $this->db->table( 'items' ), $tea );
		self::assertEquals( $first, $this->engine->ledger->adjust( self::delta( $tea, 2 ), 'a' ), 'Whatever happened since.' );
		$this->db->execute( 'UPDATE %i SET tracked = 1 WHERE id = %d', $this->db->table( 'items' ), $tea );
		self::assertSame( $before, self::checksum() );
	}

	public function test_the_same_key_for_another_change_is_refused(): void {
		$tea = $this->item( 5 );
		$this->engine->ledger->adjust( self::delta( $tea, 2 ), 'a' );
		$before = self::checksum();
		$others = array(
			self::delta( $tea, 3 ),
			self::delta( $tea, 2, 'found' ),
			self::delta( 999999, 2 ),
			self::counted( $tea, 7, 5 ),
			Adjustment::delta( $tea, 1, Quantity::of( 2 ), new Cause( 'received', new Reference( 'delivery', '13' ), 3, 'Two boxes' ) ),
			Adjustment::delta( $tea, 1, Quantity::of( 2 ), new Cause( 'received', new Reference( 'delivery', '12' ), 3, 'Three boxes' ) ),
		);
		foreach ( $others as $other ) {
			try {
				$this->engine->ledger->adjust( $other, 'a' );
				self::fail( 'The key stands for something else.' );
			} catch ( KeyReused $reused ) {
				self::assertSame( 'a', $reused->key );
			}
		}
		self::assertSame( $before, self::checksum() );
	}

	public function test_a_refused_change_leaves_its_key_free(): void {
		$tea = $this->item( 5 );
		$this->refused( fn () => $this->engine->ledger->adjust( self::delta( $tea, -6 ), 'a' ) );
		$this->engine->ledger->adjust( self::delta( $tea, -5 ), 'a' );

		self::assertSame( '0 / 0', $this->books( $tea ) );
	}

	public function test_the_same_key_sent_twice_at_once_happens_once(): void {
		$tea    = $this->item( 5 );
		$theirs = null;
		$rival  = $this->rival(
			function () use ( $tea, &$theirs ): void {
				$theirs = $this->rival_engine()->ledger->adjust( self::delta( $tea, 2 ), 'a' );
			},
			'/^\s*INSERT.*requests/'
		);

		$ours = $this->engine->ledger->adjust( self::delta( $tea, 2 ), 'a' );

		self::assertSame( 1, $rival->acted() );
		self::assertEquals( $theirs, $ours );
		self::assertSame( '7 / 0', $this->books( $tea ) );
	}

	public function test_stock_can_arrive_at_a_location_that_never_had_the_item(): void {
		$tea = $this->item( 5 );
		$this->location( 2 );
		$this->engine->ledger->adjust( self::delta( $tea, 4, 'received', 2 ), 'a' );
		self::assertCount( 1, $this->refused( fn () => $this->engine->ledger->adjust( self::delta( $tea, -5, 'damaged', 2 ), 'b' ) ) );

		self::assertSame( array( '5 / 0', '4 / 0', '9 / 0 / 9 / ok' ), array( $this->books( $tea ), $this->books( $tea, 2 ), $this->sums( $tea ) ) );
		self::assertSame( array( '1: 4 -> 4 received' ), $this->ledger( $tea, 2 ) );
		self::assertSame( array( '1: 5 -> 5 opening' ), $this->ledger( $tea, 1 ) );
	}

	public function test_two_deliveries_to_a_new_location_at_once_are_both_there(): void {
		global $wpdb;
		$tea = $this->item( 5 );
		$this->location( 2 );
		// At REPEATABLE READ the place where the row will be is locked by then; hosts with READ COMMITTED meet this.
		self::is_sqlite() || $wpdb->query( 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED' );
		$rival = $this->rival( fn () => $this->rival_engine()->ledger->adjust( self::delta( $tea, 4, 'received', 2 ), 'theirs' ), '/^\s*INSERT.*levels/' );

		$this->engine->ledger->adjust( self::delta( $tea, 3, 'received', 2 ), 'ours' );

		self::is_sqlite() || $wpdb->query( 'SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ' );
		self::assertSame( 1, $rival->acted() );
		self::assertSame( '7 / 0', $this->books( $tea, 2 ) );
		self::assertCount( 2, $this->ledger( $tea, 2 ) );
	}

	public function test_what_is_unknown_or_not_counted_cannot_be_changed(): void {
		$tea     = $this->item( 5 );
		$voucher = $this->item( 5, array( 'tracked' => 0 ) );
		$set     = $this->bundle( array( $tea => 1 ) );
		$before  = self::checksum();
		foreach ( array( array( UnknownItem::class, 999999, 1 ), array( UnknownLocation::class, $tea, 42 ), array( NotTracked::class, $voucher, 1 ), array( NotTracked::class, $set, 1 ) ) as list( $error, $item, $location ) ) {
			try {
				$this->engine->ledger->adjust( self::delta( $item, 1, 'received', $location ), 'a' );
				self::fail( $error );
			} catch ( \WooInventoryGuard\Stock\Error\StockError $thrown ) {
				self::assertInstanceOf( $error, $thrown );
			}
		}
		self::assertSame( $before, self::checksum() );
	}

	public function test_an_item_that_stops_being_counted_meanwhile_is_not_taken_from(): void {
		$tea   = $this->item( 5 );
		$rival = $this->rival( fn () => $this->rival_db()->execute( 'UPDATE %i SET tracked = 0 WHERE id = %d', $this->db->table( 'items' ), $tea ) );
		try {
			$this->engine->ledger->adjust( self::delta( $tea, -1 ), 'a' );
			self::fail( 'Nobody counts it.' );
		} catch ( NotTracked ) {
			self::assertSame( 1, $rival->acted() );
		}
		self::assertSame( '5 / 0', $this->books( $tea ) );
	}

	public function test_a_number_written_outside_becomes_a_movement(): void {
		$tea = $this->item( 5 );
		$out = new Cause( 'external', Reference::none() );

		self::assertTrue( $this->engine->ledger->accept( $tea, 1, Quantity::of( 8 ), $out ) );
		self::assertFalse( $this->engine->ledger->accept( $tea, 1, Quantity::of( 8 ), $out ), 'Nothing changed.' );
		self::assertSame( array( '1: 5 -> 5 opening', '2: 3 -> 8 external' ), $this->ledger( $tea ) );
		self::assertSame( '8 / 0 / 8 / ok', $this->sums( $tea ) );
	}

	public function test_a_number_from_outside_below_what_is_promised_is_owed_and_sells_nothing(): void {
		$tea = $this->item( 5 );
		$this->reserve( array( $tea => 4 ) );
		$out = new Cause( 'external', Reference::none() );

		$this->engine->ledger->accept( $tea, 1, Quantity::of( 1 ), $out );
		self::assertSame( array( '1 / 4', '3.0000', '1 / 4 / -3 / out' ), array( $this->books( $tea ), $this->owed( $tea ), $this->sums( $tea ) ) );
		self::assertCount( 1, $this->refused( fn () => $this->reserve( array( $tea => 1 ) ) ) );
		$this->engine->ledger->accept( $tea, 1, Quantity::of( 3 ), $out );
		self::assertSame( '1.0000', $this->owed( $tea ) );
		$this->engine->ledger->accept( $tea, 1, Quantity::of( 9 ), $out );
		self::assertSame( '0.0000', $this->owed( $tea ) );
	}

	public function test_a_number_from_outside_within_the_backorder_limit_owes_nothing(): void {
		$lamp  = $this->item( 5, array( 'backorders' => 'yes', 'allowance' => '4' ) );
		$other = $this->item( 5, array( 'backorders' => 'yes', 'allowance' => '1' ) );
		$out   = new Cause( 'external', Reference::none() );

		$this->engine->ledger->accept( $lamp, 1, Quantity::of( -4 ), $out );
		self::assertSame( array( '-4 / 0', '0.0000' ), array( $this->books( $lamp ), $this->owed( $lamp ) ) );
		$this->engine->ledger->accept( $lamp, 1, Quantity::of( -6 ), $out );
		self::assertSame( '2.0000', $this->owed( $lamp ) );
		self::assertSame( '0.0000', $this->owed( $other ), 'Of this item only.' );
	}

	public function test_a_debt_beyond_the_backorder_limit_never_grows_when_units_come_in(): void {
		$lamp = $this->item( 0, array( 'backorders' => 'yes', 'allowance' => '2' ) );
		$this->engine->ledger->accept( $lamp, 1, Quantity::of( -6 ), new Cause( 'external', Reference::none() ) );
		self::assertSame( '4.0000', $this->owed( $lamp ) );
		$this->engine->ledger->adjust( self::delta( $lamp, 1 ), 'a' );
		self::assertSame( array( '-5 / 0', '4.0000' ), array( $this->books( $lamp ), $this->owed( $lamp ) ) );
	}

	public function test_a_number_from_outside_for_a_place_that_never_had_the_item(): void {
		$tea = $this->item( 5 );
		$this->location( 2 );
		$this->engine->ledger->accept( $tea, 2, Quantity::of( 7 ), new Cause( 'external', Reference::none() ) );

		self::assertSame( array( '5 / 0', '7 / 0' ), array( $this->books( $tea ), $this->books( $tea, 2 ) ) );
		self::assertSame( array( '1: 7 -> 7 external' ), $this->ledger( $tea, 2 ) );
	}

	public function test_the_history_is_read_newest_first_in_pages_by_reason_and_by_time(): void {
		$tea = $this->item( 5 );
		$cup = $this->item( 5 );
		foreach ( array( 1, 2, 3 ) as $number ) {
			$this->clock->advance( 60 );
			$this->engine->ledger->adjust( self::delta( $tea, $number, 2 === $number ? 'found' : 'received' ), 'tea-' . $number );
			$this->engine->ledger->adjust( self::delta( $cup, 10 ), 'cup-' . $number );
		}
		$ledger = $this->engine->ledger;
		$deltas = static fn ( array $lines ): array => array_map( static fn ( Movement $line ): string => (string) $line->delta, $lines );
		$at     = fn ( int $minutes ): \DateTimeImmutable => new \DateTimeImmutable( "2026-03-02 09:0{$minutes}:00", new \DateTimeZone( 'UTC' ) );

		self::assertSame( array( '3', '2', '1', '5' ), $deltas( $ledger->history( $tea, new HistoryFilter() ) ) );
		self::assertSame( array( '2', '1' ), $deltas( $ledger->history( $tea, new HistoryFilter( 2, 1 ) ) ) );
		self::assertSame( array( '3', '1' ), $deltas( $ledger->history( $tea, new HistoryFilter( 20, 0, 'received' ) ) ) );
		self::assertSame( array( '3' ), $deltas( $ledger->history( $tea, new HistoryFilter( 20, 0, '', $at( 2 ) ) ) ), 'After a moment.' );
		self::assertSame( array( '1', '5' ), $deltas( $ledger->history( $tea, new HistoryFilter( 20, 0, '', null, $at( 2 ) ) ) ), 'Before a moment.' );
		self::assertSame( array( '2' ), $deltas( $ledger->history( $tea, new HistoryFilter( 20, 0, '', $at( 1 ), $at( 3 ) ) ) ) );
		self::assertSame( 4, $ledger->count( $tea, new HistoryFilter() ) );
		self::assertSame( 2, $ledger->count( $tea, new HistoryFilter( 1, 0, 'received' ) ) );
		self::assertSame( 1, $ledger->count( $tea, new HistoryFilter( 1, 0, '', $at( 2 ) ) ) );
		self::assertSame( 2, $ledger->count( $tea, new HistoryFilter( 1, 0, '', null, $at( 2 ) ) ) );
	}
}
