<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

use WooInventoryGuard\Catalog\GuardTest;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Plugin;
use WooInventoryGuard\Settings\FirstRun;

/**
 * The first steps, and the test of the guard that anyone may start.
 */
final class FirstRunTest extends RestTestCase {

	public function test_forty_buyers_get_five_units_and_nothing_is_left_of_them(): void {
		$before = $this->traces();
		$begun  = $this->post( '/guard-tests', array( 'buyers' => 40 ) );
		self::assertSame( array( 201, 5, 40 ), array( $begun->status, $begun->at( 'units' ), $begun->at( 'buyers' ) ), $begun->text );
		$test = $begun->at( 'id' );
		$sold = 0;
		for ( $buyer = 1; $buyer <= 40; $buyer++ ) {
			$sold += true === $this->post( "/guard-tests/$test/buyers", array( 'buyer' => $buyer ) )->at( 'sold' ) ? 1 : 0;
		}
		self::assertSame( 5, $sold );
		self::assertSame( '{"sold":5,"oversold":0,"agrees":true}', $this->post( "/guard-tests/$test/end", array() )->text );
		self::assertSame( $before, $this->traces() );
		self::assertSame( 404, $this->post( "/guard-tests/$test/buyers", array( 'buyer' => 1 ) )->status );
		self::assertSame( 404, $this->post( "/guard-tests/$test/end", array() )->status );
	}

	public function test_a_buyer_who_asks_again_has_one_unit(): void {
		$test = $this->post( '/guard-tests', array( 'buyers' => 40 ) )->at( 'id' );
		$this->post( "/guard-tests/$test/buyers", array( 'buyer' => 7 ) );
		$this->post( "/guard-tests/$test/buyers", array( 'buyer' => 7 ) );
		self::assertSame( 1, $this->post( "/guard-tests/$test/end", array() )->at( 'sold' ) );
	}

	public function test_the_item_of_a_test_is_in_no_list_and_has_no_page(): void {
		$counts = $this->get( '/items' )->text;
		$test   = $this->post( '/guard-tests', array( 'buyers' => 40 ) )->at( 'id' );
		self::assertSame( $counts, $this->get( '/items' )->text );
		self::assertSame( 404, $this->get( "/items/$test" )->status );
	}

	public function test_stock_that_is_real_is_out_of_its_reach(): void {
		$item = $this->part( 9 );
		self::assertSame( 404, $this->post( "/guard-tests/$item/buyers", array( 'buyer' => 1 ) )->status );
		self::assertSame( 404, $this->post( "/guard-tests/$item/end", array() )->status );
		self::assertSame( 9, $this->get( "/items/$item" )->at( 'on_hand' ) );
	}

	public function test_a_test_whose_browser_has_gone_is_cleared_away_by_the_next(): void {
		$before = $this->traces();
		$left   = $this->post( '/guard-tests', array( 'buyers' => 40 ) )->at( 'id' );
		$this->post( "/guard-tests/$left/buyers", array( 'buyer' => 1 ) );
		Plugin::instance()->db()->execute( 'UPDATE %i SET created_at = %s WHERE id = %d', Plugin::instance()->db()->table( 'items' ), '2020-01-01 00:00:00', $left );
		$next = $this->post( '/guard-tests', array( 'buyers' => 40 ) )->at( 'id' );
		$this->post( "/guard-tests/$next/end", array() );
		self::assertSame( $before, $this->traces() );
	}

	public function test_a_buyer_who_comes_while_it_ends_is_told_that_it_is_over(): void {
		if ( self::is_sqlite() ) {
			self::markTestSkipped( 'SQLite has one writer at a time.' );
		}
		$before = $this->traces();
		$test   = $this->post( '/guard-tests', array( 'buyers' => 40 ) )->at( 'id' );
		$plugin = Plugin::instance();
		$rival  = $this->rival( fn() => ( new GuardTest( $this->rival_db(), new Clock(), $plugin->ledger(), $plugin->reservations() ) )->end( $test ), '/wig_reservations/' );
		self::assertSame( 404, $this->post( "/guard-tests/$test/buyers", array( 'buyer' => 1 ) )->status );
		self::assertSame( 1, $rival->acted() );
		self::assertSame( $before, $this->traces() );
	}

	public function test_what_was_found_is_told_to_who_may_configure(): void {
		$found = $this->get( '/first-run' );
		self::assertSame( array( 200, false, null ), array( $found->status, $found->at( 'woocommerce' ), $found->at( 'import' ) ), $found->text );
		$this->reserve( $this->part( 9 ), 2 );
		$after = $this->get( '/first-run' );
		self::assertSame( array( 1, 2 ), array( $after->at( 'held_orders' ) - $found->at( 'held_orders' ), $after->at( 'held_units' ) - $found->at( 'held_units' ) ) );
		self::assertSame( 1, $after->at( 'counted' ) - $found->at( 'counted' ) );

		FirstRun::is_due() || self::fail( 'The first run was done before the test.' );
		self::assertTrue( $this->post( '/first-run/end', array() )->at( 'done' ) );
		self::assertFalse( FirstRun::is_due() );

		$this->sign_in( 'wig_stock_clerk' );
		self::assertSame( 403, $this->get( '/first-run' )->status );
		self::assertSame( 201, $this->post( '/guard-tests', array( 'buyers' => 40 ) )->status, 'Who may see the numbers may see the guard at work.' );
	}

	/**
	 * @return list<string> How many rows of each table there are.
	 */
	private function traces(): array {
		$db = Plugin::instance()->db();
		return array_map(
			static fn( string $table ): string => $table . ' ' . (string) $db->value( 'SELECT COUNT(*) FROM %i', $db->table( $table ) ),
			array( 'items', 'levels', 'movements', 'reservations', 'reservation_lines', 'requests' )
		);
	}
}
