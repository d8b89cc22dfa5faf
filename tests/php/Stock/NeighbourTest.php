<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Error\StaleLevel;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * What is done to one level neither reads nor changes its neighbours: the same item elsewhere, another item at the same place.
 */
final class NeighbourTest extends EngineTestCase {

	private int $tea;

	/** Made first, so that it comes first wherever nothing else decides. */
	private int $cup;

	protected function setUp(): void {
		parent::setUp();
		$this->location( 2 );
		$this->cup = $this->item( 9 );
		$this->tea = $this->item( 5 );
	}

	private function write( int $item_id, int $location_id, int $on_hand ): void {
		$this->engine->ledger->accept( $item_id, $location_id, Quantity::of( $on_hand ), new Cause( 'external', Reference::none() ) );
	}

	public function test_what_an_item_begins_with_is_no_news_and_says_nothing_of_others_or_of_what_came_before(): void {
		$told = fn ( int $item_id ): ?string => $this->db->value( 'SELECT told_status FROM %i WHERE id = %d', $this->db->table( 'items' ), $item_id );
		$this->db->execute( 'UPDATE %i SET told_status = NULL WHERE id = %d', $this->db->table( 'items' ), $this->cup );
		$this->db->execute( 'UPDATE %i SET told_status = 0 WHERE id = %d', $this->db->table( 'items' ), $this->tea );
		$this->stock( $this->tea, 7, 2 );
		self::assertSame( array( null, '0' ), array( $told( $this->cup ), $told( $this->tea ) ) );
		$this->stock( $this->cup, 1, 2 );
		self::assertSame( $this->db->value( 'SELECT status FROM %i WHERE id = %d', $this->db->table( 'items' ), $this->cup ), $told( $this->cup ) );
	}

	public function test_units_arrive_where_only_another_item_has_been(): void {
		$this->stock( $this->cup, 3, 2 );
		$this->engine->ledger->adjust( AdjustTest::delta( $this->tea, 4, 'received', 2 ), 'a' );

		self::assertSame( array( '4 / 0', '3 / 0' ), array( $this->books( $this->tea, 2 ), $this->books( $this->cup, 2 ) ) );
	}

	public function test_a_number_from_outside_is_compared_with_that_item_at_that_place(): void {
		$this->stock( $this->cup, 3, 2 );
		$this->stock( $this->tea, 7, 2 );
		$this->write( $this->tea, 2, 8 );

		self::assertSame( array( '1: 7 -> 7 opening', '2: 1 -> 8 external' ), $this->ledger( $this->tea, 2 ) );
	}

	public function test_units_that_arrive_settle_the_debt_of_their_own_level_only(): void {
		$this->stock( $this->tea, 5, 2 );
		$order = new Reference( 'order', '1' );
		$lines = array( self::line( $this->tea, 4 ), self::line( $this->tea, 4, 2 ), self::line( $this->cup, 4 ) );
		$held  = $this->engine->reservations->reserve( 'a', $order, $lines, 900, 0 );
		$this->write( $this->tea, 1, 1 );
		$this->write( $this->tea, 2, 1 );
		$this->write( $this->cup, 1, 1 );
		$this->engine->reservations->release( $held->id, 'r' );
		$owed = fn (): array => array( $this->owed( $this->tea ), $this->owed( $this->tea, 2 ), $this->owed( $this->cup ) );
		self::assertSame( array( '3.0000', '3.0000', '3.0000' ), $owed() );

		$this->engine->ledger->adjust( AdjustTest::delta( $this->tea, 1 ), 'b' );
		self::assertSame( array( '0.0000', '3.0000', '3.0000' ), $owed() );
	}

	public function test_a_debt_is_noted_at_the_level_that_was_written_only(): void {
		$lamp = $this->item( 0, array( 'backorders' => 'yes', 'allowance' => '5' ) );
		$this->stock( $lamp, 0, 2 );
		$held = $this->engine->reservations->reserve( 'a', new Reference( 'order', '1' ), array( self::line( $lamp, 4 ), self::line( $lamp, 4, 2 ) ), 900, 0 );
		$this->write( $this->tea, 1, 7 );
		self::assertSame( '0.0000', $this->owed( $lamp ), 'Of another item, whose backorders allow it.' );

		// Since its limit was lowered, more is promised at both places than it allows.
		$this->db->execute( 'UPDATE %i SET allowance = 2 WHERE id = %d', $this->db->table( 'items' ), $lamp );
		$this->write( $this->tea, 1, -1 );
		self::assertSame( array( '1.0000', '0.0000' ), array( $this->owed( $this->tea ), $this->owed( $lamp ) ), 'A debt of another item at the same place.' );
		$this->write( $lamp, 1, -1 );
		self::assertSame( array( '3.0000', '0.0000' ), array( $this->owed( $lamp ), $this->owed( $lamp, 2 ) ) );
		$this->engine->reservations->release( $held->id, 'r' );
	}

	public function test_a_count_that_comes_too_late_is_told_what_lies_of_that_item_at_that_place(): void {
		$this->stock( $this->cup, 3, 2 );
		$this->stock( $this->tea, 7, 2 );
		try {
			$this->engine->ledger->adjust( AdjustTest::counted( $this->tea, 8, 6, 2 ), 'a' );
			self::fail( 'Overwritten.' );
		} catch ( StaleLevel $stale ) {
			self::assertSame( '7', (string) $stale->on_hand );
		}
	}

	public function test_a_part_of_an_order_leaves_the_place_that_was_named(): void {
		$this->stock( $this->tea, 7, 2 );
		$held = $this->engine->reservations->reserve( 'a', new Reference( 'order', '1' ), array( self::line( $this->tea, 2 ), self::line( $this->tea, 2, 2 ) ), 900, 0 );
		$this->engine->reservations->commit( $held->id, 'c', 0, array( self::line( $this->tea, 1, 2 ) ) );

		self::assertSame( array( '5 / 2', '6 / 1' ), array( $this->books( $this->tea ), $this->books( $this->tea, 2 ) ) );
	}

	public function test_the_reservations_of_a_cart_are_not_those_of_the_order_with_the_same_number(): void {
		$line  = array( self::line( $this->tea, 1 ) );
		$order = $this->engine->reservations->reserve( 'a', new Reference( 'order', '77' ), $line, 900, 0 );
		$cart  = $this->engine->reservations->reserve( 'b', new Reference( 'cart', '77' ), $line, 900, 0 );
		$ids   = fn ( string $type ): array => array_map( static fn ( $one ): int => $one->id, $this->engine->reservations->of_reference( new Reference( $type, '77' ) ) );

		self::assertSame( array( array( $order->id ), array( $cart->id ) ), array( $ids( 'order' ), $ids( 'cart' ) ) );
	}
}
