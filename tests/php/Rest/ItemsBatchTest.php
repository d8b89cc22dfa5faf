<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

/**
 * Many items changed in one request, as a spreadsheet does it.
 */
final class ItemsBatchTest extends RestTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->sign_in( 'administrator' );
	}

	public function test_what_can_be_saved_is_saved_and_the_rest_is_answered_field_by_field(): void {
		$cup   = $this->part( 5, array( 'name' => 'Cup', 'sku' => 'CUP' ) );
		$tray  = $this->part( 7, array( 'name' => 'Tray', 'sku' => 'TRAY' ) );
		$reply = $this->post(
			'/items/batch',
			array(
				'rows' => array(
					array(
						'id'      => $cup,
						'set'     => array( 'supplier' => 'Kiln', 'bin' => 'A-1', 'unit_cost' => '3.25' ),
						'seen'    => array( 'supplier' => '', 'bin' => '', 'unit_cost' => null ),
						'on_hand' => array( 'set' => 9, 'expected' => 5, 'reason' => 'adjustment' ),
					),
					array(
						'id'      => $tray,
						'set'     => array( 'supplier' => 'Mill', 'bin' => 'B-2' ),
						'seen'    => array( 'supplier' => '', 'bin' => 'B-1' ),
						'on_hand' => array( 'set' => 9, 'expected' => 6, 'reason' => 'adjustment' ),
					),
					array( 'id' => 999, 'set' => array( 'bin' => 'C-3' ) ),
				),
			)
		);

		self::assertSame( 200, $reply->status );
		[ $first, $second, $third ] = $reply->json['rows'];
		self::assertSame( array(), $first['problems'] );
		self::assertSame( array( 'Kiln', 'A-1', 3.25, 9 ), array( $first['item']['supplier'], $first['item']['bin'], $first['item']['unit_cost'], $first['item']['on_hand'] ) );
		self::assertSame( array( 'bin' => 'wig_stale_version', 'on_hand' => 'wig_stale_level' ), array_map( static fn( array $problem ): string => $problem['code'], $second['problems'] ) );
		self::assertSame( array( 'Mill', '', 7 ), array( $second['item']['supplier'], $second['item']['bin'], $second['item']['on_hand'] ) );
		self::assertSame( 'rest_invalid_param', $third['problems']['bin']['code'] );
		self::assertArrayNotHasKey( 'item', $third );
	}

	public function test_a_batch_that_is_sent_again_changes_stock_once(): void {
		$cup  = $this->part( 5, array( 'sku' => 'CUP' ) );
		$body = array( 'rows' => array( array( 'id' => $cup, 'on_hand' => array( 'delta' => -2, 'reason' => 'damaged', 'note' => 'fell' ) ) ) );
		$key  = array( 'Idempotency-Key' => 'twice' );
		foreach ( array( 1, 2 ) as $time ) {
			$reply = $this->post( '/items/batch', $body, $key );
			self::assertSame( array(), $reply->json['rows'][0]['problems'], "Time $time." );
			self::assertSame( 3, $reply->json['rows'][0]['item']['on_hand'] );
		}
		self::assertCount( 2, $this->get( "/items/$cup/movements" )->json );
	}

	public function test_letter_case_and_a_null_are_values_that_somebody_else_may_have_written(): void {
		$cup = $this->part( 5, array( 'sku' => 'CUP' ) );
		$this->put( "/items/$cup", array( 'bin' => 'a-1', 'lead_time_days' => 7 ) );
		foreach ( array( array( 'bin' => 'A-1' ), array( 'lead_time_days' => null ) ) as $seen ) {
			$field = (string) array_key_first( $seen );
			$reply = $this->post( '/items/batch', array( 'rows' => array( array( 'id' => $cup, 'set' => array( $field => 'bin' === $field ? 'B-2' : 9 ), 'seen' => $seen ) ) ) );
			self::assertSame( 'wig_stale_version', $reply->json['rows'][0]['problems'][ $field ]['code'] );
		}
	}

	public function test_a_stale_version_comes_with_what_the_item_says_now(): void {
		$cup = $this->part( 5, array( 'sku' => 'CUP' ) );
		$this->put( "/items/$cup", array( 'supplier' => 'Kiln' ) );
		$reply = $this->send( 'PATCH', "/items/$cup", array( 'supplier' => 'Mill' ), array( 'If-Match' => '"1"' ) );

		self::assert_refused( 412, 'wig_stale_version', $reply );
		self::assertSame( 'Kiln', $reply->json['data']['item']['supplier'] );
	}

	public function test_who_may_only_look_changes_nothing_and_a_bad_value_is_named_by_its_row(): void {
		$cup = $this->part( 5, array( 'sku' => 'CUP' ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/items/batch', array( 'rows' => array( array( 'id' => $cup, 'set' => array( 'unit_cost' => 'dear' ) ) ) ) ), 'rows[0].set.unit_cost' );
		$this->sign_in( 'wig_sales_channel' );
		self::assertSame( 403, $this->post( '/items/batch', array( 'rows' => array( array( 'id' => $cup, 'set' => array( 'bin' => 'A-1' ) ) ) ) )->status );
	}
}
