<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * Many items at once: each as if it were changed by itself.
 */
final class ManyMovesTest extends EngineTestCase {

	public function test_each_gets_its_line_and_its_sums(): void {
		$tea   = $this->item( 10, array( 'low_at' => 2 ) );
		$cup   = $this->item( '2.5', array( 'low_at' => 2 ) );
		$other = $this->item( 7 );
		$this->reserve( array( $tea => 3 ) );
		$moved = $this->move( array( $tea => -6, $cup => '0.25' ) );

		self::assertSame( array( $tea => '-6', $cup => '0.25' ), $moved );
		self::assertSame( array( '1: 10 -> 10 opening', '2: -6 -> 4 correction' ), $this->ledger( $tea ) );
		self::assertSame( array( '1: 2.5 -> 2.5 opening', '2: 0.25 -> 2.75 correction' ), $this->ledger( $cup ) );
		self::assertSame( array( '4 / 3 / 1 / low', '2.75 / 0 / 2.75 / ok', '7 / 0 / 7 / ok' ), array_map( $this->sums( ... ), array( $tea, $cup, $other ) ) );
	}

	public function test_the_same_for_all_takes_no_more_than_orders_leave(): void {
		$tea  = $this->item( 10 );
		$cup  = $this->item( 10 );
		$more = $this->item( 1, array( 'backorders' => 'yes', 'allowance' => 2 ) );
		$this->reserve( array( $cup => 8 ) );

		self::assertSame( array( $tea => '-3', $more => '-3' ), $this->move( array( $tea => -3, $cup => -3, $more => -3 ) ) );
		self::assertSame( array( '7 / 0', '10 / 8', '-2 / 0' ), array( $this->books( $tea ), $this->books( $cup ), $this->books( $more ) ) );
		self::assertSame( array( 'ok', 'backorder' ), array( explode( ' / ', $this->sums( $tea ) )[3], explode( ' / ', $this->sums( $more ) )[3] ) );
		self::assertSame( array( $tea => '-7' ), $this->move( array( $tea => -7 ) ), 'All that is there.' );
		self::assertSame( '0 / 0 / 0 / out', $this->sums( $tea ) );
		self::assertSame( array(), $this->move( array( $tea => 0 ) ), 'Nothing is no change.' );
	}

	public function test_what_is_not_counted_is_left_out(): void {
		$cup     = $this->item( 4 );
		$letter  = $this->item( 4, array( 'tracked' => 0 ) );
		$set     = $this->bundle( array( $cup => 1 ) );
		$unknown = 999_999;

		self::assertSame( array( $cup => '1' ), $this->move( array( $cup => 1, $letter => 1, $set => 1, $unknown => 1 ) ) );
		self::assertSame( array( '4 / 0', 'no level' ), array( $this->books( $letter ), $this->books( $set ) ) );
	}

	public function test_an_item_without_a_level_gets_one(): void {
		$cup = $this->item( 4 );
		$this->location( 2 );

		self::assertSame( array( $cup => '5' ), $this->move( array( $cup => 5 ), 2 ) );
		self::assertSame( array( '4 / 0', '5 / 0', '9 / 0 / 9 / ok' ), array( $this->books( $cup ), $this->books( $cup, 2 ), $this->sums( $cup ) ) );
		self::assertSame( array( '1: 5 -> 5 correction' ), $this->ledger( $cup, 2 ) );
		self::assertSame( array( $cup => '-1' ), $this->move( array( $cup => -1 ) ) );
		self::assertSame( array( '3 / 0', '5 / 0' ), array( $this->books( $cup ), $this->books( $cup, 2 ) ) );
	}

	public function test_what_comes_is_owed_no_more(): void {
		$short = $this->item( 0 );
		$some  = $this->item( 0, array( 'backorders' => 'yes', 'allowance' => 10 ) );
		$this->location( 2 );
		$this->stock( $short, -3, 2 );
		foreach ( array( $short, $some ) as $item ) {
			$this->engine->ledger->accept( $item, 1, Quantity::of( -5 ), new Cause( 'external', Reference::none() ) );
		}
		self::assertSame( array( '5.0000', '0.0000', '3.0000' ), array( $this->owed( $short ), $this->owed( $some ), $this->owed( $short, 2 ) ) );
		$this->move( array( $short => 2, $some => 2 ) );

		self::assertSame( array( '3.0000', '0.0000', '3.0000' ), array( $this->owed( $short ), $this->owed( $some ), $this->owed( $short, 2 ) ), 'What backorders allow is not owed.' );
		$this->move( array( $short => 4, $some => 4 ) );
		self::assertSame( '0.0000', $this->owed( $short ) );
	}

	public function test_nobody_else_owes_less_by_it(): void {
		$tea   = $this->item( 0 );
		$other = $this->item( 5 );
		$this->location( 2 );
		$this->stock( $tea, 5, 2 );
		$this->db->execute( 'UPDATE %i SET owed = 2 WHERE item_id = %d OR location_id = 2', $this->db->table( 'levels' ), $other );
		$this->move( array( $tea => 3 ) );

		self::assertSame( array( '0.0000', '2.0000', '2.0000' ), array( $this->owed( $tea ), $this->owed( $tea, 2 ), $this->owed( $other ) ) );
		$this->books_are_broken = true;
	}

	public function test_it_waits_for_nobody_who_is_at_other_items(): void {
		if ( self::is_sqlite() ) {
			self::markTestSkipped( 'SQLite has one writer at a time.' );
		}
		global $wpdb;
		$wpdb->query( 'SET SESSION innodb_lock_wait_timeout = 1' );
		$tea   = $this->item( 4 );
		$cup   = $this->item( 4 );
		$rival = $this->rival_engine();
		$moved = $rival->db->transaction(
			function () use ( $rival, $tea, $cup ): array {
				$rival->levels->lock( array( $cup ), 1 );
				return $this->move( array( $tea => 1 ) );
			}
		);
		self::assertSame( array( $tea => '1' ), $moved );
	}

	/**
	 * @param array<int, int|string> $by
	 * @return array<int, string>
	 */
	private function move( array $by, int $location = 1 ): array {
		$moved = $this->db->transaction(
			fn(): array => $this->engine->moves->move( array_keys( $by ), $location, static fn( int $item ): Quantity => Quantity::of( $by[ $item ] ), new Cause( 'correction', Reference::none() ) )
		);
		return array_map( 'strval', $moved );
	}
}
