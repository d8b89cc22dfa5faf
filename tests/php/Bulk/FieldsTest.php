<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Bulk;

use WooInventoryGuard\Bulk\CannotUndo;
use WooInventoryGuard\Bulk\Matches;
use WooInventoryGuard\Bulk\Preview;
use WooInventoryGuard\Bulk\Values;
use WooInventoryGuard\Bulk\Wish;
use WooInventoryGuard\Catalog\Writing\ItemChanges;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\StockStatus;

/**
 * Fields of everything that a filter matches, and back.
 */
final class FieldsTest extends BulkTestCase {

	public function test_what_matches_is_changed_and_what_follows_from_it(): void {
		$this->four_teas();
		$change = $this->started( array( 'low_stock_threshold' => Quantity::of( 5 ) ), new Matches( 'tea' ) );

		self::assertSame( array( 4, 3, 1 ), array( $change->matched, $change->changing, $change->same ) );
		self::assertTrue( $this->runner()->work( $change->id, self::ALL ) );
		self::assertSame( array( 'Tea A' => '5', 'Tea B' => '5', 'Tea C' => '5', 'Tea D' => '5', 'Cup' => null ), $this->column( 'low_stock_threshold' ) );
		self::assertSame( array( 'Tea A' => '1', 'Tea B' => '1', 'Tea C' => '0', 'Tea D' => '3', 'Cup' => '3' ), $this->column( 'status' ), 'Those with up to five are low now.' );
		self::assertSame( 'done 4, 3 changed, 0 back, 0 kept', $this->told( $change ) );
	}

	public function test_undone_each_says_what_it_said_unless_somebody_has_changed_it_since(): void {
		$teas   = $this->four_teas();
		$before = $this->column( 'status' );
		$change = $this->started( array( 'low_stock_threshold' => Quantity::of( 5 ) ), new Matches( 'tea' ) );
		$this->runner()->work( $change->id, self::ALL );
		$this->catalog->writer->update( $teas[1], ItemChanges::of( array( 'low_stock_threshold' => Quantity::of( 9 ) ) ), null );
		$this->changes()->undo( $change->id );
		$this->changes()->undo( $change->id );

		self::assertTrue( $this->runner()->work( $change->id, self::ALL ) );
		self::assertSame( array( 'Tea A' => null, 'Tea B' => '9', 'Tea C' => '3', 'Tea D' => '5', 'Cup' => null ), $this->column( 'low_stock_threshold' ) );
		self::assertSame( array( 'Tea B' => '1' ) + $before, array( 'Tea B' => '1' ) + $this->column( 'status' ) );
		self::assertSame( 'undone 3, 3 changed, 2 back, 1 kept', $this->told( $change ) );
		$this->expectException( CannotUndo::class );
		$this->clock->advance( 1 );
		$this->changes()->undo( $this->started( array( 'bin' => 'A' ) )->id );
	}

	public function test_one_that_is_undone_while_it_runs_does_not_go_on(): void {
		$this->four_teas();
		$change = $this->started( array( 'supplier' => 'Mei' ) );
		self::assertFalse( $this->runner()->work( $change->id, 0 ), 'One portion.' );
		$this->changes()->undo( $change->id );

		self::assertTrue( $this->runner()->work( $change->id, self::ALL ) );
		self::assertSame( array( '' ), array_values( array_unique( $this->column( 'supplier' ) ) ) );
		self::assertSame( 'undone 2, 2 changed, 2 back, 0 kept', $this->told( $change ) );
	}

	public function test_several_fields_are_one_change(): void {
		$this->four_teas();
		$change = $this->started( array( 'supplier' => 'Mei', 'bin' => 'A-1', 'lead_time_days' => 7, 'unit_cost' => Quantity::of( '1.25' ) ) );
		$this->runner()->work( $change->id, self::ALL );

		self::assertSame( array( '7', 'A-1', '1.25' ), array( $this->column( 'lead_time_days' )['Cup'], $this->column( 'bin' )['Cup'], $this->column( 'unit_cost' )['Cup'] ) );
		$this->changes()->undo( $change->id );
		$this->runner()->work( $change->id, self::ALL );
		self::assertSame( array( null, '', null ), array( $this->column( 'lead_time_days' )['Cup'], $this->column( 'bin' )['Cup'], $this->column( 'unit_cost' )['Cup'] ) );
	}

	public function test_what_is_promised_to_orders_keeps_its_backorders(): void {
		$this->catalog->writer->update( $this->part( 'Tea', 'TEA', 1 )->id, ItemChanges::of( array( 'backorders' => \WooInventoryGuard\Catalog\Backorders::Yes ) ), null );
		$this->part( 'Cup', 'CUP', 1 );
		$tea = $this->catalog->items->by_sku( 'TEA' );
		$this->catalog->reservations->reserve( 'order', new Reference( 'order', '1' ), array( new AskedLine( (int) $tea?->id, 1, Quantity::of( 3 ) ) ), null, 0 );
		$this->bundle( 'Set', array( (int) $tea?->id => 1 ) );
		$change = $this->started( array( 'backorders' => 'no' ) );
		self::assertSame( array( 3, 0, 1 ), array( $change->matched, $change->changing, $change->same ), 'Two of tea are owed; a bundle has no policy of its own.' );
		$change = $this->started( array( 'backorders' => 'notify' ) );
		$this->runner()->work( $change->id, self::ALL );

		self::assertSame( array( 'Tea' => 'notify', 'Cup' => 'notify', 'Set' => 'no' ), $this->column( 'backorders' ) );
		$this->catalog->reservations->reserve( 'cups', new Reference( 'order', '2' ), array( new AskedLine( (int) $this->catalog->items->by_sku( 'CUP' )?->id, 1, Quantity::of( 5 ) ) ), null, 0 );
		$this->changes()->undo( $change->id );
		$this->runner()->work( $change->id, self::ALL );
		self::assertSame( array( 'Tea' => 'yes', 'Cup' => 'notify', 'Set' => 'no' ), $this->column( 'backorders' ), 'Four cups are owed by now.' );
		self::assertSame( 'undone 2, 2 changed, 1 back, 1 kept', $this->told( $change ) );
	}

	public function test_what_is_inherited_is_a_value_too(): void {
		$ids = array( $this->part( 'Tea', 'TEA', 1 )->id, $this->part( 'Cup', 'CUP', 1 )->id );
		$this->catalog->writer->update( $ids[0], ItemChanges::of( array( 'backorders' => \WooInventoryGuard\Catalog\Backorders::Yes, 'backorder_limit' => Quantity::of( 4 ) ) ), null );
		$own = fn(): array => array( ...$this->column( 'own_backorders' ), ...array_values( $this->column( 'own_limit' ) ) );
		self::assertSame( array( 'Tea' => 'yes', 'Cup' => null, '4', null ), $own() );
		$this->db->execute( "UPDATE %i SET rule_backorders = 'notify'", $this->db->table( 'items' ) );
		$change = $this->started( array( 'backorders' => null, 'backorder_limit' => null ) );
		self::assertSame( array( 1, 1 ), array( $change->changing, $change->same ), 'Cup says nothing itself.' );
		$this->runner()->work( $change->id, self::ALL );

		self::assertSame( array( 'Tea' => null, 'Cup' => null, null, null ), $own() );
		self::assertSame( 'notify', $this->column( 'backorders' )['Tea'], 'What the rule says counts.' );
		$this->changes()->undo( $change->id );
		$this->runner()->work( $change->id, self::ALL );
		self::assertSame( array( 'Tea' => 'yes', 'Cup' => null, '4', null ), $own() );
		self::assertSame( 'yes', $this->column( 'backorders' )['Tea'] );
		$this->db->execute( 'UPDATE %i SET rule_backorders = NULL', $this->db->table( 'items' ) );
	}

	public function test_only_those_that_were_picked(): void {
		$teas   = $this->four_teas();
		$change = $this->started( array( 'bin' => 'A' ), new Matches( '', null, null, array( $teas[0], $teas[3], 999_999 ) ) );
		self::assertSame( array( 2, 2 ), array( $change->matched, $change->changing ), 'One is gone by now.' );
		$this->runner()->work( $change->id, self::ALL );

		self::assertSame( array( 'Tea A' => 'A', 'Tea B' => '', 'Tea C' => '', 'Tea D' => 'A', 'Cup' => '' ), $this->column( 'bin' ) );
		$this->changes()->undo( $change->id );
		$this->runner()->work( $change->id, self::ALL );
		self::assertSame( array( '' ), array_values( array_unique( $this->column( 'bin' ) ) ) );
	}

	public function test_a_look_shows_a_few_before_and_after(): void {
		$this->four_teas();
		$change   = $this->changes()->make( new Matches( '', StockStatus::Ok ), Wish::of_fields( Values::of( array( 'low_stock_threshold' => null ) ) ), 7, 'look' )['change'];
		$examples = ( new Preview( $this->db, $this->catalog->many ) )->examples( $change );

		self::assertSame( array( 'Tea D' ), array_column( $examples, 'name' ), 'The others have none of their own.' );
		self::assertSame( array( array( 'low_stock_threshold' => 5 ), array( 'low_stock_threshold' => null ) ), array( $examples[0]['before'], $examples[0]['after'] ) );
		self::assertSame( 'preview 0, 0 changed, 0 back, 0 kept', $this->told( $change ) );
		self::assertTrue( $this->runner()->work( $change->id, self::ALL ), 'Nothing happens before it is started.' );
		self::assertSame( '5', $this->column( 'low_stock_threshold' )['Tea D'] );
		$this->clock->advance( 90_000 );
		$this->changes()->forget_old();
		self::assertNull( $this->changes()->find( $change->id ) );
	}

	public function test_what_came_after_the_look_is_not_meant(): void {
		$this->part( 'Old', 'OLD' );
		$change = $this->started( array( 'bin' => 'A' ) );
		$this->part( 'New', 'NEW' );
		$this->runner()->work( $change->id, self::ALL );

		self::assertSame( array( 'Old' => 'A', 'New' => '' ), $this->column( 'bin' ) );
	}

	public function test_what_was_there_before_is_kept_for_a_month(): void {
		$this->part( 'Tea', 'TEA' );
		$change = $this->started( array( 'bin' => 'A' ) );
		$this->runner()->work( $change->id, self::ALL );
		$this->clock->advance( 32 * 86_400 );
		$this->changes()->forget_old();

		self::assertSame( '0', $this->db->value( 'SELECT COUNT(*) FROM %i', $this->db->table( 'bulk_change_items' ) ) );
		self::assertFalse( $this->now( $change )->can_be_undone( $this->clock->now() ) );
		$this->expectException( CannotUndo::class );
		$this->changes()->undo( $change->id );
	}

	/**
	 * Four teas with 2, 5, 0 and 9 units and thresholds none, none, 3 and 5; and a cup.
	 *
	 * @return list<int>
	 */
	private function four_teas(): array {
		$ids = array( $this->part( 'Tea A', 'TA', 2 )->id, $this->part( 'Tea B', 'TB', 5 )->id, $this->part( 'Tea C', 'TC', 0 )->id, $this->part( 'Tea D', 'TD', 9 )->id );
		$this->catalog->writer->update( $ids[2], ItemChanges::of( array( 'low_stock_threshold' => Quantity::of( 3 ) ) ), null );
		$this->catalog->writer->update( $ids[3], ItemChanges::of( array( 'low_stock_threshold' => Quantity::of( 5 ) ) ), null );
		$this->part( 'Cup', 'CUP', 4 );
		return $ids;
	}
}
