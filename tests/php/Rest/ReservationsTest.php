<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

/**
 * Reservations as a sales channel sees them.
 */
final class ReservationsTest extends RestTestCase {

	public function test_an_order_reserves_and_is_told_what_it_holds(): void {
		$tea    = $this->part( 5, array( 'sku' => 'TEA-1' ) );
		$answer = $this->post(
			'/reservations',
			array(
				'reference'  => array(
					'type' => 'order',
					'id'   => 1042,
				),
				'lines'      => array(
					array(
						'sku'      => 'TEA-1',
						'quantity' => '1.5',
					),
				),
				'expires_in' => 600,
			),
			array( 'Idempotency-Key' => 'order-1042' )
		);

		self::assertSame( 201, $answer->status, $answer->text );
		self::assertSame( 'order-1042', $answer->at( 'key' ) );
		self::assertSame( 'active', $answer->at( 'state' ) );
		self::assertSame(
			array(
				'type' => 'order',
				'id'   => '1042',
			),
			$answer->at( 'reference' )
		);
		self::assertSame(
			array(
				array(
					'item_id'     => $tea,
					'sku'         => 'TEA-1',
					'location_id' => 1,
					'quantity'    => 1.5,
				),
			),
			$answer->at( 'lines' )
		);
		self::assertEqualsWithDelta( time() + 600, strtotime( $answer->at( 'expires_at' ) ), 5 );
		self::assertStringContainsString( 'no-store', $answer->headers['Cache-Control'] );
		self::assertSame( 3.5, $this->get( "/items/$tea" )->at( 'available' ) );
		self::assertSame( 1.5, $this->get( "/items/$tea" )->at( 'reservations.0.quantity' ) );
		self::assertSame( 'Order #1042', $this->get( "/items/$tea" )->at( 'reservations.0.reference_label' ) );
	}

	public function test_the_same_key_gets_the_first_answer_for_ever(): void {
		$tea   = $this->part( 5 );
		$body  = array(
			'reference' => array(
				'type' => 'order',
				'id'   => '7',
			),
			'lines'     => array(
				array(
					'item_id'  => $tea,
					'quantity' => 5,
				),
			),
		);
		$key   = array( 'Idempotency-Key' => 'k' );
		$first = $this->post( '/reservations', $body, $key );
		self::assertSame( 200, $this->post( '/reservations/' . $first->at( 'id' ) . '/release' )->status );
		$again = $this->post( '/reservations', $body, $key );

		self::assertSame( array( 201, 200 ), array( $first->status, $again->status ) );
		self::assertSame( $first->text, $again->text );
		$body['lines'][0]['quantity'] = 4;
		self::assert_refused( 422, 'wig_key_reused', $this->post( '/reservations', $body, $key ) );
	}

	public function test_a_key_keeps_its_meaning_when_the_sku_moves_to_another_item(): void {
		$old  = $this->part( 5, array( 'sku' => 'MOVES' ) );
		$body = array(
			'reference' => array(
				'type' => 'order',
				'id'   => 'A-1',
			),
			'lines'     => array(
				array(
					'sku'      => 'MOVES',
					'quantity' => 1,
				),
			),
		);
		$this->post( '/reservations', $body, array( 'Idempotency-Key' => 'm' ) );
		self::assertSame( 200, $this->put( "/items/$old", array( 'sku' => 'MOVED' ) )->status );
		$this->part( 5, array( 'sku' => 'MOVES' ) );

		$again = $this->post( '/reservations', $body, array( 'Idempotency-Key' => 'm' ) );
		self::assertSame( array( 200, $old ), array( $again->status, $again->at( 'lines.0.item_id' ) ), $again->text );
	}

	public function test_too_much_is_refused_with_what_can_be_had(): void {
		$tea    = $this->part( 2, array( 'sku' => 'TEA-2' ) );
		$cup    = $this->part( 9 );
		$before = self::checksum( 'levels', 'reservations', 'reservation_lines', 'requests', 'movements' );
		$answer = $this->post(
			'/reservations',
			array(
				'reference' => array(
					'type' => 'order',
					'id'   => 1,
				),
				'lines'     => array(
					array(
						'item_id'  => $tea,
						'quantity' => 3,
					),
					array(
						'item_id'  => $cup,
						'quantity' => 1,
					),
				),
			)
		);

		self::assert_refused( 409, 'wig_not_enough_stock', $answer );
		self::assertSame(
			array(
				'item_id'   => $tea,
				'sku'       => 'TEA-2',
				'requested' => 3,
				'available' => 2,
				'short'     => true,
			),
			$answer->at( 'data.lines.0' )
		);
		self::assertFalse( $answer->at( 'data.lines.1.short' ) );
		self::assertStringContainsString( 'TEA-2: 3 asked for, 2 available.', $answer->at( 'message' ) );
		self::assertSame( $before, self::checksum( 'levels', 'reservations', 'reservation_lines', 'requests', 'movements' ) );
	}

	public function test_a_commit_takes_the_units_out_once(): void {
		$tea  = $this->part( 5 );
		$path = '/reservations/' . $this->reserve( $tea, 2 )->at( 'id' );
		$sold = $this->post( "$path/commit", array(), array( 'Idempotency-Key' => 'c1' ) );
		$once = $this->post( "$path/commit", array(), array( 'Idempotency-Key' => 'c1' ) );

		self::assertSame( array( 200, 'committed' ), array( $sold->status, $sold->at( 'state' ) ) );
		self::assertSame( array( 200, 'committed' ), array( $once->status, $once->at( 'state' ) ) );
		self::assertSame( 3, $this->get( "/items/$tea" )->at( 'on_hand' ) );
		$late = $this->post( "$path/commit" );
		self::assert_refused( 409, 'wig_not_active', $late );
		self::assertSame( 'committed', $late->at( 'data.state' ) );
		self::assert_refused( 409, 'wig_not_active', $this->post( "$path/release" ) );
		self::assert_refused( 409, 'wig_not_active', $this->post( "$path/extend", array( 'expires_in' => 5 ) ) );
	}

	public function test_a_part_can_be_committed_and_the_rest_released(): void {
		$tea  = $this->part( 5, array( 'sku' => 'TEA-5' ) );
		$path = '/reservations/' . $this->reserve( $tea, 3 )->at( 'id' );
		$line = static fn ( int $quantity ): array => array(
			'lines' => array(
				array(
					'sku'      => 'TEA-5',
					'quantity' => $quantity,
				),
			),
		);
		self::assertSame( 'active', $this->post( "$path/commit", $line( 1 ) )->at( 'state' ) );
		self::assert_refused( 409, 'wig_not_enough_held', $this->post( "$path/commit", $line( 3 ) ) );
		self::assertSame( 'released', $this->post( "$path/release" )->at( 'state' ) );
		self::assertSame( array( 4, 0 ), array( $this->get( "/items/$tea" )->at( 'on_hand' ), $this->get( "/items/$tea" )->at( 'reserved' ) ) );
	}

	public function test_a_hold_can_be_made_longer(): void {
		$tea  = $this->part( 5 );
		$path = '/reservations/' . $this->reserve( $tea, 1, array( 'expires_in' => 60 ) )->at( 'id' );
		$end  = strtotime( $this->post( "$path/extend", array( 'expires_in' => 3600 ) )->at( 'expires_at' ) );
		self::assertEqualsWithDelta( time() + 3600, $end, 5 );
	}

	public function test_without_a_time_the_shops_hold_time_counts_and_null_is_for_ever(): void {
		$tea = $this->part( 5 );
		$this->put( '/settings', array( 'hold_minutes' => 15 ) );
		self::assertEqualsWithDelta( time() + 900, strtotime( $this->reserve( $tea, 1 )->at( 'expires_at' ) ), 5 );
		self::assertNull( $this->reserve( $tea, 1, array( 'expires_in' => null ) )->at( 'expires_at' ) );
	}

	public function test_reservations_are_found_by_key_document_and_item(): void {
		$tea   = $this->part( 5 );
		$order = array(
			'reference' => array(
				'type' => 'order',
				'id'   => '77',
			),
		);
		$id    = $this->reserve( $tea, 1, $order, 'find me' )->at( 'id' );
		$this->reserve( $this->part( 1 ), 1 );

		foreach ( array( 'key=find%20me', 'reference_type=order&reference_id=77', "item_id=$tea" ) as $query ) {
			self::assertSame( array( $id ), array_column( $this->get( "/reservations?$query" )->json, 'id' ), $query );
		}
		self::assertSame( $id, $this->get( "/reservations/$id" )->at( 'id' ) );
		self::assertSame( array(), $this->get( '/reservations?key=nobody' )->json );
		self::assertSame( '1', $this->get( "/reservations?item_id=$tea" )->headers['X-WP-Total'] );
		self::assert_refused( 400, 'rest_invalid_param', $this->get( '/reservations' ), 'reference_type' );
	}

	public function test_what_is_not_there_is_not_found(): void {
		self::assert_refused( 404, 'wig_not_found', $this->get( '/reservations/999' ) );
		self::assert_refused( 404, 'wig_not_found', $this->post( '/reservations/999/commit' ) );
		self::assert_refused( 404, 'wig_not_found', $this->post( '/reservations/999/release' ) );
		self::assert_refused( 404, 'wig_not_found', $this->post( '/reservations/999/extend', array( 'expires_in' => 5 ) ) );
	}

	public function test_every_refusal_names_the_field(): void {
		$tea  = $this->part( 5, array( 'sku' => 'TEA-9' ) );
		$cup  = $this->part( 5 );
		$line = static fn ( array $fields ): array => array( 'lines' => array( array( 'item_id' => $tea, 'quantity' => 1 ), $fields ) );
		$reference = array( 'type' => 'order', 'id' => '1' );
		foreach (
			array(
				array( 'lines[1].quantity', $line( array( 'item_id' => $tea, 'quantity' => 0 ) ) ),
				array( 'lines[1].quantity', $line( array( 'item_id' => $tea, 'quantity' => '0.00001' ) ) ),
				array( 'lines[1].quantity', $line( array( 'item_id' => $tea ) ) ),
				array( 'lines[1].item_id', $line( array( 'quantity' => 1 ) ) ),
				array( 'lines[1].item_id', $line( array( 'item_id' => 999, 'quantity' => 1 ) ) ),
				array( 'lines[1].sku', $line( array( 'sku' => 'tea-9', 'quantity' => 1 ) ) ),
				array( 'lines[1].sku', $line( array( 'item_id' => $cup, 'sku' => 'TEA-9', 'quantity' => 1 ) ) ),
				array( 'lines[1].location_id', $line( array( 'item_id' => $cup, 'location_id' => 99, 'quantity' => 1 ) ) ),
				array( 'lines[1].extra', $line( array( 'item_id' => $cup, 'quantity' => 1, 'extra' => 1 ) ) ),
				array( 'lines', array( 'lines' => array() ) ),
				array( 'lines', array( 'lines' => 'TEA-9' ) ),
				array( 'lines[0]', array( 'lines' => array( 5 ) ) ),
				array( 'reference.type', $line( array( 'item_id' => $cup, 'quantity' => 1 ) ) + array( 'reference' => array( 'type' => 'Order; --', 'id' => 1 ) ) ),
				array( 'reference.id', $line( array( 'item_id' => $cup, 'quantity' => 1 ) ) + array( 'reference' => array( 'type' => 'order' ) ) ),
				array( 'expires_in', $line( array( 'item_id' => $cup, 'quantity' => 1 ) ) + array( 'expires_in' => 0 ) ),
			) as [ $field, $body ]
		) {
			self::assert_refused( 400, 'rest_invalid_param', $this->post( '/reservations', $body + array( 'reference' => $reference ) ), $field );
		}
		self::assert_refused( 400, 'rest_missing_callback_param', $this->post( '/reservations' ), 'lines' );
	}

	public function test_an_item_that_is_not_counted_cannot_be_reserved(): void {
		$tea = $this->part( 5 );
		$this->db->execute( 'UPDATE %i SET tracked = 0, status = 4 WHERE id = %d', $this->db->table( 'items' ), $tea );
		self::assert_refused( 400, 'wig_not_tracked', $this->reserve( $tea, 1 ), 'lines[0].item_id' );
	}

	public function test_a_key_is_plain_text_of_at_most_191_characters(): void {
		$tea = $this->part( 5 );
		foreach ( array( '', str_repeat( 'k', 192 ), "tab\tkey", 'schlüssel' ) as $key ) {
			$answer = $this->send( 'POST', '/reservations', array( 'reference' => array( 'type' => 'order', 'id' => 1 ), 'lines' => array( array( 'item_id' => $tea, 'quantity' => 1 ) ) ), array( 'Idempotency-Key' => $key ) );
			self::assert_refused( 400, 'rest_invalid_param', $answer, 'Idempotency-Key' );
		}
		self::assertSame( 201, $this->reserve( $tea, 1, array(), str_repeat( 'k', 191 ) )->status );
	}
}
