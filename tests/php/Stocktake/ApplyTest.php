<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stocktake;

use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stocktake\Review\Flag;
use WooInventoryGuard\Stocktake\NotReady;
use WooInventoryGuard\Stocktake\State;

/**
 * Deciding, agreeing, applying and undoing.
 */
final class ApplyTest extends StocktakeTestCase {

	public function test_applying_is_killed_thrice_goes_on_and_writes_each_line_once(): void {
		$items     = array_map( fn(): int => $this->item( 10 ), range( 1, 120 ) );
		$stocktake = $this->begun( $items );
		foreach ( array_chunk( $items, 100 ) as $some ) {
			$this->shop->stocktake_counts()->take( $stocktake, array_map( fn( int $item ): object => $this->sent( $item, 7 ), $some ), 11, '' );
		}
		$this->reviewed( $stocktake );
		self::assertSame( 120, $this->decisions->decide_rest( $stocktake->id, 'accept', 'lost', 'Box', 21 ) );
		$this->shop->applying()->begin( $stocktake->id, 21 );
		// In the middle of the first portion, at its end before the ledger is told, and in the middle of the second.
		foreach ( array( array( '/UPDATE \S*levels\S* SET\s+on_hand/', 40 ), array( '/INSERT INTO \S*movements/', 1 ), array( '/UPDATE \S*levels\S* SET\s+on_hand/', 110 ) ) as list( $statement, $at ) ) {
			$kill = $this->rival( static fn() => throw new \RuntimeException( 'killed' ), self::is_sqlite() ? '/^\s*START TRANSACTION/i' : $statement, self::is_sqlite() ? 2 : $at );
			try {
				$this->shop->applying()->work( $stocktake->id, 60 );
				self::fail( 'It was to be killed.' );
			} catch ( \RuntimeException $killed ) {
				self::assertSame( 'killed', $killed->getMessage() );
			}
			$kill->leaves();
			self::assertSame( State::Applying, $this->shop->stocktakes()->find( $stocktake->id )?->state );
			$this->assert_books_in_order();
		}
		// A late runner that saw the same portion does no harm.
		self::assertTrue( $this->shop->applying()->work( $stocktake->id, 60 ) );
		self::assertTrue( $this->shop->applying()->work( $stocktake->id, 60 ) );

		self::assertSame( '120', $this->db->value( "SELECT COUNT(*) FROM %i WHERE reason = 'stocktake' AND delta = -3 AND reference_id = %s AND note = 'lost: Box' AND actor_id = 21", $this->db->table( 'movements' ), (string) $stocktake->id ) );
		self::assertSame( array( '7 / 0' ), array_values( array_unique( array_map( $this->books( ... ), $items ) ) ) );
	}

	public function test_a_stricter_limit_holds_also_against_a_comparison_that_began_before_it(): void {
		$tea       = $this->item( 20, array( 'unit_cost' => '5' ) );
		$stocktake = $this->begun( array( $tea ), approve_over: Quantity::of( 50 ) );
		$this->counted( $stocktake, $tea, 18 );
		$this->reviewed( $stocktake );
		$this->decisions->decide_rest( $stocktake->id, 'accept', 'lost', '', 21 );
		self::assertFalse( $this->shop->stocktakes()->tighten( $stocktake->id, Quantity::of( '50.01' ) ) );
		self::assertSame( '0', $this->line_of( $stocktake, $tea )['stale'] );
		// A comparison has read the old limit, and the new one comes before it writes.
		$this->shop->stocktake_counts()->touch( $stocktake->id, array( $tea ) );
		$rival = $this->rival( fn(): bool => $this->shop->stocktakes()->tighten( $stocktake->id, Quantity::of( 10 ) ), '/UPDATE \S*stocktake_lines\S* SET\s+flags/' );
		$this->shop->comparing()->lines_of( $stocktake, array( $tea ) );
		$rival->leaves();
		self::assertSame( array( '1', '0' ), array( $this->line_of( $stocktake, $tea )['stale'], $this->line_of( $stocktake, $tea )['needs_second'] ) );
		// Whoever compares next, with a stocktake that was read long ago, knows the new one; what was accepted stays so.
		$this->shop->comparing()->lines_of( $stocktake, array( $tea ) );
		self::assertSame( array( '0', '1', 'accept' ), array( $this->line_of( $stocktake, $tea )['stale'], $this->line_of( $stocktake, $tea )['needs_second'], $this->line_of( $stocktake, $tea )['decision'] ) );
		try {
			$this->shop->applying()->begin( $stocktake->id, 21 );
			self::fail( 'One person alone has applied it.' );
		} catch ( NotReady $error ) {
			self::assertSame( NotReady::SECOND, $error->why );
		}
	}

	public function test_undoing_takes_all_of_it_back_and_keeps_what_moved_since(): void {
		$tea       = $this->item( 20 );
		$cup       = $this->item( 5 );
		$stocktake = $this->begun( array( $tea, $cup ) );
		$this->counted( $stocktake, $tea, 18 );
		$this->counted( $stocktake, $cup, 5 );
		$this->applied( $stocktake );
		$this->move( $tea, -3, 'damaged' );
		$kill = $this->rival( static fn() => throw new \RuntimeException( 'killed' ), '/UPDATE \S*stocktake_lines\S* SET undone/' );
		$this->shop->undoing()->begin( $stocktake->id, 21 );
		try {
			$this->shop->undoing()->work( $stocktake->id, 60 );
		} catch ( \RuntimeException ) {
			$kill->leaves();
		}
		self::assertTrue( $this->shop->undoing()->work( $stocktake->id, 60 ) );
		$this->shop->undoing()->begin( $stocktake->id, 21 );
		self::assertTrue( $this->shop->undoing()->work( $stocktake->id, 60 ) );

		self::assertSame( array( '17 / 0', '5 / 0' ), array( $this->books( $tea ), $this->books( $cup ) ) );
		self::assertContains( '4: 2 -> 17 stocktake_undone', $this->ledger( $tea ) );
	}

	public function test_a_line_over_the_limit_needs_a_second_person_who_neither_counted_nor_accepted(): void {
		$tea       = $this->item( 20, array( 'unit_cost' => '5' ) );
		$cup       = $this->item( 20, array( 'unit_cost' => '0.1' ) );
		$box       = $this->item( 20 );
		$stocktake = $this->begun( array( $tea, $cup, $box ), approve_over: Quantity::of( 10 ) );
		foreach ( array( $tea, $cup, $box ) as $item ) {
			$this->counted( $stocktake, $item, 18, 11 );
		}
		$this->reviewed( $stocktake );
		$two = Quantity::of( -2 );
		self::assertFalse( $this->decisions->approve( $stocktake->id, $tea, $two, 31 ), 'Nobody has accepted it.' );
		self::assertSame( 3, $this->decisions->decide_rest( $stocktake->id, 'accept', 'unknown', '', 21 ) );
		$this->refuses( NotReady::SECOND, 2, $stocktake->id );
		self::assertFalse( $this->decisions->approve( $stocktake->id, $tea, $two, 21 ), 'Who accepted.' );
		self::assertFalse( $this->decisions->approve( $stocktake->id, $tea, $two, 11 ), 'Who counted.' );
		self::assertFalse( $this->decisions->approve( $stocktake->id, $tea, Quantity::of( -3 ), 31 ), 'Another number than was looked at.' );
		self::assertTrue( $this->decisions->approve( $stocktake->id, $tea, $two, 31 ) );
		self::assertTrue( $this->decisions->approve( $stocktake->id, $box, $two, 31 ), 'What is worth nobody knows how much needs one too.' );

		// Who agreed counts afterwards: the same number, so the agreement stands, and must not be enough.
		$this->clock->advance( 1 );
		$this->counted( $stocktake, $tea, 0, 31, 'elsewhere' );
		self::assertTrue( $this->shop->comparing()->work( $stocktake, 10 ) );
		$this->shop->applying()->begin( $stocktake->id, 21 );
		self::assertTrue( $this->shop->applying()->work( $stocktake->id, 10 ) );
		self::assertSame( array( '20 / 0', '18 / 0', '18 / 0' ), array( $this->books( $tea ), $this->books( $cup ), $this->books( $box ) ) );
		self::assertSame( Flag::Changed->value, Flag::Changed->value & (int) $this->line_of( $stocktake, $tea )['flags'] );

		$this->shop->undoing()->begin( $stocktake->id, 21 );
		self::assertSame( State::Applied, $this->shop->stocktakes()->find( $stocktake->id )?->state, 'Undoing needs a second person too.' );
		$this->shop->undoing()->begin( $stocktake->id, 21 );
		self::assertSame( State::Applied, $this->shop->stocktakes()->find( $stocktake->id )?->state );
		$this->shop->undoing()->begin( $stocktake->id, 31 );
		self::assertTrue( $this->shop->undoing()->work( $stocktake->id, 10 ) );
		self::assertSame( '20 / 0', $this->books( $box ) );
	}

	public function test_a_decision_stands_for_the_number_that_was_looked_at(): void {
		$tea       = $this->item( 20 );
		$stocktake = $this->begun( array( $tea ) );
		$this->counted( $stocktake, $tea, 18 );
		$this->reviewed( $stocktake );
		self::assertFalse( $this->decisions->decide( $stocktake->id, $tea, 'accept', Quantity::of( -3 ), 'unknown', '', 21 ) );
		self::assertTrue( $this->decisions->decide( $stocktake->id, $tea, 'accept', Quantity::of( -2 ), 'lost', '', 21 ) );
		$this->clock->advance( 1 );
		$this->counted( $stocktake, $tea, 17 );
		$this->refuses( NotReady::COMPARING, 1, $stocktake->id );
		self::assertTrue( $this->shop->comparing()->work( $stocktake, 10 ) );
		$this->refuses( NotReady::UNDECIDED, 1, $stocktake->id );
		self::assertSame( Flag::Changed->value, (int) $this->line_of( $stocktake, $tea )['flags'] );
	}

	/**
	 * A count that comes in between the look and the writing of a comparison must not be lost by it.
	 */
	public function test_a_count_that_comes_in_during_a_comparison_leaves_the_line_stale(): void {
		$tea       = $this->item( 20 );
		$stocktake = $this->begun( array( $tea ) );
		$this->counted( $stocktake, $tea, 18 );
		$rival = \WooInventoryGuard\Tests\Support\Rival::comes(
			function () use ( $stocktake, $tea ): void {
				$this->clock->advance( 1 );
				$this->counted( $stocktake, $tea, 19 );
			},
			'/^UPDATE \S*stocktake_lines\S* SET\s+flags/'
		);
		$this->shop->comparing()->lines_of( $stocktake, array( $tea ) );
		self::assertSame( 1, $rival->acted() );
		self::assertSame( '1', $this->line_of( $stocktake, $tea )['stale'] );
		self::assertSame( '19 counted, 20 expected, -1', $this->compared( $stocktake, $tea ) );
	}

	public function test_counting_less_than_is_promised_is_a_fact_and_nothing_more_is_sold(): void {
		$tea       = $this->item( 20 );
		$this->reserve( array( $tea => 15 ) );
		$stocktake = $this->begun( array( $tea ) );
		$this->counted( $stocktake, $tea, 12 );
		$this->applied( $stocktake );
		self::assertSame( '12 / 15', $this->books( $tea ) );
		self::assertSame( '3.0000', $this->owed( $tea ) );
		$this->refused( fn() => $this->reserve( array( $tea => 1 ) ) );
	}

	public function test_uncounted_items_are_left_alone_or_said_to_be_none_explicitly(): void {
		$tea       = $this->item( 20 );
		$cup       = $this->item( 7 );
		$stocktake = $this->begun( array( $tea, $cup ) );
		$this->clock->advance( 60 );
		$this->reviewed( $stocktake );
		$this->clock->advance( 60 );
		$this->move( $cup, 5 );
		$zeroing = new \WooInventoryGuard\Stocktake\Counting\Zeroing( $this->db, $this->clock, $this->shop->stocktake_counts() );
		self::assertSame( 1, $zeroing->work( $this->shop->stocktakes()->find( $stocktake->id ), array( $cup ), 21, '' ) );
		self::assertTrue( $this->shop->comparing()->work( $stocktake, 10 ) );
		$this->decisions->decide_rest( $stocktake->id, 'accept', 'lost', '', 21 );
		$this->shop->applying()->begin( $stocktake->id, 21 );
		$this->shop->applying()->work( $stocktake->id, 10 );
		self::assertSame( array( '20 / 0', '5 / 0' ), array( $this->books( $tea ), $this->books( $cup ) ), 'None when counting ended; what came since is there.' );
	}

	private function refuses( string $why, int $lines, int $id ): void {
		try {
			$this->shop->applying()->begin( $id, 21 );
			self::fail( 'Applying was to be refused.' );
		} catch ( NotReady $not ) {
			self::assertSame( array( $why, $lines ), array( $not->why, $not->lines ) );
		}
	}
}
