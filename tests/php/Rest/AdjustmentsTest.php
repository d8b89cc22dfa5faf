<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

/**
 * Changes of what is on hand, and the history they leave.
 */
final class AdjustmentsTest extends RestTestCase {

	public function test_units_that_came_or_went_are_written_down(): void {
		$tea    = $this->part( 5, array( 'sku' => 'TEA-1' ) );
		$answer = $this->post(
			'/adjustments',
			array(
				'sku'       => 'TEA-1',
				'delta'     => '-1.25',
				'reason'    => 'damaged',
				'note'      => "Fell off the shelf.\nTwice.",
				'reference' => array(
					'type' => 'ticket',
					'id'   => 'T-9',
				),
			)
		);
		self::assertSame( 201, $answer->status, $answer->text );
		self::assertSame( array( $tea, 1, -1.25, 3.75, 'damaged', 'Ticket T-9' ), array( $answer->at( 'item_id' ), $answer->at( 'location_id' ), $answer->at( 'delta' ), $answer->at( 'balance_after' ), $answer->at( 'reason' ), $answer->at( 'reference_label' ) ) );
		self::assertSame( get_current_user_id(), $answer->at( 'actor' ) );
		self::assertSame( $answer->json, $this->get( "/items/$tea/movements" )->at( '0' ) );
	}

	public function test_a_count_counts_only_from_the_number_that_was_seen(): void {
		$tea   = $this->part( 5 );
		$count = static fn ( int $set, int $expected ): array => array(
			'item_id'  => $tea,
			'set'      => $set,
			'expected' => $expected,
			'reason'   => 'counted',
		);
		$stale = $this->post( '/adjustments', $count( 7, 4 ) );
		self::assert_refused( 409, 'wig_stale_level', $stale );
		self::assertSame( 5, $stale->at( 'data.on_hand' ) );
		self::assertSame( array( 2, 7 ), array( $this->post( '/adjustments', $count( 7, 5 ) )->at( 'delta' ), $this->get( "/items/$tea" )->at( 'on_hand' ) ) );
		self::assertSame( 0, $this->post( '/adjustments', $count( 7, 7 ) )->at( 'delta' ) );
	}

	public function test_the_same_key_changes_it_once(): void {
		$tea  = $this->part( 5 );
		$body = array(
			'item_id' => $tea,
			'delta'   => 1,
			'reason'  => 'found',
		);
		$key  = array( 'Idempotency-Key' => 'found-1' );
		self::assertSame( $this->post( '/adjustments', $body, $key )->text, $this->post( '/adjustments', $body, $key )->text );
		self::assertSame( 6, $this->get( "/items/$tea" )->at( 'on_hand' ) );
		self::assert_refused( 422, 'wig_key_reused', $this->post( '/adjustments', array( 'delta' => 2 ) + $body, $key ) );
	}

	/**
	 * (10 * 5 + 10 * 7.5) / 20.
	 */
	public function test_what_was_paid_is_in_the_line_in_the_item_and_in_the_key(): void {
		$tea  = $this->part( 10 );
		$this->send( 'PATCH', "/items/$tea", array( 'unit_cost' => 5 ) );
		self::assertSame( array( 5, 5 ), array( $this->get( "/items/$tea" )->at( 'unit_cost' ), $this->get( "/items/$tea" )->at( 'average_cost' ) ), 'Until a receipt says more.' );
		$body   = array( 'item_id' => $tea, 'delta' => 10, 'unit_cost' => '7.5', 'reason' => 'received' );
		$key    = array( 'Idempotency-Key' => 'delivery-1' );
		$answer = $this->post( '/adjustments', $body, $key );
		self::assertSame( array( 201, 7.5 ), array( $answer->status, $answer->at( 'unit_cost' ) ) );
		self::assertSame( $answer->text, $this->post( '/adjustments', $body, $key )->text );
		$item = $this->get( "/items/$tea" );
		self::assertSame( array( 20, 7.5, 6.25 ), array( $item->at( 'on_hand' ), $item->at( 'unit_cost' ), $item->at( 'average_cost' ) ) );
		self::assertSame( array( 7.5, null ), array_column( $this->get( "/items/$tea/movements" )->json, 'unit_cost' ) );
		self::assertSame( array( 7.5, null ), array_column( $this->get( "/movements?item=$tea" )->json, 'unit_cost' ) );
		self::assert_refused( 422, 'wig_key_reused', $this->post( '/adjustments', array( 'unit_cost' => 8 ) + $body, $key ) );
		self::assertSame( array( 7.5, 6.25 ), array( $this->get( '/reports/stock-on-date' )->at( '0.unit_cost' ), $this->get( '/reports/stock-on-date' )->at( '0.average_cost' ) ) );
	}

	public function test_promised_units_cannot_be_taken(): void {
		$tea = $this->part( 5 );
		$this->reserve( $tea, 4 );
		$answer = $this->post( '/adjustments', array( 'item_id' => $tea, 'delta' => -2, 'reason' => 'damaged' ) );
		self::assert_refused( 409, 'wig_not_enough_stock', $answer );
		self::assertSame( array( 2, 1 ), array( $answer->at( 'data.lines.0.requested' ), $answer->at( 'data.lines.0.available' ) ) );
	}

	public function test_what_cannot_be_used_is_named(): void {
		$tea    = $this->part( 5, array( 'sku' => 'TEA-7' ) );
		$this->part( 5, array( 'sku' => 'CUP-7' ) );
		$reason = array( 'reason' => 'found' );
		foreach (
			array(
				array( 'delta', array( 'item_id' => $tea ) ),
				array( 'delta', array( 'item_id' => $tea, 'delta' => 0 ) ),
				array( 'delta', array( 'item_id' => $tea, 'delta' => 1, 'set' => 1, 'expected' => 1 ) ),
				array( 'expected', array( 'item_id' => $tea, 'set' => 1 ) ),
				array( 'set', array( 'item_id' => $tea, 'expected' => 1 ) ),
				array( 'set', array( 'item_id' => $tea, 'set' => -1, 'expected' => 5 ) ),
				array( 'item_id', array( 'delta' => 1 ) ),
				array( 'item_id', array( 'item_id' => 999, 'delta' => 1 ) ),
				array( 'item_id', array( 'item_id' => 1.5, 'delta' => 1 ) ),
				array( 'sku', array( 'item_id' => $tea, 'sku' => 'CUP-7', 'delta' => 1 ) ),
				array( 'location_id', array( 'item_id' => $tea, 'location_id' => 99, 'delta' => 1 ) ),
				array( 'reason', array( 'item_id' => $tea, 'delta' => 1, 'reason' => 'No reason!' ) ),
				array( 'note', array( 'item_id' => $tea, 'delta' => 1, 'note' => str_repeat( 'x', 501 ) ) ),
				array( 'note', array( 'item_id' => $tea, 'delta' => 1, 'note' => '<img src=x>' ) ),
				array( 'unit_cost', array( 'item_id' => $tea, 'delta' => -1, 'unit_cost' => 1 ) ),
				array( 'unit_cost', array( 'item_id' => $tea, 'delta' => 1, 'unit_cost' => -1 ) ),
				array( 'unit_cost', array( 'item_id' => $tea, 'delta' => 1, 'unit_cost' => 'dear' ) ),
				array( 'unit_cost', array( 'item_id' => $tea, 'set' => 7, 'expected' => 5, 'unit_cost' => 1 ) ),
				array( 'sold_by', array( 'item_id' => $tea, 'delta' => 1, 'sold_by' => 'me' ) ),
			) as [ $field, $body ]
		) {
			self::assert_refused( 400, 'rest_invalid_param', $this->post( '/adjustments', $body + $reason ), $field );
		}
		foreach ( array( 'NaN', '1e3', '0x1A', '1.00000001', '100000000000', ' 1', '', true, null, array( 1 ), 1e15 ) as $delta ) {
			self::assert_refused( 400, 'rest_invalid_param', $this->post( '/adjustments', array( 'item_id' => $tea, 'delta' => $delta, 'reason' => 'found' ) ), 'delta' );
		}
		self::assert_refused( 400, 'rest_invalid_param', $this->send( 'POST', '/adjustments', "{\"item_id\":$tea,\"delta\":1e309,\"reason\":\"found\"}" ), 'delta' );
	}

	public function test_a_bundle_has_no_stock_to_change(): void {
		$set = $this->post( '/items', array( 'kind' => 'bundle', 'name' => 'Set' ) )->at( 'id' );
		self::assert_refused( 400, 'wig_not_tracked', $this->post( '/adjustments', array( 'item_id' => $set, 'delta' => 1, 'reason' => 'found' ) ), 'item_id' );
	}

	public function test_large_and_fine_numbers_stay_exact(): void {
		// SQLite keeps decimals as doubles.
		$large  = self::is_sqlite() ? '99999998.1234' : '99999999998.1234';
		$most   = self::is_sqlite() ? '-99999997.9999' : '-99999999997.9999';
		$tea    = $this->part( $large );
		$answer = $this->get( "/items/$tea" );
		self::assertSame( (float) $large, $answer->at( 'on_hand' ) );
		self::assertSame( (float) $most, $this->post( '/adjustments', array( 'item_id' => $tea, 'delta' => $most, 'reason' => 'sold' ) )->at( 'delta' ) );
		self::assertSame( 0.1235, $this->get( "/items/$tea" )->at( 'on_hand' ) );
	}

	public function test_history_is_filtered_by_reason_and_time(): void {
		$tea = $this->part( 5 );
		foreach ( array( 'found', 'damaged', 'found' ) as $reason ) {
			$this->post( '/adjustments', array( 'item_id' => $tea, 'delta' => 1, 'reason' => $reason ) );
		}
		foreach ( array_reverse( array_column( $this->get( "/items/$tea/movements" )->json, 'id' ) ) as $minute => $id ) {
			$this->db->execute( 'UPDATE %i SET created_at = %s WHERE id = %d', $this->db->table( 'movements' ), "2026-03-02 10:0$minute:00", $id );
		}
		$all = $this->get( "/items/$tea/movements" );
		self::assertSame( array( 'found', 'damaged', 'found', 'opening' ), array_column( $all->json, 'reason' ) );
		self::assertSame( '2', $this->get( "/items/$tea/movements?reason=found" )->headers['X-WP-Total'] );
		$time = rawurlencode( $all->at( '1.created_at' ) );
		self::assertCount( 1, $this->get( "/items/$tea/movements?after=$time" )->json );
		self::assertCount( 2, $this->get( "/items/$tea/movements?before=$time" )->json );
		$page = $this->get( "/items/$tea/movements?per_page=1&page=2" );
		self::assertSame( array( 'damaged' ), array_column( $page->json, 'reason' ) );
		self::assertSame( '4', $page->headers['X-WP-TotalPages'] );
		foreach ( array( 'after=yesterday', 'before=2026-02-31T00:00:00Z', 'before=1', 'reason=%27%20OR%201', 'page=0' ) as $query ) {
			self::assert_refused( 400, 'rest_invalid_param', $this->get( "/items/$tea/movements?$query" ), (string) strtok( $query, '=' ) );
		}
	}

	public function test_the_shop_can_say_what_a_document_is_called(): void {
		add_filter( 'woo_inventory_guard_reference_label', static fn ( string $label, string $type, string $id ): string => "$label ($type/$id)", 10, 3 );
		add_filter( 'woo_inventory_guard_reference_link', static fn (): string => 'https://wig.test/order' );
		$tea    = $this->part( 5 );
		$answer = $this->post( '/adjustments', array( 'item_id' => $tea, 'delta' => 1, 'reason' => 'returned', 'reference' => array( 'type' => 'order', 'id' => 12 ) ) );
		self::assertSame( array( 'Order #12 (order/12)', 'https://wig.test/order' ), array( $answer->at( 'reference_label' ), $answer->at( 'reference_link' ) ) );
	}
}
