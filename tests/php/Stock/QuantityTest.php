<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use WooInventoryGuard\Stock\Error\InvalidQuantity;
use WooInventoryGuard\Stock\Quantity;

final class QuantityTest extends TestCase {

	public function test_a_tenth_and_two_tenths_are_three_tenths(): void {
		$sum = Quantity::of( 0.1 )->plus( Quantity::of( '0.2' ) );

		self::assertSame( 0, $sum->compare( Quantity::of( '0.3' ) ) );
		self::assertSame( '0.3', (string) $sum );
		self::assertSame( '0.3000', $sum->sql() );
		self::assertSame( 0.3, $sum->json() );
	}

	/**
	 * @return iterable<string, array{int|float|string, int, string}>
	 */
	public static function readable(): iterable {
		yield 'a whole number' => array( 12, 120000, '12' );
		yield 'a text with places' => array( '1.25', 12500, '1.25' );
		yield 'a negative text' => array( '-0.0001', -1, '-0.0001' );
		yield 'a double' => array( 2.5, 25000, '2.5' );
		yield 'a whole double, as JSON says 3.0' => array( 3.0, 30000, '3' );
		yield 'a double that prints with an exponent' => array( 1.0e-4, 1, '0.0001' );
		yield 'a sum of doubles, whose first fifteen digits count' => array( 0.1 + 0.2, 3000, '0.3' );
		yield 'minus nothing' => array( -0.0, 0, '0' );
		yield 'noughts beyond the fourth place' => array( '1.50000000', 15000, '1.5' );
		yield 'leading noughts' => array( '0007', 70000, '7' );
		yield 'the most' => array( '99999999999', 999999999990000, '99999999999' );
		yield 'the least' => array( -99999999999, -999999999990000, '-99999999999' );
		yield 'ten' => array( '10', 100000, '10' );
		yield 'a hundred' => array( 100, 1000000, '100' );
	}

	#[DataProvider( 'readable' )]
	public function test_it_reads_plain_numbers_exactly( int|float|string $value, int $units, string $text ): void {
		$quantity = Quantity::of( $value );

		self::assertSame( $units, $quantity->units );
		self::assertSame( $text, (string) $quantity );
		self::assertSame( $units, Quantity::of( $quantity->sql() )->units );
		self::assertSame( $units, Quantity::from_units( $units )->units );
	}

	/**
	 * @return iterable<string, array{int|float|string}>
	 */
	public static function unreadable(): iterable {
		yield 'five places' => array( '0.00001' );
		yield 'five places as a double' => array( 0.00001 );
		yield 'not a number' => array( NAN );
		yield 'infinity' => array( INF );
		yield 'an exponent' => array( '1e3' );
		yield 'a hexadecimal' => array( '0x10' );
		yield 'words' => array( 'many' );
		yield 'nothing' => array( '' );
		yield 'a space' => array( ' 1' );
		yield 'a newline at the end' => array( "1\n" );
		yield 'a comma' => array( '1,5' );
		yield 'a plus' => array( '+1' );
		yield 'a bare point' => array( '.5' );
		yield 'a point without places' => array( '5.' );
		yield 'two signs' => array( '--1' );
		yield 'one too many' => array( '100000000000' );
		yield 'a ten-thousandth too many' => array( '99999999999.0001' );
		yield 'a very long number' => array( str_repeat( '9', 40 ) );
		yield 'a large double' => array( 1.0e12 );
		yield 'the largest integer' => array( PHP_INT_MAX );
		yield 'Arabic digits' => array( '٣' );
	}

	#[DataProvider( 'unreadable' )]
	public function test_it_refuses_what_is_no_plain_number_of_four_places( int|float|string $value ): void {
		$this->expectException( InvalidQuantity::class );
		Quantity::of( $value );
	}

	public function test_sets_times_units_per_set(): void {
		self::assertSame( '0.75', (string) Quantity::of( '0.25' )->times( Quantity::of( 3 ) ) );
		self::assertSame( '6', (string) Quantity::of( '1.5' )->times( Quantity::of( 4 ) ) );
		self::assertSame( '0.0001', (string) Quantity::of( '0.01' )->times( Quantity::of( '0.01' ) ) );
		self::assertSame( '-0.5', (string) Quantity::of( '-0.25' )->times( Quantity::of( 2 ) ) );
		self::assertSame( '2.5', (string) Quantity::of( '-1' )->times( Quantity::of( '-2.5' ) ) );
	}

	public function test_sets_that_would_need_a_fifth_place_are_refused(): void {
		$this->expectException( InvalidQuantity::class );
		Quantity::of( '0.001' )->times( Quantity::of( '0.01' ) );
	}

	public function test_sets_that_would_need_too_much_are_refused(): void {
		$this->expectException( InvalidQuantity::class );
		Quantity::of( 99999999999 )->times( Quantity::of( 2 ) );
	}

	public function test_sets_beyond_any_integer_are_refused(): void {
		$this->expectException( InvalidQuantity::class );
		Quantity::of( 99999999999 )->times( Quantity::of( 99999999999 ) );
	}

	public function test_only_whole_sets_can_be_sold(): void {
		self::assertSame( '3', (string) Quantity::of( 10 )->whole_sets_of( Quantity::of( 3 ) ) );
		self::assertSame( '4', (string) Quantity::of( 1 )->whole_sets_of( Quantity::of( '0.25' ) ) );
		self::assertSame( '0', (string) Quantity::of( '0.9999' )->whole_sets_of( Quantity::of( 1 ) ) );
		self::assertSame( '-1', (string) Quantity::of( -1 )->whole_sets_of( Quantity::of( 2 ) ) );
		self::assertSame( '99999999999', (string) Quantity::from_sql( '100000000000000' )->whole_sets_of( Quantity::of( '0.0001' ) ), 'Backorders without a limit.' );
	}

	public function test_it_compares_and_turns_around(): void {
		$half = Quantity::of( '0.5' );

		self::assertLessThan( 0, $half->compare( Quantity::of( 1 ) ) );
		self::assertGreaterThan( 0, $half->compare( Quantity::zero() ) );
		self::assertSame( '-0.5', (string) $half->negated() );
		self::assertSame( '-0.5000', $half->negated()->sql() );
		self::assertSame( '-0.5', (string) Quantity::zero()->minus( $half ) );
		self::assertTrue( $half->is_positive() && ! $half->is_negative() && ! $half->is_zero() );
		self::assertTrue( $half->negated()->is_negative() && ! $half->negated()->is_positive() );
		self::assertTrue( Quantity::zero()->is_zero() && ! Quantity::zero()->is_negative() && ! Quantity::zero()->is_positive() );
	}

	public function test_json_gets_a_number_where_a_double_is_exact_and_else_a_text(): void {
		self::assertSame( 7, Quantity::of( '7.0000' )->json() );
		self::assertSame( -0.25, Quantity::of( '-0.25' )->json() );
		self::assertSame( 12345678901.2345, Quantity::of( '12345678901.2345' )->json() );
		self::assertSame( 98765432109.5, Quantity::of( '98765432109.5' )->json() );
		self::assertSame( '123456789012.3456', Quantity::from_units( 1234567890123456 )->json() );
		self::assertSame( 0.1234, Quantity::of( '0.1234' )->json() );
	}

	public function test_columns_are_read_as_the_database_writes_them(): void {
		self::assertSame( 12500, Quantity::from_sql( '1.2500' )->units );
		self::assertSame( -12500, Quantity::from_sql( '-1.25' )->units );
		self::assertSame( 0, Quantity::from_sql( null )->units );
		self::assertSame( 0, Quantity::from_sql( '' )->units );
		self::assertSame( 3000, Quantity::from_sql( '0.30000000000000004' )->units );
		self::assertSame( 3000, Quantity::from_sql( 0.1 + 0.2 )->units );
		self::assertSame( 50000, Quantity::from_sql( 5 )->units );
		self::assertSame( 1, Quantity::from_sql( '1.0e-4' )->units );
		self::assertSame( 1000000000000000000, Quantity::from_sql( '100000000000000.0000' )->units );
	}
}
