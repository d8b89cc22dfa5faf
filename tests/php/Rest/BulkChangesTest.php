<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

/**
 * A change of many items as a client makes it: look, start, watch, undo.
 */
final class BulkChangesTest extends RestTestCase {

	public function test_looked_at_started_watched_and_undone(): void {
		$this->part( 3, array( 'name' => 'Tea, green', 'low_stock_threshold' => 1 ) );
		$this->part( 8, array( 'name' => 'Tea, black' ) );
		$this->part( 8, array( 'name' => 'Cup' ) );
		$look = $this->post( '/bulk-changes', array( 'filter' => array( 'search' => 'tea' ), 'set' => array( 'low_stock_threshold' => 5 ) ), array( 'Idempotency-Key' => 'look-1' ) );

		self::assertSame( array( 201, 'preview', 2, 2, 0, 'Mei' ), array( $look->status, $look->at( 'state' ), $look->at( 'matched' ), $look->at( 'changing' ), $look->at( 'same' ), $look->at( 'actor' ) ), $look->text );
		self::assertSame( array( 1, 5 ), array( $look->at( 'examples.0.before.low_stock_threshold' ), $look->at( 'examples.0.after.low_stock_threshold' ) ), $look->text );
		self::assertSame( 200, $this->post( '/bulk-changes', array( 'filter' => array( 'search' => 'tea' ), 'set' => array( 'low_stock_threshold' => 5 ) ), array( 'Idempotency-Key' => 'look-1' ) )->status );
		$path = '/bulk-changes/' . $look->at( 'id' );
		self::assertSame( 0, (int) $this->get( '/bulk-changes' )->headers['X-WP-Total'], 'Nothing has been done yet.' );

		self::assertSame( 'running', $this->post( $path . '/start' )->at( 'state' ) );
		self::assertTrue( false !== wp_next_scheduled( 'woo_inventory_guard_bulk' ), 'It goes on when the page is left.' );
		$done = $this->post( $path . '/work' );
		self::assertSame( array( 'done', 2, 2, 2, true ), array( $done->at( 'state' ), $done->at( 'done' ), $done->at( 'total' ), $done->at( 'changed' ), $done->at( 'can_undo' ) ), $done->text );
		self::assertSame( array( 5 ), array_column( (array) $this->get( '/items?search=green' )->json, 'low_stock_threshold' ) );

		self::assertSame( 'undoing', $this->post( $path . '/undo' )->at( 'state' ) );
		do_action( 'woo_inventory_guard_bulk' );
		$undone = $this->get( $path );
		self::assertSame( array( 'undone', 2, 0, false ), array( $undone->at( 'state' ), $undone->at( 'put_back' ), $undone->at( 'kept' ), $undone->at( 'can_undo' ) ), $undone->text );
		self::assertSame( array( 1 ), array_column( (array) $this->get( '/items?search=green' )->json, 'low_stock_threshold' ) );
		self::assertSame( array( $look->at( 'id' ) ), array_column( (array) $this->get( '/bulk-changes' )->json, 'id' ) );
	}

	public function test_only_what_was_picked(): void {
		$one = $this->part( 3 );
		$this->part( 3 );
		$look = $this->post( '/bulk-changes', array( 'filter' => array( 'ids' => array( $one ) ), 'on_hand' => array( 'how' => 'delta', 'amount' => '2.5', 'reason' => 'found' ) ) );

		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/bulk-changes', array( 'filter' => array( 'ids' => range( 1, 501 ) ), 'set' => array( 'bin' => 'A' ) ) ), 'filter.ids' );
		self::assertSame( 201, $this->post( '/bulk-changes', array( 'filter' => array( 'ids' => range( 1, 500 ) ), 'set' => array( 'backorders' => null ) ) )->status );
		self::assertSame( array( 1, 1, 3, 5.5 ), array( $look->at( 'filter.picked' ), $look->at( 'matched' ), $look->at( 'examples.0.before.on_hand' ), $look->at( 'examples.0.after.on_hand' ) ), $look->text );
	}

	public function test_it_is_either_fields_or_what_is_on_hand(): void {
		$stock = array( 'how' => 'delta', 'amount' => 1, 'reason' => 'found' );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/bulk-changes', array( 'filter' => array( 'all' => true ) ) ), 'set' );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/bulk-changes', array( 'filter' => array( 'all' => true ), 'set' => array( 'bin' => 'A' ), 'on_hand' => $stock ) ), 'set' );
		self::assert_refused( 400, 'rest_missing_callback_param', $this->post( '/bulk-changes', array( 'set' => array( 'bin' => 'A' ) ) ), 'filter' );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/bulk-changes', array( 'filter' => array( 'all' => false ), 'set' => array( 'bin' => 'A' ) ) ), 'filter.all' );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/bulk-changes', array( 'filter' => new \stdClass(), 'set' => array( 'bin' => 'A' ) ) ), 'filter' );
		foreach ( array( array( 'amount' => 0 ), array( 'how' => 'percent', 'amount' => -101 ), array( 'how' => 'percent', 'amount' => 1001 ), array( 'how' => 'set', 'amount' => -1 ) ) as $wrong ) {
			self::assert_refused( 400, 'rest_invalid_param', $this->post( '/bulk-changes', array( 'filter' => array( 'all' => true ), 'on_hand' => $wrong + $stock ) ), 'on_hand.amount' );
		}
	}

	public function test_what_was_never_started_cannot_be_undone(): void {
		$this->part( 3 );
		$look = $this->post( '/bulk-changes', array( 'filter' => array( 'all' => true ), 'set' => array( 'bin' => 'A' ) ) );
		self::assert_refused( 409, 'wig_cannot_undo', $this->post( '/bulk-changes/' . $look->at( 'id' ) . '/undo' ) );
		self::assert_refused( 404, 'wig_not_found', $this->post( '/bulk-changes/999999/start' ) );
		self::assert_refused( 404, 'wig_not_found', $this->get( '/bulk-changes/999999' ) );
	}

	public function test_who_only_reads_can_watch(): void {
		$this->part( 3 );
		$look = $this->post( '/bulk-changes', array( 'filter' => array( 'all' => true ), 'set' => array( 'bin' => 'A' ) ) );
		$this->sign_in( 'wig_sales_channel' );

		self::assertSame( 200, $this->get( '/bulk-changes/' . $look->at( 'id' ) )->status );
		foreach ( array( '', '/' . $look->at( 'id' ) . '/start', '/' . $look->at( 'id' ) . '/work', '/' . $look->at( 'id' ) . '/undo' ) as $act ) {
			self::assertSame( 403, $this->post( '/bulk-changes' . $act, array( 'filter' => array( 'all' => true ), 'set' => array( 'bin' => 'B' ) ) )->status );
		}
	}
}
