<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

use WooInventoryGuard\Plugin;

/**
 * Rules over REST, where the values of an item come from, and what its sales say.
 */
final class RulesTest extends RestTestCase {

	public function test_a_rule_is_tried_made_changed_and_taken_away(): void {
		$item  = $this->part( 9, array( 'name' => 'Gaiwan' ) );
		$body  = array(
			'scope'           => 'shop',
			'backorders'      => 'notify',
			'backorder_limit' => 20,
			'backorder_text'  => 'Ships in 10 days',
		);
		$tried = $this->post( '/rules/preview', $body );
		self::assertSame( array( 200, 1, 'Gaiwan', 'no', 'notify' ), array( $tried->status, $tried->at( 'items' ), $tried->at( 'examples.0.name' ), $tried->at( 'examples.0.before.backorders' ), $tried->at( 'examples.0.after.backorders' ) ), $tried->text );
		self::assertSame( array(), $this->get( '/rules' )->json );

		$made = $this->post( '/rules', $body );
		self::assertSame( array( 201, 'shop', 0, '', 1, null, 'notify', 20 ), array( $made->status, ...array_map( $made->at( ... ), array( 'scope', 'scope_id', 'scope_name', 'items', 'low_stock_threshold', 'backorders', 'backorder_limit' ) ) ), $made->text );
		$id   = $made->at( 'id' );
		$read = $this->get( "/items/$item" );
		self::assertSame( array( 'notify', 20, 'Ships in 10 days', null, 'shop', $id ), array_map( $read->at( ... ), array( 'backorders', 'backorder_limit', 'backorder_text', 'own.backorders', 'from.backorders.level', 'from.backorders.rule_id' ) ), $read->text );

		$said = $this->put( "/items/$item", array( 'backorders' => 'no', 'low_stock_threshold' => 4 ) );
		self::assertSame( array( 'no', 'no', 'item', 'item' ), array_map( $said->at( ... ), array( 'backorders', 'own.backorders', 'from.backorders.level', 'from.low_stock_threshold.level' ) ), $said->text );
		self::assertSame( 'notify', $this->put( "/items/$item", array( 'backorders' => null ) )->at( 'backorders' ) );
		self::assertSame( array( 'item', 'shop', 'shop' ), array_column( $this->get( "/items/$item/rules" )->at( 'low_stock_threshold' ), 'level' ) );

		self::assertSame( array( 200, 30 ), array( ( $changed = $this->put( "/rules/$id", array( 'backorder_limit' => 30 ) ) )->status, $changed->at( 'backorder_limit' ) ) );
		self::assertSame( $changed->text, $this->get( "/rules/$id" )->text );
		self::assertSame( array( 'Gaiwan' ), array_column( $this->get( "/rules/$id/items" )->json, 'name' ) );
		self::assertSame( array( 'done', 1, 0 ), array_map( $this->get( '/rules/state' )->at( ... ), array( 'state', 'own_items', 'own_variations' ) ) );
		self::assertSame( 'done', $this->post( '/rules/state' )->at( 'state' ) );

		self::assertSame( 200, $this->send( 'DELETE', "/rules/$id", null )->status );
		self::assertSame( 404, $this->get( "/rules/$id" )->status );
		self::assertSame( array( 'no', null, '' ), array_map( $this->get( "/items/$item" )->at( ... ), array( 'backorders', 'backorder_limit', 'backorder_text' ) ) );
	}

	public function test_what_is_no_rule_is_named(): void {
		$part = $this->part( 9 );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/rules', array( 'scope' => 'category', 'backorders' => 'yes' ) ), 'scope_id' );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/rules', array( 'scope' => 'product', 'scope_id' => $part, 'backorders' => 'yes' ) ), 'scope_id' );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/rules', array( 'scope' => 'shop' ) ), 'low_stock_threshold' );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/rules', array( 'scope' => 'shop', 'low_stock_threshold' => 3 ) ), 'low_stock_threshold' );
		$body = array( 'scope' => 'shop', 'backorders' => 'yes' );
		self::assertSame( 201, $this->post( '/rules', $body )->status );
		self::assert_refused( 409, 'wig_rule_taken', $this->post( '/rules', $body ) );
		self::assert_refused( 409, 'wig_rules_changed', $this->post( '/rules/order', array( 'ids' => array( 99 ) ) ) );
		$this->sign_in( 'wig_stock_clerk' );
		self::assertSame( 403, $this->get( '/rules' )->status );
		self::assertSame( 200, $this->get( "/items/$part/rules" )->status );
	}

	public function test_the_sales_of_an_item_are_told_by_day(): void {
		$part = $this->part( 9 );
		$this->post( '/reservations/' . $this->reserve( $part, 4 )->at( 'id' ) . '/commit' );
		$told = $this->get( "/items/$part/demand" );
		$day  = Plugin::instance()->calendar()->today();
		self::assertSame( array( 200, $day, $day, 5, null, array( array( 'day' => $day, 'sold' => 4, 'closing' => 5 ) ) ), array( $told->status, ...array_map( $told->at( ... ), array( 'from', 'to', 'on_hand', 'lead_time_days', 'days' ) ) ), $told->text );
	}
}
