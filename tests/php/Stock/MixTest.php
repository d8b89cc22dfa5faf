<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use PHPUnit\Framework\TestCase;
use WooInventoryGuard\Stock\Sets\Allocation;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Component;
use WooInventoryGuard\Stock\Error\InvalidQuantity;
use WooInventoryGuard\Stock\Sets\Made;
use WooInventoryGuard\Stock\Sets\Mix;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Sets\SetCount;

/**
 * The arithmetic of alternatives, against trying every way there is.
 */
final class MixTest extends TestCase {

	public function test_a_set_is_made_of_what_is_liked_best_and_so_many_alike_are_one_kind(): void {
		$kinds = self::kinds( 5, array( self::any_of( 1, 1, 2 ), self::any_of( 2, 7 ) ), array( 1 => 2, 2 => 9, 7 => 99 ) );
		self::assertSame( array( '2 of 1×1 2×7', '3 of 1×2 2×7' ), $kinds );
	}

	public function test_one_set_may_be_mixed_of_what_is_left(): void {
		self::assertSame( array( '1 of 2×1', '1 of 1×1 1×2', '1 of 2×2' ), self::kinds( 3, array( self::any_of( 2, 1, 2 ) ), array( 1 => 3, 2 => 3 ) ) );
	}

	public function test_who_can_do_without_makes_room(): void {
		// The tray could be bamboo or oak, the bowl only bamboo: the tray gives the bamboo up.
		self::assertSame( array( '2 of 1×1 1×2' ), self::kinds( 2, array( self::any_of( 1, 1, 2 ), self::any_of( 1, 1 ) ), array( 1 => 2, 2 => 2 ) ) );
	}

	public function test_what_is_there_goes_before_what_may_be_owed_and_what_is_missing_is_asked_of_the_first(): void {
		$any = array( self::any_of( 1, 1, 2 ) );
		self::assertSame( array( '2 of 1×1', '2 of 1×2' ), self::kinds( 4, $any, array( 1 => 1, 2 => 2 ), array( 1 => 5 ) ) );
		self::assertSame( array( '3 of 1×1' ), self::kinds( 3, $any, array( 1 => 0, 2 => 0 ) ) );
	}

	public function test_an_extra_is_in_as_many_whole_sets_as_it_is_enough_for_and_from_stock_only(): void {
		$choices = array( self::any_of( 1, 1 ), new Choice( array( 2, 3 ), Quantity::of( 2 ), true ) );
		self::assertSame( array( '1 of 1×1 2×2', '1 of 1×1 2×3', '2 of 1×1' ), self::kinds( 4, $choices, array( 1 => 9, 2 => 3, 3 => 2 ), array( 2 => 9 ) ) );
		self::assertSame( array( '4 of 1×1' ), self::kinds( 4, $choices, array( 1 => 9, 2 => 9 ), extras: false ) );
	}

	public function test_an_extra_leaves_what_a_set_must_have(): void {
		self::assertSame( array( '2 of 1×1' ), self::kinds( 2, array( self::any_of( 1, 1 ), new Choice( array( 1 ), Quantity::of( 1 ), true ) ), array( 1 => 2 ) ) );
	}

	public function test_a_part_of_a_set_is_of_one_kind(): void {
		self::assertSame( array( '1 of 1×1', '0.5 of 1×1' ), self::kinds( '1.5', array( self::any_of( 1, 1, 2 ) ), array( 1 => '1.5', 2 => 1 ) ) );
		$this->expectException( InvalidQuantity::class );
		self::kinds( '0.5', array( self::any_of( 1, 1, 2 ) ), array( 1 => '0.25', 2 => 1 ) );
	}

	public function test_sets_that_are_kept_come_back_as_they_were(): void {
		$kinds = array( new Made( Quantity::of( 2 ), array( new Component( 1, Quantity::of( '0.5' ) ) ) ), new Made( Quantity::of( 1 ), array( new Component( 2, Quantity::of( 3 ) ) ) ) );
		$line  = ( new AskedLine( 9, 1, Quantity::of( 3 ), 'SET' ) )->made_of( $kinds );
		self::assertEquals( $line, AskedLine::from_array( $line->to_array() ) );
		$gone = $line->after( Quantity::of( 1 ) )->after( Quantity::of( '1.5' ) );
		self::assertEquals( $gone, AskedLine::from_array( $gone->to_array() ) );
		self::assertSame( '2.5', (string) $gone->gone );
		self::assertSame( array( '1 of 0.5×1', '1 of 3×2' ), self::told( Made::after( $kinds, Quantity::of( 1 ) ) ) );
		self::assertSame( array( '2 of 0.5×1', '0.5 of 3×2' ), self::told( Made::first( $kinds, Quantity::of( '2.5' ) ) ) );
	}

	public function test_random_sets_agree_with_trying_every_way(): void {
		mt_srand( 20261128 );
		for ( $round = 0; $round < 150; $round++ ) {
			$free = array();
			foreach ( array( 1, 2, 3, 4 ) as $item ) {
				$free[ $item ] = mt_rand( 0, 2 );
			}
			$choices = array();
			for ( $place = mt_rand( 1, 3 ); $place > 0; $place-- ) {
				$items     = array_values( array_filter( array( 1, 2, 3, 4 ), static fn(): bool => 1 === mt_rand( 0, 1 ) ) );
				$choices[] = new Choice( array() === $items ? array( 1 ) : $items, Quantity::of( mt_rand( 1, 2 ) ) );
			}
			$sets = 0;
			while ( self::fits( $choices, $sets + 1, $free ) ) {
				++$sets;
			}
			$count = SetCount::of( $choices, array_map( Quantity::of( ... ), $free ) );
			self::assertNotNull( $count );
			self::assertSame( $sets, $count->sets, "Round $round: " . (string) wp_json_encode( array( $choices, $free ) ) );

			// The reason that is given is one: what these items have is not enough for one set more.
			$has = array_sum( array_intersect_key( $free, array_flip( $count->items ) ) );
			self::assertLessThan( ( $sets + 1 ) * $count->per_set->units, 10_000 * $has, "Round $round" );

			$mix = new Mix( array( new AskedLine( 9, 1, Quantity::of( max( 1, $sets ) ) ) ), array( 9 => $choices ) );
			self::assertSame( 0 === $sets, array() !== $mix->short( self::at( $free ) ) );
			$uses = array();
			foreach ( 0 === $sets ? array() : $mix->apart( self::at( $free ), array(), true )[0]->lines() as $line ) {
				$uses[ $line->item_id ] = ( $uses[ $line->item_id ] ?? 0 ) + $line->quantity->units;
			}
			foreach ( $uses as $item => $units ) {
				self::assertLessThanOrEqual( 10_000 * $free[ $item ], $units, "Round $round" );
			}
			self::assertSame( $sets * array_sum( array_map( static fn( Choice $choice ): int => $choice->quantity->units, $choices ) ), array_sum( $uses ), "Round $round" );
		}
	}

	public function test_who_is_in_the_way_is_named_with_those_who_share(): void {
		$sharing = new Allocation( array( array( array( 'a', 'b' ), 3 ), array( array( 'b' ), 2 ), array( array( 'c' ), 1 ) ), array( 'a' => 1, 'b' => 2, 'c' => 1 ) );
		self::assertSame( array( false, array( 0, 1 ) ), array( $sharing->is_complete(), $sharing->in_the_way() ) );
		$sharing->add( array( 'a' => 2 ) );
		self::assertSame( array( true, array( 'a' => 3 ), array( 'b' => 2 ) ), array( $sharing->is_complete(), $sharing->given_to( 0 ), $sharing->given_to( 1 ) ) );
	}

	/**
	 * Whether so many sets can be put together, one unit after the other in every possible way.
	 *
	 * @param list<Choice>    $choices
	 * @param array<int, int> $free Whole units by item.
	 */
	private static function fits( array $choices, int $sets, array $free ): bool {
		$wanted = array();
		foreach ( $choices as $choice ) {
			array_push( $wanted, ...array_fill( 0, $sets * intdiv( $choice->quantity->units, 10_000 ), $choice->items ) );
		}
		return self::can_have( $wanted, $free );
	}

	/**
	 * @param list<list<int>> $wanted One entry a unit: the items that will do.
	 * @param array<int, int> $free
	 */
	public static function can_have( array $wanted, array $free ): bool {
		if ( count( $wanted ) > array_sum( $free ) ) {
			return false;
		}
		$items = array_pop( $wanted );
		foreach ( $items ?? array() as $item ) {
			if ( 0 < ( $free[ $item ] ?? 0 ) && self::can_have( $wanted, array( $item => $free[ $item ] - 1 ) + $free ) ) {
				return true;
			}
		}
		return null === $items;
	}

	private static function any_of( int|string $quantity, int ...$items ): Choice {
		return new Choice( array_values( $items ), Quantity::of( $quantity ) );
	}

	/**
	 * @param list<Choice>           $choices
	 * @param array<int, int|string> $stock
	 * @param array<int, int|string> $allowance
	 * @return list<string>
	 */
	private static function kinds( int|string $sets, array $choices, array $stock, array $allowance = array(), bool $extras = true ): array {
		$mix = new Mix( array( new AskedLine( 9, 1, Quantity::of( $sets ) ) ), array( 9 => $choices ) );
		return self::told( $mix->apart( self::at( $stock ), self::at( $allowance ), $extras )[0]->kinds() );
	}

	/**
	 * @param array<int, int|string> $units By item.
	 * @return array<string, Quantity>
	 */
	private static function at( array $units ): array {
		$levels = array();
		foreach ( $units as $item => $quantity ) {
			$levels[ $item . ':1' ] = Quantity::of( $quantity );
		}
		return $levels;
	}

	/**
	 * @param list<Made> $kinds
	 * @return list<string> "sets of quantity×item …".
	 */
	private static function told( array $kinds ): array {
		return array_map(
			static fn( Made $kind ): string => $kind->sets . ' of ' . implode( ' ', array_map( static fn( Component $part ): string => $part->quantity . '×' . $part->item_id, $kind->components ) ),
			$kinds
		);
	}
}
