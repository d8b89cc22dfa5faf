<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use PHPUnit\Framework\Attributes\DataProvider;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Error\NotEnoughHeld;
use WooInventoryGuard\Stock\Error\NotEnoughStock;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Reservation;
use WooInventoryGuard\Stock\SaleTerms;
use WooInventoryGuard\Tests\Support\EngineTestCase;
use WooInventoryGuard\Tests\Support\Rival;

/**
 * Bundles in which any of some items will do, and extras: taken by the same conditional statements as anything else.
 */
final class AlternativesTest extends EngineTestCase {

	public function test_the_first_is_taken_while_there_is_any_and_a_line_may_be_of_both(): void {
		list( $bamboo, $oak, $cup ) = array( $this->item( 2 ), $this->item( 5 ), $this->item( 20 ) );
		$set                        = $this->bundle_of( self::any_of( 2, $cup ), self::any_of( 1, $bamboo, $oak ) );

		$held = $this->reserve( array( $set => 3 ) );
		self::assertSame( array( $bamboo => '2', $oak => '1', $cup => '6' ), $this->taken( $held ) );
		self::assertSame( array( '2 / 2', '5 / 1', '20 / 6' ), $this->books_of( $bamboo, $oak, $cup ) );
		self::assertSame( array( $oak => '1', $cup => '2' ), $this->taken( $this->reserve( array( $set => 1 ) ) ) );
		self::assertSame( array( '4 asked, 3 left, short' ), self::told( $this->refused( fn () => $this->reserve( array( $set => 4 ) ) ) ) );

		self::assertCount( 1, $held->lines, 'It stays one line, as it was asked.' );
		$this->engine->reservations->release( $held->id, 'r' );
		self::assertSame( array( '2 / 0', '5 / 1', '20 / 2' ), $this->books_of( $bamboo, $oak, $cup ) );
	}

	public function test_what_has_just_gone_is_taken_from_another(): void {
		list( $bamboo, $oak, $pine ) = array( $this->item( 1 ), $this->item( 1 ), $this->item( 1 ) );
		$set                         = $this->bundle_of( self::any_of( 1, $bamboo, $oak, $pine ) );
		$first                       = $this->just_before( $bamboo, 1, fn () => $this->reserve( array( $bamboo => 1 ), 900, $this->rival_engine() ) );
		$second                      = $this->just_before( $oak, 2, fn () => $this->reserve( array( $oak => 1 ), 900, $this->rival_engine() ) );

		self::assertSame( array( $pine => '1' ), $this->taken( $this->reserve( array( $set => 1 ) ) ) );
		self::assertSame( array( 1, 1 ), array( $first->acted(), $second->acted() ) );
		self::assertSame( array( '1 / 1', '1 / 1', '1 / 1' ), $this->books_of( $bamboo, $oak, $pine ) );
	}

	public function test_without_the_condition_the_same_race_sells_a_unit_twice(): void {
		list( $bamboo, $oak ) = array( $this->item( 1 ), $this->item( 1 ) );
		$set                  = $this->bundle_of( self::any_of( 1, $bamboo, $oak ) );
		$rival                = $this->just_before( $bamboo, 1, fn () => $this->reserve( array( $bamboo => 1 ), 900, $this->rival_engine() ) );
		$blind                = Rival::comes( static fn ( string $sql ): string => (string) preg_replace( '/AND \( -\d+ >= 0 OR/', 'AND ( 1 = 1 OR', $sql ), '/^UPDATE `wp_wig_levels` SET\s+on_hand/' );

		$this->reserve( array( $set => 1 ) );
		self::assertSame( array( 1, 1 ), array( $rival->acted(), $blind->acted() ) );
		self::assertSame( array( '1 / 2', '1 / 0' ), $this->books_of( $bamboo, $oak ), 'This is what the condition is for.' );
		$this->books_are_broken = true;
	}

	public function test_it_is_refused_only_when_no_way_is_left(): void {
		list( $bamboo, $oak ) = array( $this->item( 1 ), $this->item( 1 ) );
		$set                  = $this->bundle_of( self::any_of( 1, $bamboo, $oak ) );
		$rival                = $this->just_before(
			$bamboo,
			1,
			function () use ( $bamboo, $oak ): void {
				$this->reserve( array( $bamboo => 1 ), 900, $this->rival_engine() );
				$this->reserve( array( $oak => 1 ), 900, $this->rival_engine() );
			}
		);
		self::assertSame( array( '1 asked, 0 left, short' ), self::told( $this->short_of( fn () => $this->reserve( array( $set => 1 ) ) ) ) );
		self::assertSame( 1, $rival->acted() );
		self::assertSame( 2, $this->count_of( 'reservations' ), 'A refusal leaves nothing behind.' );
	}

	public function test_two_bundles_share_what_there_is(): void {
		list( $bamboo, $oak ) = array( $this->item( 2 ), $this->item( 1 ) );
		$tray                 = $this->bundle_of( self::any_of( 1, $bamboo, $oak ) );
		$gift                 = $this->bundle_of( self::any_of( 1, $bamboo ) );

		$both = $this->reserve( array( $tray => 1, $gift => 2 ) );
		self::assertSame( array( $bamboo => '2', $oak => '1' ), $this->taken( $both ), 'The tray leaves the bamboo to the other.' );
		$this->engine->reservations->release( $both->id, 'r' );
		self::assertSame( array( '2 asked, 3 left, short', '2 asked, 2 left, short' ), self::told( $this->refused( fn () => $this->reserve( array( $tray => 2, $gift => 2 ) ) ) ) );
		self::assertSame( array( '4 asked, 3 left, short', '1 asked, 1 left, short' ), self::told( $this->refused( fn () => $this->reserve( array( $tray => 4, $oak => 1 ) ) ) ) );
	}

	public function test_what_has_expired_is_there_again(): void {
		list( $bamboo, $oak ) = array( $this->item( 1 ), $this->item( 1 ) );
		$set                  = $this->bundle_of( self::any_of( 1, $bamboo, $oak ) );
		$this->reserve( array( $set => 2 ), 60 );
		$this->clock->advance( 61 );

		self::assertSame( array( $bamboo => '1', $oak => '1' ), $this->taken( $this->reserve( array( $set => 2 ) ) ) );
	}

	public function test_an_order_that_is_changed_may_use_what_it_holds(): void {
		list( $bamboo, $oak ) = array( $this->item( 1 ), $this->item( 2 ) );
		$set                  = $this->bundle_of( self::any_of( 1, $bamboo, $oak ) );
		$this->reserve( array( $set => 2 ), 900, null, '77' );

		self::assertSame( array( $bamboo => '1', $oak => '2' ), $this->taken( $this->reserve( array( $set => 3 ), 900, null, '77' ) ) );
		$this->short_of( fn () => $this->reserve( array( $set => 4 ), 900, null, '77' ) );
		self::assertSame( array( '1 / 1', '2 / 2' ), $this->books_of( $bamboo, $oak ), 'The old one stays as it was.' );
		self::assertSame( array( $bamboo => '1' ), $this->taken( $this->reserve( array( $set => 1 ), 900, null, '77' ) ) );
		self::assertSame( array( '1 / 1', '2 / 0' ), $this->books_of( $bamboo, $oak ) );
	}

	public function test_sets_that_are_not_alike_leave_in_their_order_each_once(): void {
		list( $bamboo, $oak ) = array( $this->item( 3 ), $this->item( 6 ) );
		$other                = $this->reserve( array( $oak => 1 ) );
		$set                  = $this->bundle_of( self::any_of( 1, $bamboo, $oak ) );
		// One bamboo is wanted by itself, so that a set could take it by mistake.
		$held = $this->reserve( array( $set => 4, $bamboo => 1 ) );
		self::assertSame( array( $bamboo => '3', $oak => '2' ), $this->taken( $held ) );

		$commit = fn ( int $item, int $units, string $key ): Reservation => $this->engine->reservations->commit( $held->id, $key, 0, array( self::line( $item, $units ) ) );
		$commit( $set, 1, 'a' );
		self::assertSame( array( '2 / 2', '6 / 3' ), $this->books_of( $bamboo, $oak ) );
		$commit( $set, 1, 'a' );
		self::assertSame( array( '2 / 2', '6 / 3' ), $this->books_of( $bamboo, $oak ), 'The same key does it once.' );
		$commit( $set, 2, 'b' );
		self::assertSame( array( '1 / 1', '5 / 2' ), $this->books_of( $bamboo, $oak ) );
		try {
			$commit( $set, 2, 'c' );
			self::fail( 'One set is left.' );
		} catch ( NotEnoughHeld ) {
			self::assertSame( array( '1 / 1', '5 / 2' ), $this->books_of( $bamboo, $oak ) );
		}
		$commit( $set, 1, 'd' );
		$commit( $bamboo, 1, 'e' );
		self::assertSame( array( '0 / 0', '4 / 1' ), $this->books_of( $bamboo, $oak ) );
		self::assertSame( array( '1: 6 -> 6 opening', '2: -1 -> 5 sold', '3: -1 -> 4 sold' ), $this->ledger( $oak ) );
		$again = $this->engine->reservations->find( $held->id );
		self::assertSame( '4', (string) $again?->lines[0]->quantity, 'What was asked stays what was asked.' );
		self::assertSame( $oak, $this->engine->reservations->find( $other->id )?->lines[0]->item_id, 'And so does what others asked.' );
	}

	public function test_an_extra_is_in_the_sets_for_which_it_is_enough_and_stops_nothing(): void {
		list( $cup, $candle ) = array( $this->item( 9 ), $this->item( 3 ) );
		$set                  = $this->bundle_of( self::any_of( 1, $cup ), self::extra( 2, $candle ) );

		self::assertSame( array( $cup => '3', $candle => '2' ), $this->taken( $this->reserve( array( $set => 3 ) ) ) );
		self::assertSame( array( $cup => '6' ), $this->taken( $this->reserve( array( $set => 6 ) ) ) );
		self::assertSame( array( '1 asked, 0 left, short' ), self::told( $this->refused( fn () => $this->reserve( array( $set => 1 ) ) ) ) );
	}

	public function test_an_extra_that_goes_again_and_again_is_done_without(): void {
		list( $cup, $card ) = array( $this->item( 9 ), $this->item( 10 ) );
		$set                = $this->bundle_of( self::any_of( 1, $cup ), self::extra( 1, $card ) );
		// Each time somebody else takes what we have just seen, and puts it back when it is too late.
		$take  = function () use ( $card ): void {
			$held = $this->reserve( array( $card => 10 ), 900, $this->rival_engine() );
			Rival::comes( fn () => $this->engine_of_rival_releases( $held->id ), '/^\s*SELECT i\.id, i\.kind/' );
		};
		$rival = Rival::comes( $take, self::is_sqlite() ? '/^\s*START TRANSACTION/i' : "/^UPDATE `wp_wig_levels` SET\s+on_hand.*WHERE item_id = $card /s", self::is_sqlite() ? 2 : 1, 3 );

		self::assertSame( array( $cup => '1' ), $this->taken( $this->reserve( array( $set => 1 ) ) ) );
		self::assertSame( 3, $rival->acted() );
	}

	public function test_what_is_in_stock_goes_before_what_may_be_owed(): void {
		list( $bamboo, $oak ) = array( $this->item( 1, array( 'backorders' => 'yes', 'allowance' => '2' ) ), $this->item( 1 ) );
		$set                  = $this->bundle_of( self::any_of( 1, $bamboo, $oak ) );

		self::assertSame( array( $bamboo => '1', $oak => '1' ), $this->taken( $this->reserve( array( $set => 2 ) ) ) );
		self::assertSame( array( '3 asked, 2 left, short' ), self::told( $this->refused( fn () => $this->reserve( array( $set => 3 ) ) ) ) );
		self::assertSame( array( $bamboo => '2' ), $this->taken( $this->reserve( array( $set => 2 ) ) ) );
	}

	public function test_what_is_kept_back_from_online_sale_is_no_alternative_there(): void {
		list( $bamboo, $oak ) = array( $this->item( 2, array( 'safety_stock' => '2' ) ), $this->item( 1 ) );
		$this->engine->levels->keep( $bamboo );
		$set    = $this->bundle_of( self::any_of( 1, $bamboo, $oak ) );
		$online = fn ( string $key, int $sets ): Reservation => $this->engine->reservations->reserve( $key, new Reference( 'order', $key ), array( new AskedLine( $set, 1, Quantity::of( $sets ) ) ), 900, 0, new SaleTerms( online: true ) );

		self::assertSame( array( $oak => '1' ), $this->taken( $online( 'one', 1 ) ) );
		$this->short_of( fn () => $online( 'two', 1 ) );
		self::assertSame( array( $bamboo => '2' ), $this->taken( $this->reserve( array( $set => 2 ) ) ) );
	}

	public function test_a_cart_is_told_the_same(): void {
		list( $bamboo, $oak ) = array( $this->item( 1 ), $this->item( 1 ) );
		$set                  = $this->bundle_of( self::any_of( 1, $bamboo, $oak ), self::extra( 1, $this->item( 0 ) ) );
		$ask                  = fn ( int $sets, Reference ...$own ): array => self::told( $this->engine->foresight->shortages( array( self::line( $set, $sets ) ), array_values( $own ) ) );

		self::assertSame( array( array(), array( '3 asked, 2 left, short' ) ), array( $ask( 2 ), $ask( 3 ) ) );
		$this->reserve( array( $set => 1 ), 60, null, '77' );
		self::assertSame( array( '2 asked, 1 left, short' ), $ask( 2 ) );
		self::assertSame( array(), $ask( 2, new Reference( 'order', '77' ) ) );
		$this->clock->advance( 61 );
		self::assertSame( array(), $ask( 2 ) );
	}

	public function test_a_bundle_whose_sets_are_all_alike_costs_no_look_at_its_parts(): void {
		$tea   = $this->item( 9 );
		$set   = $this->bundle( array( $tea => 2 ) );
		$looks = Rival::comes( static fn () => null, '/^\s*SELECT i\.id, i\.kind/' );
		$this->reserve( array( $set => 1 ) );
		self::assertSame( 1, $looks->seen() );
		$this->reserve( array( $tea => 1 ) );
		self::assertSame( 1, $looks->seen(), 'A plain item costs none.' );
	}

	/**
	 * @return iterable<string, array{int}>
	 */
	public static function seeds(): iterable {
		foreach ( array( 7, random_int( 1, PHP_INT_MAX ) ) as $seed ) {
			yield "seed $seed" => array( $seed );
		}
	}

	#[DataProvider( 'seeds' )]
	public function test_random_orders_are_granted_exactly_when_there_is_a_way( int $seed ): void {
		mt_srand( $seed );
		$items = array();
		for ( $number = 0; $number < 4; $number++ ) {
			$units           = mt_rand( 1, 4 );
			$items[ $this->item( $units ) ] = $units;
		}
		$sets = array();
		for ( $number = 0; $number < 2; $number++ ) {
			$choices = array();
			for ( $place = 0; $place < 2; $place++ ) {
				$some      = array_values( (array) array_rand( $items, mt_rand( 1, 3 ) ) );
				$choices[] = new Choice( $some, Quantity::of( mt_rand( 1, 2 ) ) );
			}
			$choices[]                               = new Choice( array( array_rand( $items ) ), Quantity::of( 1 ), 0 === $number );
			$sets[ $this->bundle_of( ...$choices ) ] = array_values( array_filter( $choices, static fn( Choice $choice ): bool => ! $choice->optional ) );
		}
		$held = array();
		for ( $act = 0; $act < 25; $act++ ) {
			if ( array() !== $held && 0 === mt_rand( 0, 2 ) ) {
				$at = array_rand( $held );
				$this->engine->reservations->release( $held[ $at ], $this->key() );
				unset( $held[ $at ] );
				continue;
			}
			$wanted = array();
			$units  = array();
			foreach ( $sets as $set => $choices ) {
				$wanted[ $set ] = mt_rand( 0, 2 );
				foreach ( $choices as $choice ) {
					array_push( $units, ...array_fill( 0, $wanted[ $set ] * intdiv( $choice->quantity->units, 10_000 ), $choice->items ) );
				}
			}
			$alone            = array_rand( $items );
			$wanted[ $alone ] = mt_rand( 0, 1 );
			array_push( $units, ...array_fill( 0, $wanted[ $alone ], array( $alone ) ) );
			$wanted = array_filter( $wanted );
			if ( array() === $wanted ) {
				continue;
			}
			$free = array();
			foreach ( $items as $item => $all ) {
				$free[ $item ] = $all - (int) explode( ' / ', $this->books( $item ) )[1];
			}
			$fits = MixTest::can_have( $units, $free );
			try {
				$held[] = $this->reserve( $wanted )->id;
				self::assertTrue( $fits, "Seed $seed, act $act: promised and not there." );
			} catch ( NotEnoughStock ) {
				self::assertFalse( $fits, "Seed $seed, act $act: refused and there." );
			}
		}
	}

	/**
	 * A rival who acts just before we reach for an item: on MariaDB in the middle of our transaction, on SQLite before that
	 * turn's transaction begins. (The first transaction is the one that does not know yet what a bundle is.)
	 */
	private function just_before( int $item, int $turn, callable $act ): Rival {
		return self::is_sqlite() ? Rival::comes( $act, '/^\s*START TRANSACTION/i', 1 + $turn ) : Rival::comes( $act, "/^UPDATE `wp_wig_levels` SET\s+on_hand.*WHERE item_id = $item /s" );
	}

	private function engine_of_rival_releases( int $id ): void {
		$this->rival_engine()->reservations->release( $id, $this->key() );
	}

	/**
	 * What the lines of a reservation say, which is what ends with it.
	 *
	 * @return array<int, string> Units by item.
	 */
	private function taken( Reservation $held ): array {
		$taken = array();
		foreach ( $this->db->rows( 'SELECT item_id, quantity FROM %i WHERE reservation_id = %d ORDER BY item_id', $this->db->table( 'reservation_lines' ), $held->id ) as $row ) {
			$taken[ (int) $row['item_id'] ] = (string) Quantity::from_sql( $row['quantity'] );
		}
		return $taken;
	}

	/**
	 * @return list<string>
	 */
	private function books_of( int ...$items ): array {
		return array_map( fn ( int $item ): string => $this->books( $item ), array_values( $items ) );
	}
}
