<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

use WooInventoryGuard\Plugin;
use WooInventoryGuard\Shortfall\Outcome;
use WooInventoryGuard\Stock\Quantity;

/**
 * The work list of what is sold and short, as a screen reads it.
 */
final class ShortfallsTest extends RestTestCase {

	public function test_a_row_says_which_item_and_what_could_be_had_now(): void {
		$gone  = $this->part( 0, array( 'name' => 'Gaiwan', 'sku' => 'GW-1' ) );
		$there = $this->part( '2.5', array( 'name' => 'Sencha', 'sku' => '' ) );
		$this->short( 7, 70, $gone, 3 );
		$this->short( 8, 80, $there, 4 );
		$this->short( 9, 90, $there, 1, true );
		$list = $this->get( '/shortfalls' );
		self::assertSame(
			array( array( 'Order #7', 'Gaiwan', 'GW-1', 3, 0 ), array( 'Order #8', 'Sencha', '', 4, 2.5 ), array( 'Order #9', 'Sencha', '', 1, 0 ) ),
			array_map( static fn ( array $row ): array => array( $row['order_label'], $row['item_name'], $row['item_sku'], $row['missing'], $row['can_be_had'] ), $list->json ),
			'What is owed is taken already.'
		);
		self::assertSame( '{"open":3,"ready":1,"closed":0}', $list->headers['X-WIG-Counts'] );
	}

	public function test_the_list_is_narrowed_by_state_order_and_item(): void {
		$gone  = $this->part( 0 );
		$there = $this->part( 5 );
		$this->short( 7, 70, $gone, 3 );
		$this->short( 7, 71, $there, 1 );
		$this->short( 8, 80, $there, 1 );
		$this->short( 9, 90, $gone, 1 );
		Plugin::instance()->shortfalls()->close_line( 90, Outcome::Refund );
		$orders = fn ( string $query ): array => array_column( $this->get( "/shortfalls$query" )->json, 'order_id' );
		self::assertSame( array( 7, 8 ), $orders( '?state=ready' ) );
		self::assertSame( array( 9 ), $orders( '?state=closed' ) );
		self::assertSame( array( 7, 7 ), $orders( '?order_id=7' ) );
		self::assertSame( array( 7, 8 ), $orders( "?item_id=$there" ) );
		self::assertSame( array( 8 ), $orders( '?per_page=2&page=2' ) );
		self::assertSame( '{"open":2,"ready":1,"closed":0}', $this->get( '/shortfalls?order_id=7' )->headers['X-WIG-Counts'] );
		self::assert_refused( 400, 'rest_invalid_param', $this->get( '/shortfalls?state=all' ), 'state' );
	}

	public function test_who_may_only_look_decides_nothing(): void {
		$this->short( 7, 70, $this->part( 0 ), 3 );
		$this->sign_in( 'wig_sales_channel' );
		$id = $this->get( '/shortfalls' )->at( '0.id' );
		self::assertSame( 403, $this->post( "/shortfalls/$id/resolve", array( 'outcome' => 'refund' ) )->status );
	}

	private function short( int $order, int $line, int $item, int $missing, bool $owed = false ): void {
		Plugin::instance()->shortfalls()->record( $order, $line, $item, Quantity::of( $missing ), $owed );
	}
}
