<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Fold;

use WooInventoryGuard\Bulk\Matches;
use WooInventoryGuard\Import\Checking\BadValue;
use WooInventoryGuard\Import\Checking\Counted;
use WooInventoryGuard\Restore\Which;
use WooInventoryGuard\Stock\Lines\Folded;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Catalog\Catalog;

/**
 * Whoever looks at what was folded is refused, or told that it is not exact; whoever looks at anything else is not.
 */
final class RefusalsTest extends FoldTestCase {

	private int $tea;

	/** Of which nothing is folded. */
	private int $cup;

	protected function setUp(): void {
		parent::setUp();
		$this->at( '2021-01-05 10:00' );
		$this->tea = $this->item( 100 );
		$this->cup = $this->item( 100 );
		$this->happen( '2021-02-10 10:00', $this->tea, array( -1, -1 ), 'sold', 'order:1' );
		$this->happen( '2021-02-20 10:00', $this->tea, array( -1 ), 'sold', 'order:2' );
		$this->happen( '2021-02-21 10:00', $this->tea, array( 50 ), 'received', 'delivery:5' );
		$this->happen( '2021-04-01 10:00', $this->tea, array( -1, -1 ), 'sold', 'order:3' );
		$this->happen( '2021-04-01 10:00', $this->cup, array( -1 ), 'sold', 'order:4' );
		$this->happen( '2024-02-10 10:00', $this->tea, array( -5 ), 'sold', 'order:5' );
		$this->happen( '2024-02-10 10:00', $this->cup, array( -5 ), 'sold', 'order:5' );
		$this->at( '2026-03-02 09:00' );
	}

	public function test_a_restore_to_a_moment_before_is_refused_and_its_key_stays_free(): void {
		$this->fold_all();
		$this->assert_folded( fn() => $this->restores()->make( self::time( '2021-04-01 10:00:00' ), true, new Which( new Matches() ), 7, 'a' ) );
		$made = $this->restores()->make( self::time( '2021-04-01 10:00:01' ), true, new Which( new Matches() ), 7, 'a' );
		self::assertFalse( $made['replayed'] );
		$this->looking()->work( $made['restore']->id, self::ALL );
		self::assertSame( array( 0, 2 ), array( $this->now( $made['restore']->id )->unknown, $this->now( $made['restore']->id )->items ) );
	}

	public function test_one_that_was_asked_for_before_leaves_alone_what_was_folded_meanwhile(): void {
		$asked = fn( string $key ) => $this->restores()->make( self::time( '2021-02-15 10:00' ), false, new Which( new Matches() ), 7, $key );
		$made  = $asked( 'a' )['restore'];
		$this->fold_all();
		$this->looking()->work( $made->id, self::ALL );
		self::assertSame( array( 1, array( "{$this->cup}: 94, 100, 0, 6" ) ), array( $this->now( $made->id )->unknown, $this->lines( $this->now( $made->id ) ) ) );
		self::assertTrue( $asked( 'a' )['replayed'], 'The same key still has the same answer.' );
	}

	public function test_an_order_that_was_folded_cannot_be_opened_and_one_that_was_not_can(): void {
		$this->documents->require_whole( new Reference( 'order', '1' ) );
		$this->fold_all();
		foreach ( array( '1', '3', '4', 'none' ) as $order ) {
			$this->assert_folded( fn() => $this->documents->require_whole( new Reference( 'order', $order ) ) );
		}
		$this->assert_folded( fn() => $this->documents->require_whole( new Reference( 'folded', '' ) ) );
		$this->documents->require_whole( new Reference( 'order', '5' ) );
		$this->documents->require_whole( new Reference( 'delivery', '5' ) );
		self::assertSame( array( 'delivery' ), $this->documents->types(), 'Sums are no documents.' );
	}

	public function test_a_document_from_before_is_still_taken_back_as_a_whole(): void {
		$this->fold_all();
		$reversal = $this->reversals->begin( new Reference( 'delivery', '5' ), 7, $this->key() );
		$this->reversals->work( $reversal->id, self::ALL );
		self::assertSame( '90 / 0', $this->books( $this->tea ) );
	}

	public function test_what_was_counted_before_is_refused_where_it_is_not_known(): void {
		$this->fold_all();
		$catalog = new Catalog( $GLOBALS['wpdb'], $this->clock );
		$counted = new Counted( $this->db, $this->clock, $this->folded );
		$tea     = $catalog->items->find( $this->tea ) ?? self::fail( 'It has gone.' );
		$cup     = $catalog->items->find( $this->cup ) ?? self::fail( 'It has gone.' );
		try {
			$counted->balance( $tea, '2021-04-01T10:00:00Z', null );
			self::fail( 'This is not known.' );
		} catch ( BadValue $bad ) {
			self::assertSame( 'wig_import_folded', $bad->problem->code );
		}
		self::assertSame( array( '145', '100' ), array( (string) $counted->balance( $tea, '2021-04-01T10:00:01Z', null ), (string) $counted->balance( $cup, '2021-02-15T10:00:00Z', null ) ) );
	}

	public function test_what_it_was_is_exact_but_within_a_month_that_was_folded(): void {
		$this->fold_all();
		$told = fn( string $time ): string => ( $it = $this->balances->at( $this->tea, self::time( $time ), 1 ) )['on_hand'] . ( $it['exact'] ? '' : ' perhaps' );
		self::assertSame(
			array( '100', '100', '100 perhaps', '100 perhaps', '97', '147', '147', '147', '147 perhaps', '147 perhaps', '145', '140' ),
			array_map( $told, array( '2021-01-05 10:00:00', '2021-01-31 23:59:59', '2021-02-01 10:00:00', '2021-02-15 10:00:00', '2021-02-20 10:00:01', '2021-02-21 10:00:02', '2021-02-28 23:59:59', '2021-03-31 23:59:59', '2021-04-01 09:00:00', '2021-04-01 10:00:00', '2021-04-01 10:00:01', '2026-01-01 00:00:00' ) )
		);
	}

	public function test_the_chart_has_no_number_that_never_was(): void {
		$this->at( '2021-01-05 10:00' );
		$pot = $this->item( 10 );
		$this->happen( '2021-02-10 10:00', $pot, array( -9, 9, -9, 9, -1 ) );
		$this->happen( '2024-02-10 10:00', $pot, array( -5 ), 'sold', 'order:5' );
		$this->at( '2026-03-02 09:00' );
		$this->fold_all();
		$points = $this->balances->between( $pot, self::time( '2021-01-01' ), self::time( '2025-01-01' ) )['points'];
		self::assertSame( array( '10', '9', '4', '4' ), array_map( static fn( array $point ): string => (string) $point['on_hand'], array_slice( $points, -4 ) ) );
	}

	/**
	 * @param callable(): mixed $act
	 */
	private function assert_folded( callable $act ): void {
		try {
			$act();
			self::fail( 'This is not known any more.' );
		} catch ( Folded $folded ) {
			self::assertSame( '2021-04-01 10:00:01', $folded->before->format( 'Y-m-d H:i:s' ) );
		}
	}
}
