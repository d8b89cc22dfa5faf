<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\History;

use WooInventoryGuard\History\Balances;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Stock\Lines\FoldedLevels;
use WooInventoryGuard\Stock\Quantity;

/**
 * "Why is it 7?", at any moment.
 */
final class BalancesTest extends HistoryTestCase {

	public function test_at_any_moment_it_is_the_sum_of_what_came_and_went_before(): void {
		$seed = (int) ( getenv( 'WIG_SEED' ) ?: random_int( 1, 1_000_000 ) );
		mt_srand( $seed );
		$this->location( 2 );
		$tea = $this->item( '20.5' );
		$this->stock( $tea, 4, 2 );
		$other = $this->item( 1000 );
		$began = $this->clock->now();
		for ( $line = 0; $line < 40; $line++ ) {
			$this->move( mt_rand( 0, 3 ) ? $tea : $other, mt_rand( 0, 1 ) ? '1.25' : '-0.5', 'found', '', 0, 1 );
			$this->move( $tea, 1, 'found', '', 0, 2 );
			$this->clock->advance( mt_rand( -60, 7_200 ) );
		}
		$span = $this->clock->now()->getTimestamp() - $began->getTimestamp();
		for ( $turn = 0; $turn < 25; $turn++ ) {
			$at  = $began->modify( '+' . mt_rand( -100, $span ) . ' seconds' );
			$sum = $this->db->value( 'SELECT SUM( delta ) FROM %i WHERE item_id = %d AND created_at <= %s', $this->db->table( 'movements' ), $tea, Clock::sql( $at ) );
			$it  = $this->balances->at( $tea, $at, 5 );
			self::assertSame( (string) Quantity::from_sql( $sum ), (string) $it['on_hand'], "Seed $seed, turn $turn" );
			self::assertLessThanOrEqual( 5, count( $it['lines'] ) );
			if ( array() !== $it['lines'] ) {
				self::assertLessThanOrEqual( $at, $it['lines'][0]->created_at );
			}
		}
	}

	public function test_what_happened_at_the_very_moment_counts(): void {
		$tea = $this->item( 20 );
		$this->clock->advance( 60 );
		$at = $this->clock->now();
		$this->move( $tea, -3, 'damaged' );
		self::assertSame( array( '17', '20' ), array( (string) $this->balances->at( $tea, $at, 1 )['on_hand'], (string) $this->balances->at( $tea, $at->modify( '-1 second' ), 1 )['on_hand'] ) );
		self::assertSame( '0', (string) $this->balances->at( $tea, $at->modify( '-1 year' ), 1 )['on_hand'] );
	}

	public function test_the_line_with_the_highest_number_counts_where_clocks_differ(): void {
		$tea = $this->item( 20 );
		$this->clock->advance( 3_600 );
		$this->move( $tea, -3, 'damaged' );
		// Written after it, by a server whose clock is a second late.
		$this->clock->advance( -61 );
		$this->move( $tea, -4, 'damaged' );
		self::assertSame( '13', (string) $this->balances->at( $tea, $this->clock->now()->modify( '+1 day' ), 1 )['on_hand'] );
	}

	public function test_a_balance_is_drawn_after_each_change_and_where_there_are_many_at_moments(): void {
		$tea   = $this->item( 20 );
		$began = $this->clock->now();
		$this->clock->advance( 86_400 );
		$this->move( $tea, -3, 'damaged' );
		$this->move( $tea, 10, 'received' );
		$read = static fn ( array $series ): array => array_map( static fn ( array $point ): string => (string) $point['on_hand'], $series['points'] );
		$few  = $this->balances->between( $tea, $began, $this->clock->now() );
		self::assertTrue( $few['every_change'] );
		self::assertSame( array( '20', '17', '27', '27' ), $read( $few ) );

		$this->move( $tea, 3, 'found' );
		$many = ( new Balances( $this->db, $this->list, new FoldedLevels( $this->db ), 2 ) )->between( $tea, $began, $this->clock->now() );
		self::assertFalse( $many['every_change'] );
		self::assertSame( array( '20', '30' ), array( $read( $many )[0], $read( $many )[120] ?? null ) );
		self::assertCount( 121, $many['points'] );
	}
}
