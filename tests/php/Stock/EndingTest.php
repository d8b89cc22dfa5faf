<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use PHPUnit\Framework\Attributes\DataProvider;
use WooInventoryGuard\Stock\Level\Inconsistent;
use WooInventoryGuard\Stock\Error\InvalidQuantity;
use WooInventoryGuard\Stock\Error\NotActive;
use WooInventoryGuard\Stock\Error\NotEnoughHeld;
use WooInventoryGuard\Stock\Error\NotFound;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Reservation;
use WooInventoryGuard\Stock\ReservationState;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * A reservation is committed, released or expires: one of them, once.
 */
final class EndingTest extends EngineTestCase {

	public function test_sold_units_leave_and_the_ledger_says_to_whom(): void {
		$tea  = $this->item( 5 );
		$cup  = $this->item( 5 );
		$held = $this->reserve( array( $tea => 2, $cup => '0.5' ), 900, null, '77' );
		$this->clock->advance( 60 );
		$sold = $this->engine->reservations->commit( $held->id, 'paid', 4, null, 'sold', 'Card' );

		self::assertSame( ReservationState::Committed, $sold->state );
		self::assertFalse( $sold->replayed );
		self::assertSame( array( '3 / 0', '4.5 / 0' ), array( $this->books( $tea ), $this->books( $cup ) ) );
		self::assertSame( '3 / 0 / 3 / ok', $this->sums( $tea ) );
		self::assertSame( array( '1: 5 -> 5 opening', '2: -2 -> 3 sold' ), $this->ledger( $tea ) );
		self::assertSame( array( '1: 5 -> 5 opening', '2: -0.5 -> 4.5 sold' ), $this->ledger( $cup ) );
		$line = (array) $this->db->row( 'SELECT * FROM %i WHERE item_id = %d AND seq = 2', $this->db->table( 'movements' ), $tea );
		self::assertSame( array( 'order', '77', '4', 'Card' ), array( $line['reference_type'], $line['reference_id'], $line['actor_id'], $line['note'] ) );
		self::assertStringStartsWith( '2026-03-02 09:01:00', (string) $line['created_at'] );
	}

	public function test_what_an_order_has_had_is_known_whatever_became_of_the_rest(): void {
		$tea   = $this->item( 20 );
		$whole = $this->reserve( array( $tea => 1 ), 900, null, '77' );
		$this->engine->reservations->commit( $whole->id, 'w', 0 );
		$part = $this->reserve( array( $tea => 3 ), 900, null, '77' );
		$this->engine->reservations->commit( $part->id, 'p', 0, array( self::line( $tea, 1 ) ) );
		$this->engine->reservations->release( $part->id, 'pr' );
		$none = $this->reserve( array( $tea => 2 ), 900, null, '77' );
		$this->engine->reservations->release( $none->id, 'nr' );
		$this->engine->reservations->commit( $this->reserve( array( $tea => 1 ), 900, null, '78' )->id, 'o', 0 );
		$cart = $this->engine->reservations->reserve( 'cart', new Reference( 'cart', '77' ), array( self::line( $tea, 1 ) ), 900, 0 );
		$this->engine->reservations->commit( $cart->id, 'c', 0 );

		$had = $this->engine->reservations->committed_of( new Reference( 'order', '77' ) );
		self::assertSame( array( $part->id, $whole->id ), array_map( static fn ( Reservation $reservation ): int => $reservation->id, $had ) );
	}

	public function test_released_units_are_free_again(): void {
		$tea  = $this->item( 5 );
		$held = $this->reserve( array( $tea => 5 ) );
		$free = $this->engine->reservations->release( $held->id, 'r' );

		self::assertSame( ReservationState::Released, $free->state );
		self::assertSame( '5 / 0 / 5 / ok', $this->sums( $tea ) );
		self::assertSame( array( '1: 5 -> 5 opening' ), $this->ledger( $tea ), 'Nothing has moved.' );
		$this->reserve( array( $tea => 5 ) );
		self::assertSame( '5 / 5', $this->books( $tea ) );
	}

	public function test_a_bundle_is_sold_as_the_components_that_it_had_when_it_was_reserved(): void {
		$tea  = $this->item( 9 );
		$cup  = $this->item( 9 );
		$set  = $this->bundle( array( $tea => 2, $cup => '0.5' ) );
		$held = $this->reserve( array( $set => 3, $cup => 1 ) );
		$this->bundles->set( $set, array() );

		$this->engine->reservations->commit( $held->id, 'one', 0, array( self::line( $set, 1 ) ) );
		self::assertSame( array( '7 / 4', '8.5 / 2' ), array( $this->books( $tea ), $this->books( $cup ) ) );
		$this->engine->reservations->commit( $held->id, 'rest', 0 );
		self::assertSame( array( '3 / 0', '6.5 / 0' ), array( $this->books( $tea ), $this->books( $cup ) ) );
	}

	/**
	 * @return iterable<string, array{string, string}>
	 */
	public static function pairs(): iterable {
		foreach ( array( 'commit', 'release', 'expire' ) as $first ) {
			foreach ( array( 'commit', 'release', 'expire', 'extend', 'part' ) as $second ) {
				yield "$first, then $second" => array( $first, $second );
			}
		}
	}

	#[DataProvider( 'pairs' )]
	public function test_what_has_ended_cannot_end_again( string $first, string $second ): void {
		$tea  = $this->item( 5 );
		$held = $this->reserve( array( $tea => 2 ), 60 );
		$this->end( $held, $first, 'first' );
		$before = self::checksum();

		self::assertSame( 'not active', $this->end( $held, $second, 'second' ) );
		self::assertSame( $before, self::checksum() );
	}

	#[DataProvider( 'pairs' )]
	public function test_of_two_ends_at_once_one_wins( string $theirs, string $ours ): void {
		$tea   = $this->item( 5 );
		$held  = $this->reserve( array( $tea => 2 ), 60 );
		$rival = $this->rival(
			function () use ( $held, $theirs ): void {
				$this->end( $held, $theirs, 'theirs', true );
			},
			'part' === $ours ? '/^\s*SELECT id.*FOR UPDATE/' : '/^\s*UPDATE\s+\S+reservations/'
		);
		if ( 'expire' === $ours ) {
			$this->clock->advance( 60 );
		}
		$won = $this->end( $held, $ours, 'ours' );

		self::assertSame( 1, $rival->acted() );
		self::assertSame( 'not active', $won );
		self::assertSame( 'commit' === $theirs && 'expire' !== $ours ? '3 / 0' : '5 / 0', $this->books( $tea ) );
	}

	/**
	 * @return string The state after it, or 'not active'.
	 */
	private function end( Reservation $held, string $how, string $key, bool $rival = false ): string {
		$stock = ( $rival ? $this->rival_engine() : $this->engine )->reservations;
		if ( 'expire' === $how ) {
			if ( ! $rival || $this->clock->now() < $held->expires_at ) {
				$this->clock->advance( 60 );
			}
			return 1 === $stock->expire_due() ? 'expired' : 'not active';
		}
		try {
			return match ( $how ) {
				'commit'  => $stock->commit( $held->id, $key, 0 )->state->value,
				'part'    => $stock->commit( $held->id, $key, 0, array( self::line( $held->lines[0]->item_id, 1 ) ) )->state->value,
				'release' => $stock->release( $held->id, $key )->state->value,
				default   => $stock->extend( $held->id, 600, $key )->state->value,
			};
		} catch ( NotActive $no ) {
			self::assertSame( $held->id, $no->id );
			self::assertNotSame( ReservationState::Active, $no->state );
			return 'not active';
		}
	}

	public function test_who_comes_too_late_is_told_what_happened(): void {
		$tea  = $this->item( 9 );
		$told = function ( callable $work ): string {
			try {
				$work();
				return 'nothing';
			} catch ( NotActive $no ) {
				return $no->state->value;
			}
		};
		$one = $this->reserve( array( $tea => 1 ), 60 );
		$two = $this->reserve( array( $tea => 1 ), 60 );
		$this->engine->reservations->commit( $one->id, 'a', 0 );
		$this->clock->advance( 60 );

		self::assertSame( 'committed', $told( fn () => $this->engine->reservations->release( $one->id, 'b' ) ) );
		self::assertSame( 'expired', $told( fn () => $this->engine->reservations->commit( $two->id, 'c', 0 ) ), 'Nobody has swept it, but its time is up.' );
		self::assertSame( '8 / 0', $this->books( $tea ), 'And now it is swept.' );
	}

	/**
	 * @return iterable<string, array{string}>
	 */
	public static function ends(): iterable {
		foreach ( array( 'commit', 'part', 'release', 'extend' ) as $how ) {
			yield $how => array( $how );
		}
	}

	#[DataProvider( 'ends' )]
	public function test_what_has_expired_is_over_though_nobody_has_swept_it( string $how ): void {
		$tea  = $this->item( 5 );
		$held = $this->reserve( array( $tea => 2 ), 60 );
		$this->reserve( array( $tea => 1 ) );
		$this->clock->advance( 60 );

		self::assertSame( 'not active', $this->end( $held, $how, 'k' ) );
		self::assertSame( array( ReservationState::Expired, '5 / 1' ), array( $this->engine->reservations->find( $held->id )?->state, $this->books( $tea ) ) );
	}

	public function test_what_is_extended_while_the_sweep_comes_for_it_still_holds(): void {
		$tea  = $this->item( 5 );
		$held = $this->reserve( array( $tea => 2 ), 60 );
		$this->clock->advance( 60 );
		$rival = $this->rival(
			function () use ( $held ): void {
				// He came in time; it is our sweep that has taken so long.
				$this->clock->advance( -1 );
				$this->rival_engine()->reservations->extend( $held->id, 600, 'theirs' );
				$this->clock->advance( 1 );
			},
			'/^\s*UPDATE\s+\S+reservations/'
		);

		self::assertSame( array( 0, 1 ), array( $this->engine->reservations->expire_due(), $rival->acted() ) );
		self::assertSame( array( ReservationState::Active, '5 / 2' ), array( $this->engine->reservations->find( $held->id )?->state, $this->books( $tea ) ) );
	}

	public function test_a_reservation_that_is_sold_in_parts_ends_whatever_others_still_hold(): void {
		$tea  = $this->item( 9 );
		$held = $this->reserve( array( $tea => 2 ) );
		$this->reserve( array( $tea => 3 ) );
		$this->engine->reservations->commit( $held->id, 'one', 0, array( self::line( $tea, 1 ) ) );

		self::assertSame( ReservationState::Committed, $this->engine->reservations->commit( $held->id, 'two', 0, array( self::line( $tea, 1 ) ) )->state );
		self::assertSame( '7 / 3', $this->books( $tea ) );
	}

	public function test_part_of_a_reservation_is_sold_and_the_rest_stays_reserved(): void {
		$tea  = $this->item( 9 );
		$cup  = $this->item( 9 );
		$held = $this->reserve( array( $tea => 3, $cup => 1 ) );

		$state = $this->engine->reservations->commit( $held->id, 'one', 0, array( self::line( $tea, '1.25' ) ) )->state;
		self::assertSame( ReservationState::Active, $state );
		self::assertSame( array( '7.75 / 1.75', '9 / 1' ), array( $this->books( $tea ), $this->books( $cup ) ) );
		$this->engine->reservations->commit( $held->id, 'two', 0, array( self::line( $tea, '1.75' ) ) );
		self::assertSame( ReservationState::Active, $this->engine->reservations->find( $held->id )?->state, 'The cup is still held.' );
		$state = $this->engine->reservations->commit( $held->id, 'three', 0, array( self::line( $cup, 1 ) ) )->state;
		self::assertSame( ReservationState::Committed, $state, 'Nothing is left to hold.' );
		self::assertSame( array( '6 / 0', '8 / 0' ), array( $this->books( $tea ), $this->books( $cup ) ) );
		self::assertSame( array( '1: 9 -> 9 opening', '2: -1.25 -> 7.75 sold', '3: -1.75 -> 6 sold' ), $this->ledger( $tea ) );
	}

	public function test_after_a_part_was_sold_the_rest_can_be_released_or_sold_or_expire(): void {
		$tea  = $this->item( 9 );
		$held = array();
		foreach ( array( 'release', 'commit', 'expire' ) as $how ) {
			$held[ $how ] = $this->reserve( array( $tea => 3 ), 60 );
			$this->engine->reservations->commit( $held[ $how ]->id, 'part-' . $how, 0, array( self::line( $tea, 1 ) ) );
		}
		foreach ( $held as $how => $one ) {
			$this->end( $one, $how, 'end-' . $how );
		}

		self::assertSame( '4 / 0', $this->books( $tea ), 'Three parts and the rest of one.' );
	}

	public function test_no_more_can_be_sold_than_is_held(): void {
		$tea  = $this->item( 9 );
		$cup  = $this->item( 9 );
		$held = $this->reserve( array( $tea => 3, $cup => 1 ) );
		$other = $this->reserve( array( $tea => 3, $cup => 3 ) );
		$this->engine->reservations->commit( $held->id, 'one', 0, array( self::line( $tea, 1 ) ) );
		$before = self::checksum();

		foreach (
			array(
				array( self::line( $tea, '2.0001' ) ),
				array( self::line( $tea, 1 ), self::line( $tea, '1.5' ) ),
				array( self::line( $tea, 1 ), self::line( $cup, 2 ) ),
				array( self::line( 999999, 1 ) ),
				array( self::line( $tea, 1, 2 ) ),
			) as $part
		) {
			try {
				$this->engine->reservations->commit( $held->id, 'too-much', 0, $part );
				self::fail( 'More than was held.' );
			} catch ( NotEnoughHeld $no ) {
				self::assertSame( $held->id, $no->id );
			}
			self::assertSame( $before, self::checksum() );
		}
		self::assertSame( ReservationState::Active, $this->engine->reservations->find( $other->id )?->state );
	}

	public function test_a_part_is_more_than_nothing(): void {
		$tea    = $this->item( 9 );
		$held   = $this->reserve( array( $tea => 3 ) );
		$before = self::checksum();
		foreach ( array( array(), array( self::line( $tea, 0 ) ), array( self::line( $tea, -1 ) ), array( self::line( $tea, 2 ), self::line( $tea, -1 ) ) ) as $part ) {
			try {
				$this->engine->reservations->commit( $held->id, 'p', 0, $part );
				self::fail( 'That is no part.' );
			} catch ( InvalidQuantity ) {
				self::assertSame( $before, self::checksum() );
			}
		}
	}

	public function test_two_parts_at_once_never_sell_more_than_is_held(): void {
		$tea   = $this->item( 9 );
		$held  = $this->reserve( array( $tea => 3 ) );
		$part  = array( self::line( $tea, 2 ) );
		$rival = $this->rival( fn () => $this->rival_engine()->reservations->commit( $held->id, 'theirs', 0, $part ), '/^\s*SELECT id.*FOR UPDATE/' );
		try {
			$this->engine->reservations->commit( $held->id, 'ours', 0, $part );
			self::fail( 'Four of three.' );
		} catch ( NotEnoughHeld ) {
			self::assertSame( 1, $rival->acted() );
		}

		self::assertSame( '7 / 1', $this->books( $tea ) );
	}

	public function test_nothing_can_be_done_to_a_reservation_that_does_not_exist(): void {
		foreach ( array( 'commit', 'release', 'extend' ) as $how ) {
			try {
				match ( $how ) {
					'commit'  => $this->engine->reservations->commit( 999999, 'k', 0 ),
					'release' => $this->engine->reservations->release( 999999, 'k' ),
					default   => $this->engine->reservations->extend( 999999, 60, 'k' ),
				};
				self::fail( $how );
			} catch ( NotFound $no ) {
				self::assertSame( 999999, $no->id );
			}
		}
		self::assertSame( 0, $this->count_of( 'requests' ) );
	}

	public function test_only_the_reservation_that_was_meant_ends(): void {
		$tea   = $this->item( 9 );
		$one   = $this->reserve( array( $tea => 1 ), 60 );
		$two   = $this->reserve( array( $tea => 1 ), 60 );
		$three = $this->reserve( array( $tea => 1 ), 60 );
		$four  = $this->reserve( array( $tea => 1 ), 60 );
		$this->engine->reservations->commit( $one->id, 'a', 0 );
		$this->engine->reservations->release( $two->id, 'b' );
		$this->engine->reservations->extend( $three->id, 600, 'c' );

		self::assertSame(
			array( 'committed', 'released', 'active', 'active' ),
			array_map( fn ( Reservation $held ): string => (string) $this->engine->reservations->find( $held->id )?->state->value, array( $one, $two, $three, $four ) )
		);
		self::assertSame( '8 / 2', $this->books( $tea ) );
		self::assertEquals( $four->expires_at, $this->engine->reservations->find( $four->id )?->expires_at );
	}

	public function test_an_extended_reservation_holds_from_now_on(): void {
		$tea  = $this->item( 1 );
		$held = $this->reserve( array( $tea => 1 ), 60 );
		$this->clock->advance( 59 );
		$later = $this->engine->reservations->extend( $held->id, 100, 'e' );
		self::assertSame( '09:02:39', $later->expires_at?->format( 'H:i:s' ) );
		$this->clock->advance( 99 );
		self::assertCount( 1, $this->refused( fn () => $this->reserve( array( $tea => 1 ) ) ) );
		$this->clock->advance( 1 );
		$this->reserve( array( $tea => 1 ) );

		self::assertSame( '1 / 1', $this->books( $tea ) );
	}

	public function test_a_reservation_without_an_end_holds_until_somebody_ends_it_and_can_be_given_one(): void {
		$tea  = $this->item( 2 );
		$held = $this->reserve( array( $tea => 1 ), null );
		$sold = $this->reserve( array( $tea => 1 ), null );
		$this->clock->advance( 10 * 365 * 86400 );
		self::assertSame( 0, $this->engine->reservations->expire_due() );
		self::assertCount( 1, $this->refused( fn () => $this->reserve( array( $tea => 1 ) ) ) );
		$this->engine->reservations->commit( $sold->id, 'c', 0 );
		$this->engine->reservations->extend( $held->id, 60, 'e' );
		$this->clock->advance( 60 );
		$this->reserve( array( $tea => 1 ) );

		self::assertSame( '1 / 1', $this->books( $tea ) );
		self::assertSame( ReservationState::Expired, $this->engine->reservations->find( $held->id )?->state );
	}

	public function test_expired_units_are_sold_at_once_though_no_cron_ever_runs(): void {
		$tea   = $this->item( 3 );
		$first = $this->reserve( array( $tea => 2 ), 60 );
		$this->clock->advance( 59 );
		self::assertCount( 1, $this->refused( fn () => $this->reserve( array( $tea => 2 ) ) ), 'One second is left.' );
		$this->clock->advance( 1 );
		$this->reserve( array( $tea => 3 ) );

		self::assertSame( '3 / 3', $this->books( $tea ) );
		self::assertSame( 'expired', $this->db->value( 'SELECT state FROM %i WHERE id = %d', $this->db->table( 'reservations' ), $first->id ) );
	}

	public function test_expired_units_of_a_component_are_sold_in_a_bundle_at_once(): void {
		$tea = $this->item( 4 );
		$set = $this->bundle( array( $tea => 2 ) );
		$this->reserve( array( $tea => 3 ), 60 );
		$this->clock->advance( 60 );
		$this->reserve( array( $set => 2 ) );

		self::assertSame( '4 / 4', $this->books( $tea ) );
	}

	public function test_expired_units_can_be_taken_off_the_shelf(): void {
		$tea = $this->item( 60 );
		for ( $cart = 0; $cart < 55; $cart++ ) {
			$this->reserve( array( $tea => 1 ), 60 );
		}
		$this->reserve( array( $tea => 3 ), 90 );
		$this->clock->advance( 60 );
		self::assertSame( array( '58 asked, 57 left, short' ), self::told( $this->short_of( fn () => $this->engine->ledger->adjust( AdjustTest::delta( $tea, -58 ), 'a' ) ) ) );
		$this->engine->ledger->adjust( AdjustTest::counted( $tea, 3, 60 ), 'b' );

		self::assertSame( '3 / 3', $this->books( $tea ) );
	}

	public function test_very_many_expired_carts_do_not_make_a_sold_out_item(): void {
		$tea = $this->item( 260 );
		for ( $cart = 0; $cart < 260; $cart++ ) {
			$this->reserve( array( $tea => 1 ), 60 );
		}
		$this->clock->advance( 60 );
		$this->reserve( array( $tea => 260 ) );

		self::assertSame( '260 / 260', $this->books( $tea ) );
	}

	public function test_the_sweep_takes_the_oldest_first_and_no_more_than_it_was_told(): void {
		$tea = $this->item( 9 );
		$ids = array();
		foreach ( array( 30, 10, 20 ) as $seconds ) {
			$ids[ $seconds ] = $this->reserve( array( $tea => 1 ), $seconds )->id;
		}
		$late = $this->reserve( array( $tea => 1 ), 60 );
		$this->clock->advance( 40 );
		$states = fn (): array => array_map( fn ( int $id ): ?string => $this->db->value( 'SELECT state FROM %i WHERE id = %d', $this->db->table( 'reservations' ), $id ), $ids );

		self::assertSame( 2, $this->engine->reservations->expire_due( 2 ) );
		self::assertSame( array( 30 => 'active', 10 => 'expired', 20 => 'expired' ), $states() );
		self::assertSame( 1, $this->engine->reservations->expire_due() );
		self::assertSame( 0, $this->engine->reservations->expire_due() );
		self::assertSame( '9 / 1', $this->books( $tea ) );
		self::assertSame( ReservationState::Active, $this->engine->reservations->find( $late->id )?->state );
	}

	public function test_the_sweep_wastes_no_turn_on_what_has_ended_or_never_expires(): void {
		$tea = $this->item( 9 );
		foreach ( array( 'committed', 'released' ) as $how ) {
			$held = $this->reserve( array( $tea => 1 ), 10 );
			$this->end( $held, 'committed' === $how ? 'commit' : 'release', $how );
			$this->reserve( array( $tea => 1 ), null );
		}
		$this->reserve( array( $tea => 1 ), 30 );
		$this->clock->advance( 40 );

		self::assertSame( 1, $this->engine->reservations->expire_due( 1 ) );
		self::assertSame( '8 / 2', $this->books( $tea ) );
	}

	public function test_one_expired_cart_is_found_among_very_many_holds_that_never_expire(): void {
		$tea = $this->item( 61 );
		for ( $cart = 0; $cart < 60; $cart++ ) {
			$this->reserve( array( $tea => 1 ), null );
		}
		$this->reserve( array( $tea => 1 ), 60 );
		$this->clock->advance( 60 );
		$this->reserve( array( $tea => 1 ) );

		self::assertSame( '61 / 61', $this->books( $tea ) );
	}

	public function test_a_buyer_sweeps_only_what_holds_the_wanted_item(): void {
		$tea   = $this->item( 1 );
		$cup   = $this->item( 1 );
		$other = $this->reserve( array( $cup => 1 ), 60 );
		$this->reserve( array( $tea => 1 ), 60 );
		$this->clock->advance( 60 );
		$this->reserve( array( $tea => 1 ) );

		self::assertSame( 'active', $this->db->value( 'SELECT state FROM %i WHERE id = %d', $this->db->table( 'reservations' ), $other->id ) );
	}

	public function test_a_reservation_that_does_not_fit_its_level_stops_neither_sweep_nor_sale(): void {
		$this->books_are_broken = true;
		$tea    = $this->item( 5 );
		$broken = $this->reserve( array( $tea => 2 ), 30 );
		$sound  = $this->reserve( array( $tea => 2 ), 60 );
		$this->db->execute( 'UPDATE %i SET quantity = 9 WHERE reservation_id = %d', $this->db->table( 'reservation_lines' ), $broken->id );
		$this->clock->advance( 60 );

		$before = self::checksum( 'levels', 'reservations' );
		try {
			$this->engine->reservations->commit( $broken->id, 'x', 0 );
			self::fail( 'Its rows do not agree.' );
		} catch ( Inconsistent $no ) {
			self::assertSame( $tea, $no->item_id );
			self::assertSame( $before, self::checksum( 'levels', 'reservations' ) );
		}
		$logged = 0;
		add_action(
			'woo_inventory_guard_error',
			static function () use ( &$logged ): void {
				++$logged;
			}
		);
		ini_set( 'error_log', '/dev/null' );
		self::assertSame( 1, $this->engine->reservations->expire_due(), 'The sound one.' );
		self::assertSame( 'expired', $this->db->value( 'SELECT state FROM %i WHERE id = %d', $this->db->table( 'reservations' ), $sound->id ) );
		ini_restore( 'error_log' );
		self::assertSame( 1, $logged );
		$this->reserve( array( $tea => 3 ) );
		self::assertNotSame( array(), $this->engine->integrity->check()->problems, 'And verify names it.' );
	}
}
