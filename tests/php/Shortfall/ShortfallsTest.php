<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Shortfall;

use WooInventoryGuard\Shortfall\Outcome;
use WooInventoryGuard\Shortfall\Shortfall;
use WooInventoryGuard\Shortfall\Shortfalls;
use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * The work list of what is sold and short, and units that are owed.
 */
final class ShortfallsTest extends EngineTestCase {

	private Shortfalls $list;

	protected function setUp(): void {
		parent::setUp();
		$this->list = new Shortfalls( $this->db, $this->clock );
	}

	public function test_a_line_has_one_open_entry_and_a_new_one_after_it_was_closed(): void {
		$item = $this->item( 0 );
		self::assertTrue( $this->list->record( 5, 50, $item, Quantity::of( 2 ), false ) );
		self::assertFalse( $this->list->record( 5, 50, $item, Quantity::of( '1.5' ), false ) );
		self::assertSame( array( '1.5' ), self::missing( $this->list->of_order( 5 ) ) );
		self::assertTrue( $this->list->close_line( 50, Outcome::Substitute ) );
		self::assertFalse( $this->list->close_line( 50, Outcome::Taken ) );
		self::assertFalse( $this->list->record( 5, 50, $item, Quantity::of( 3 ), false ), 'It was on the list before.' );
		self::assertSame( array( 1, 1 ), array( $this->list->count( true ), $this->list->count( false ) ) );
		self::assertSame( Outcome::Substitute, $this->list->page( false, 10, 0 )[0]->outcome );
	}

	public function test_a_decision_is_taken_back_once_and_not_over_a_newer_entry(): void {
		$item = $this->item( 0 );
		$this->list->record( 5, 50, $item, Quantity::of( 2 ), false );
		$id = $this->list->of_order( 5 )[0]->id;
		self::assertFalse( $this->list->reopen( $id ), 'It is open.' );
		$this->list->close( $id, Outcome::Refund );
		self::assertTrue( $this->list->reopen( $id ) );
		self::assertSame( array( true, Outcome::Wait, null ), array( ( $one = $this->list->of_order( 5 )[0] )->open, $one->outcome, $one->closed_at ) );
		$this->list->close( $id, Outcome::Taken );
		self::assertFalse( $this->list->reopen( $id ), 'Units that were taken are no decision.' );
		$this->list->record( 5, 51, $item, Quantity::of( 1 ), false );
		$other = $this->list->of_order( 5 )[1]->id;
		$this->list->close( $other, Outcome::Substitute );
		$this->list->record( 5, 51, $item, Quantity::of( 1 ), false );
		self::assertFalse( $this->list->reopen( $other ), 'A line has one open entry.' );
	}

	public function test_hopeful_are_those_who_wait_for_an_item_that_is_there_the_oldest_first(): void {
		$there = $this->item( 1 );
		$gone  = $this->item( 0 );
		$this->list->record( 1, 10, $gone, Quantity::of( 1 ), false );
		$this->list->record( 2, 20, $there, Quantity::of( 5 ), false );
		$this->list->record( 3, 30, $there, Quantity::of( 1 ), false );
		$this->list->record( 4, 40, $there, Quantity::of( 1 ), true );
		self::assertSame( array( 2, 3 ), array_map( static fn( Shortfall $one ): int => $one->order_id, $this->list->hopeful( 10 ) ) );
	}

	public function test_owed_units_are_known_to_the_books_and_sell_nothing_until_they_have_come(): void {
		$item = $this->item( 1 );
		$this->owe( $item, '2.5' );
		self::assertSame( '-1.5', (string) Quantity::from_sql( $this->db->value( 'SELECT on_hand FROM %i WHERE item_id = %d', $this->db->table( 'levels' ), $item ) ) );
		self::assertSame( '1.5', (string) Quantity::from_sql( $this->db->value( 'SELECT owed FROM %i WHERE item_id = %d', $this->db->table( 'levels' ), $item ) ) );
		$this->assert_books_in_order();
		self::assertNotSame( array(), $this->refused( fn() => $this->reserve( array( $item => 1 ) ) ) );
	}

	public function test_what_has_arrived_goes_to_the_oldest(): void {
		$item = $this->item( 0 );
		foreach ( array( 1, 2, 3 ) as $order ) {
			$this->owe( $item, 2 );
			$this->list->record( $order, $order * 10, $item, Quantity::of( 2 ), true );
		}
		self::assertSame( array(), $this->list->close_delivered() );
		$this->stock_arrives( $item, 3 );
		self::assertSame( array( 1 ), array_map( static fn( Shortfall $one ): int => $one->order_id, $this->list->close_delivered() ) );
		$this->stock_arrives( $item, 1 );
		self::assertSame( array( 2 ), array_map( static fn( Shortfall $one ): int => $one->order_id, $this->list->close_delivered() ) );
		$this->stock_arrives( $item, 9 );
		self::assertSame( array( 3 ), array_map( static fn( Shortfall $one ): int => $one->order_id, $this->list->close_delivered() ) );
	}

	public function test_a_bundle_is_remembered_as_it_was_made_when_it_left(): void {
		$cup    = $this->item( 9 );
		$bundle = $this->bundle( array( $cup => 2 ) );
		$held   = $this->reserve( array( $bundle => 1 ), order: '77' );
		$this->engine->reservations->commit( $held->id, $this->key(), 0 );
		$this->bundles->set( $bundle, array() );
		$this->reserve( array( $cup => 1 ), order: '77' );
		$sold = $this->engine->reservations->committed_of( new Reference( 'order', '77' ) );
		self::assertCount( 1, $sold );
		self::assertSame( array( $cup, '2' ), array( $sold[0]->lines[0]->components[0]->item_id, (string) $sold[0]->lines[0]->components[0]->quantity ) );
	}

	private function owe( int $item, int|string $units ): void {
		$this->db->transaction( fn() => $this->engine->ledger->owe( new Line( $item, 1, Quantity::of( $units ) ), new Cause( 'sold', Reference::none() ) ) );
	}

	private function stock_arrives( int $item, int $units ): void {
		$this->engine->ledger->adjust( Adjustment::delta( $item, 1, Quantity::of( $units ), new Cause( 'received', Reference::none() ) ), $this->key() );
	}

	/**
	 * @param list<Shortfall> $rows
	 * @return list<string>
	 */
	private static function missing( array $rows ): array {
		return array_map( static fn( Shortfall $one ): string => (string) $one->missing, $rows );
	}
}
