<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use PHPUnit\Framework\Attributes\CoversClass;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Correction;
use WooInventoryGuard\Stock\Lines\Folded;
use WooInventoryGuard\Stock\Lines\FoldedLevels;
use WooInventoryGuard\Stock\Lines\Folding;
use WooInventoryGuard\Stock\Level\Inconsistent;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Movement;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Lines\Run;
use WooInventoryGuard\Stock\Lines\Runs;
use WooInventoryGuard\Tests\Support\Engine;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * Old lines of a level become sums, and nothing else changes: the lines that stay, the levels beside it, on hand.
 */
#[CoversClass( Folding::class )]
#[CoversClass( FoldedLevels::class )]
#[CoversClass( Run::class )]
#[CoversClass( Runs::class )]
final class FoldingTest extends EngineTestCase {

	private FoldedLevels $folded;

	private int $cup;
	private int $tea;

	protected function setUp(): void {
		parent::setUp();
		$this->folded = new FoldedLevels( $this->db );
		$this->location( 2 );
		$this->at( '2022-01-05 10:00' );
		// Neighbours with lower and with higher numbers than the level that is folded, at every place.
		$this->cup = $this->item( 50 );
		$this->tea = $this->item( 10 );
		$this->stock( $this->tea, 20, 2 );
	}

	public function test_a_month_becomes_a_sum_for_each_reason_and_direction(): void {
		$this->happen( '2022-02-01 08:00', $this->tea, array( -1, -2 ) );
		$this->happen( '2022-02-10 08:00', $this->tea, array( 7 ), reason: 'returned' );
		$this->happen( '2022-02-20 08:00', $this->tea, array( -4 ) );
		$this->happen( '2022-02-21 08:00', $this->tea, array( 1 ) );
		$this->happen( '2022-03-01 08:00', $this->tea, array( -1 ) );
		$this->happen( '2022-03-02 08:00', $this->tea, array( -1 ) );
		$this->happen( '2024-06-01 08:00', $this->tea, array( -1, -1, -1 ) );

		self::assertSame( array( 'movements' => 7, 'sums' => 4 ), $this->fold( $this->tea ) );
		self::assertSame(
			array( '1: 10 -> 10 opening', '2: 7 -> 17 returned', '5: -7 -> 10 sold', '6: 1 -> 11 sold', '8: -2 -> 9 sold', '9: -1 -> 8 sold', '10: -1 -> 7 sold', '11: -1 -> 6 sold' ),
			$this->ledger( $this->tea )
		);
		self::assertSame( array( '1 2022-01-05 10:00', '1 2022-02-21 08:00', '3 2022-02-21 08:00', '1 2022-02-21 08:00', '2 2022-03-02 08:00', '1 2024-06-01 08:00', '1 2024-06-01 08:00', '1 2024-06-01 08:00' ), $this->widths( $this->tea ) );
		self::assertSame( '2022-03-02 08:00', $this->folded->before()?->format( 'Y-m-d H:i' ) );
	}

	public function test_lines_that_stay_keep_their_number_and_their_balance(): void {
		$this->happen( '2022-02-01 08:00', $this->tea, array( -1, -1 ) );
		$this->happen( '2022-02-02 08:00', $this->tea, array( 5 ), reason: 'found' );
		$this->happen( '2022-02-03 08:00', $this->tea, array( -1, -1 ) );
		$this->happen( '2022-02-04 08:00', $this->tea, array( -1 ), reason: 'found' );
		$this->happen( '2022-02-05 08:00', $this->tea, array( -1 ) );
		$this->happen( '2022-02-06 08:00', $this->tea, array( 3 ), reason: 'returned' );
		$this->happen( '2024-02-06 08:00', $this->tea, array( -1 ) );

		$this->fold( $this->tea );
		self::assertSame(
			array( '1: 10 -> 10 opening', '3: -2 -> 8 sold', '4: 5 -> 13 found', '6: -2 -> 11 sold', '7: -1 -> 10 found', '8: -1 -> 9 sold', '9: 3 -> 12 returned', '10: -1 -> 11 sold' ),
			$this->ledger( $this->tea ),
			'The last run has as many reasons as lines: nothing would be saved.'
		);
		self::assertSame( 'order', $this->db->value( 'SELECT reference_type FROM %i WHERE item_id = %d AND seq = 8', $this->db->table( 'movements' ), $this->tea ) );
	}

	public function test_the_first_and_the_last_line_and_what_is_younger_than_the_cut_stay(): void {
		$this->happen( '2022-02-01 08:00', $this->tea, array( -1, -1, -1, -1 ) );
		self::assertSame( array( 'movements' => 3, 'sums' => 1 ), $this->fold( $this->tea ), 'Nothing has moved since: the last line stays.' );
		self::assertSame( array( '1: 10 -> 10 opening', '4: -3 -> 7 sold', '5: -1 -> 6 sold' ), $this->ledger( $this->tea ) );

		$this->happen( '2023-12-31 23:59', $this->tea, array( -1, 2 ) );
		$this->happen( '2024-01-01 00:00', $this->tea, array( -1, -1 ) );
		self::assertSame( array( 'movements' => 0, 'sums' => 0 ), $this->fold( $this->tea ), 'Sums are never folded again; two reasons are two sums.' );
	}

	public function test_the_levels_beside_it_stay_as_they_are(): void {
		foreach ( array( array( $this->cup, 1 ), array( $this->tea, 2 ), array( $this->tea, 1 ) ) as list( $item, $location ) ) {
			$this->happen( '2022-02-01 08:00', $item, array( -1, -1, -1, -1, -1 ), location: $location );
			$this->happen( '2024-02-01 08:00', $item, array( -1, -1 ), location: $location );
		}
		// A level that is longer than the one that is folded, and one that is shorter.
		$this->happen( '2022-03-01 08:00', $this->cup, array( -1, -1, -1 ) );
		$beside = array( $this->ledger( $this->cup ), $this->ledger( $this->tea, 2 ) );
		self::assertSame( array( 'movements' => 5, 'sums' => 1 ), $this->fold( $this->tea ) );
		self::assertSame( $beside, array( $this->ledger( $this->cup ), $this->ledger( $this->tea, 2 ) ) );
		self::assertSame( array( '1: 10 -> 10 opening', '6: -5 -> 5 sold', '7: -1 -> 4 sold', '8: -1 -> 3 sold' ), $this->ledger( $this->tea ) );
		self::assertNull( $this->folded->before_of( $this->cup, 1 ) );
		self::assertNull( $this->folded->before_of( $this->tea, 2 ) );
		self::assertNotNull( $this->folded->before_of( $this->tea, 1 ) );

		$this->happen( '2024-03-01 08:00', $this->tea, array( -1 ) );
		$this->db->execute( 'DELETE FROM %i WHERE item_id = %d AND location_id = 2 AND seq > 6', $this->db->table( 'movements' ), $this->tea );
		$this->db->execute( 'UPDATE %i SET seq = 6, on_hand = 15 WHERE item_id = %d AND location_id = 2', $this->db->table( 'levels' ), $this->tea );
		$this->db->execute( 'UPDATE %i SET on_hand = 17, available = 17 WHERE id = %d', $this->db->table( 'items' ), $this->tea );
		$this->go( new Folding( $this->db, $this->folded ), $this->tea, 0, 2 );
		self::assertSame( array( '1: 20 -> 20 opening', '5: -4 -> 16 sold', '6: -1 -> 15 sold' ), $this->ledger( $this->tea, 2 ), 'Its own last line stays, not that of the same item elsewhere.' );
	}

	public function test_a_level_with_many_lines_is_folded_in_more_than_one_go_but_a_month_in_one(): void {
		$this->happen( '2022-02-01 08:00', $this->tea, array( -1, -1, -1 ) );
		$this->happen( '2022-03-01 08:00', $this->tea, array( -1, -1 ) );
		$this->happen( '2024-03-01 08:00', $this->tea, array( -1 ) );
		$folding = new Folding( $this->db, $this->folded, 1, 2 );
		$first   = $this->go( $folding, $this->tea, 0 );
		self::assertSame( array( 'after' => 4, 'done' => false, 'movements' => 3, 'sums' => 1 ), $first, 'The opening line, and all of February.' );
		self::assertSame( array( 'after' => 6, 'done' => true, 'movements' => 2, 'sums' => 1 ), $this->go( $folding, $this->tea, 4 ) );
		self::assertSame( array( '1: 10 -> 10 opening', '4: -3 -> 7 sold', '6: -2 -> 5 sold', '7: -1 -> 4 sold' ), $this->ledger( $this->tea ) );
		self::assertSame( array( 'after' => 4, 'done' => false, 'movements' => 0, 'sums' => 0 ), $this->go( $folding, $this->tea, 0 ), 'Once more from the beginning changes nothing.' );
	}

	public function test_what_does_not_follow_stays_for_repair_to_find(): void {
		$this->happen( '2022-02-01 08:00', $this->tea, array( -1, -1, -1, -1, -1 ) );
		$this->happen( '2024-02-01 08:00', $this->tea, array( -1 ) );
		$this->db->execute( 'DELETE FROM %i WHERE item_id = %d AND location_id = 1 AND seq = 4', $this->db->table( 'movements' ), $this->tea );
		self::assertSame( array( 'movements' => 4, 'sums' => 2 ), $this->fold( $this->tea ) );
		self::assertSame( array( '1: 10 -> 10 opening', '3: -2 -> 8 sold', '6: -2 -> 5 sold', '7: -1 -> 4 sold' ), $this->ledger( $this->tea ) );
		$this->engine->repair->level( $this->tea, 1, 7 );
		self::assertSame( array( '1: 10 -> 10 opening', '3: -2 -> 8 sold', '4: -1 -> 7 repair', '6: -2 -> 5 sold', '7: -1 -> 4 sold' ), $this->ledger( $this->tea ) );
	}

	public function test_sums_that_are_lost_are_bridged_with_all_they_stood_for(): void {
		$this->happen( '2022-02-01 08:00', $this->tea, array( -1, -1, -1 ) );
		$this->happen( '2022-03-01 08:00', $this->tea, array( -1, -1 ) );
		$this->happen( '2024-02-01 08:00', $this->tea, array( -1 ) );
		$this->fold( $this->tea );
		$this->db->execute( 'DELETE FROM %i WHERE item_id = %d AND location_id = 1 AND seq = 4', $this->db->table( 'movements' ), $this->tea );
		$this->engine->repair->level( $this->tea, 1, 7 );
		self::assertSame( array( '1: 10 -> 10 opening', '2: -3 -> 7 repair', '4: -2 -> 5 sold', '5: -1 -> 4 sold' ), $this->ledger( $this->tea ) );
		self::assertSame( '3 lost', $this->db->value( 'SELECT note FROM %i WHERE item_id = %d AND location_id = 1 AND seq = 2', $this->db->table( 'movements' ), $this->tea ) );
	}

	public function test_a_sale_in_the_middle_of_it_waits_and_nothing_is_lost(): void {
		$this->happen( '2022-02-01 08:00', $this->tea, array( -1, -1, -1 ) );
		$this->happen( '2024-02-01 08:00', $this->tea, array( -1 ) );
		$sold  = 0;
		$held  = array();
		$other = self::connection();
		$other->query( self::is_sqlite() ? 'SELECT 1' : 'SET SESSION innodb_lock_wait_timeout = 0' );
		$rival = new Engine( $other, $this->clock, $this->bundles );
		$them  = $this->rival(
			function () use ( $rival, $other, &$sold, &$held ): void {
				if ( 0 === $sold ) {
					// Before the lock, it sells.
					$rival->db->transaction( fn() => $rival->ledger->correct( array( new Correction( new Line( $this->tea, 1, Quantity::of( -1 ) ), new Cause( 'sold', new Reference( 'order', '77' ) ) ) ) ) );
					++$sold;
				} else {
					$held[] = $other->query( "UPDATE {$this->db->table( 'levels' )} SET seq = seq WHERE item_id = {$this->tea} AND location_id = 1" );
				}
			},
			'/FOR UPDATE|DELETE FROM|INSERT INTO/',
			1,
			6
		);
		self::assertSame( array( 'movements' => 3, 'sums' => 1 ), $this->fold( $this->tea ) );
		self::assertGreaterThan( 0, $them->acted() );
		self::assertSame( 1, $sold );
		self::assertSame( self::is_sqlite() ? array() : array( false ), array_values( array_unique( $held ) ), 'Nobody else gets at the level.' );
		self::assertSame( ( 6 - $sold ) . ' / 0', $this->books( $this->tea ) );
	}

	public function test_what_is_written_without_the_lock_undoes_all_of_it(): void {
		if ( self::is_sqlite() ) {
			self::markTestSkipped( 'The driver there sends statements of its own.' );
		}
		$this->happen( '2022-02-01 08:00', $this->tea, array( -1, -1, -1 ) );
		$this->happen( '2024-02-01 08:00', $this->tea, array( -1 ) );
		$ledger = $this->ledger( $this->tea );
		// As if somebody's own SQL had taken a line away: the statement that goes out deletes one less.
		$this->rival( static fn( string $sql ): string => str_replace( 'seq <= 4', 'seq <= 3', $sql ), '/^DELETE FROM/' );
		try {
			$this->fold( $this->tea );
			self::fail( 'This must not go through.' );
		} catch ( Inconsistent $error ) {
			self::assertSame( $this->tea, $error->item_id );
		}
		self::assertSame( $ledger, $this->ledger( $this->tea ) );
		self::assertNull( $this->folded->before() );
	}

	public function test_the_marker_says_up_to_when_and_only_goes_on(): void {
		$this->folded->mark( $this->cup, 1, '2022-05-01 00:00:00' );
		$this->folded->mark( $this->tea, 2, '2022-06-01 00:00:00' );
		$this->folded->mark( $this->tea, 1, '2022-04-01 00:00:00' );
		$this->folded->mark( $this->tea, 1, '2022-03-01 00:00:00' );
		$told = fn(): array => array_map( fn( array $level ): ?string => $this->folded->before_of( ...$level )?->format( 'Y-m-d' ), array( array( $this->cup, 1 ), array( $this->tea, 2 ), array( $this->tea, 1 ), array( $this->cup, 2 ) ) );
		self::assertSame( array( '2022-05-01', '2022-06-01', '2022-04-01', null ), $told() );
		$this->folded->mark( $this->tea, 1, '2022-04-02 00:00:00' );
		self::assertSame( array( '2022-05-01', '2022-06-01', '2022-04-02', null ), $told() );
		self::assertSame( '2022-06-01', $this->folded->before()?->format( 'Y-m-d' ) );
		$this->folded->require_known( new \DateTimeImmutable( '2022-06-01 00:00:00', new \DateTimeZone( 'UTC' ) ) );
		$this->expectException( Folded::class );
		$this->folded->require_known( new \DateTimeImmutable( '2022-05-31 23:59:59', new \DateTimeZone( 'UTC' ) ) );
	}

	/**
	 * Moves the clock there.
	 */
	private function at( string $time ): void {
		$this->clock->advance( ( new \DateTimeImmutable( $time, new \DateTimeZone( 'UTC' ) ) )->getTimestamp() - $this->clock->now()->getTimestamp() );
	}

	/**
	 * @param list<int> $deltas
	 */
	private function happen( string $time, int $item, array $deltas, string $reason = 'sold', int $location = 1 ): void {
		$this->at( $time );
		foreach ( $deltas as $delta ) {
			$cause = new Cause( $reason, new Reference( 'order', '9' ), 7, 'A note' );
			$this->db->transaction( fn() => $this->engine->ledger->correct( array( new Correction( new Line( $item, $location, Quantity::of( $delta ) ), $cause ) ) ) );
		}
	}

	/**
	 * @return array{movements: int, sums: int}
	 */
	private function fold( int $item ): array {
		$did = $this->go( new Folding( $this->db, $this->folded ), $item, 0 );
		self::assertTrue( $did['done'] );
		return array_intersect_key( $did, array( 'movements' => 0, 'sums' => 0 ) );
	}

	/**
	 * @return array{after: int, done: bool, movements: int, sums: int}
	 */
	private function go( Folding $folding, int $item, int $after, int $location = 1 ): array {
		return $folding->fold(
			$item,
			$location,
			$after,
			new \DateTimeImmutable( '2024-01-01', new \DateTimeZone( 'UTC' ) ),
			static fn( \DateTimeImmutable $at ): string => $at->format( 'Y-m' ),
			static fn( array $lines ): array => array_fill_keys( array_map( static fn( Movement $line ): int => $line->id, array_filter( $lines, static fn( Movement $line ): bool => 'found' === $line->reason ) ), true )
		);
	}

	/**
	 * @return list<string> How many movements each line stands for, and when it was.
	 */
	private function widths( int $item ): array {
		return array_map( static fn( array $row ): string => $row['stands_for'] . ' ' . substr( (string) $row['created_at'], 0, 16 ), $this->db->rows( 'SELECT stands_for, created_at FROM %i WHERE item_id = %d AND location_id = 1 ORDER BY seq', $this->db->table( 'movements' ), $item ) );
	}
}
