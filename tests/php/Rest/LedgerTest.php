<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

/**
 * The ledger, balances and documents over REST.
 */
final class LedgerTest extends RestTestCase {

	public function test_all_movements_are_listed_filtered_and_paged(): void {
		$tea = $this->part( 20, array( 'name' => 'Tea', 'sku' => 'TEA-1' ) );
		$cup = $this->part( 5 );
		$this->post( '/adjustments', array( 'item_id' => $tea, 'delta' => -3, 'reason' => 'damaged', 'note' => 'wet', 'reference' => array( 'type' => 'delivery', 'id' => '7' ) ) );
		$this->post( '/adjustments', array( 'item_id' => $cup, 'delta' => 2, 'reason' => 'found' ) );

		$all = $this->get( '/movements' );
		self::assertSame( array( 200, 4 ), array( $all->status, count( $all->json ) ) );
		self::assertArrayNotHasKey( 'X-WIG-Next', $all->headers );
		$one = $this->get( '/movements?reason=damaged&reference_id=7&actor=' . get_current_user_id() . "&item_id=$tea&location_id=1" );
		self::assertSame( array( 'Tea', 'TEA-1', -3, 17, 'Delivery 7', 'Mei', 'wet' ), array( $one->at( '0.item_name' ), $one->at( '0.item_sku' ), $one->at( '0.delta' ), $one->at( '0.balance_after' ), $one->at( '0.reference_label' ), $one->at( '0.actor_name' ), $one->at( '0.note' ) ), $one->text );
		self::assertSame( array(), $this->get( '/movements?before=2001-01-01T00:00:00Z' )->json );

		$first = $this->get( '/movements?per_page=3' );
		$rest  = $this->get( '/movements?per_page=3&from=' . $first->headers['X-WIG-Next'] );
		self::assertSame( array_column( $all->json, 'id' ), array_merge( array_column( $first->json, 'id' ), array_column( $rest->json, 'id' ) ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->get( '/movements?from=abc' ), 'from' );

		$choices = $this->get( '/movements/choices' );
		self::assertSame( array( array( 'damaged', 'found', 'opening' ), array( 'delivery' ), 'Mei', 'Main' ), array( $choices->at( 'reasons' ), $choices->at( 'document_types' ), $choices->at( 'people.0.name' ), $choices->at( 'locations.0.name' ) ) );
	}

	public function test_why_it_is_seven(): void {
		$tea = $this->part( 20 );
		$this->post( '/adjustments', array( 'item_id' => $tea, 'delta' => -13, 'reason' => 'damaged' ) );
		$why = $this->get( "/items/$tea/balance" );
		self::assertSame( array( 7, 7, array( -13, 20 ) ), array( $why->at( 'on_hand' ), $why->at( 'places.0.on_hand' ), array_column( (array) $why->at( 'lines' ), 'delta' ) ) );
		self::assertSame( 0, $this->get( "/items/$tea/balance?at=2001-01-01T00:00:00Z" )->at( 'on_hand' ) );
		self::assertSame( 7, $this->get( "/items/$tea/balances" )->at( 'points.3.on_hand' ) );
		self::assertSame( 404, $this->get( '/items/999999/balance' )->status );
	}

	public function test_a_document_is_previewed_and_taken_back(): void {
		$tea = $this->part( 20 );
		$this->post( '/adjustments', array( 'item_id' => $tea, 'delta' => 10, 'reason' => 'received', 'reference' => array( 'type' => 'delivery', 'id' => '7' ) ) );
		$asked = '?reference_type=delivery&reference_id=7';
		self::assertSame( array( true, 10, null ), array( ( $one = $this->get( "/documents/summary$asked" ) )->at( 'can_be_reversed' ), $one->at( 'units_in' ), $one->at( 'reversal' ) ) );
		self::assertSame( array( 10, -10, 30 ), array( ( $line = $this->get( "/documents/lines$asked" ) )->at( '0.delta' ), $line->at( '0.by' ), $line->at( '0.on_hand' ) ) );

		$body = array( 'reference' => array( 'type' => 'delivery', 'id' => '7' ) );
		$done = $this->post( '/documents/reverse', $body, array( 'Idempotency-Key' => 'a' ) );
		self::assertSame( array( 200, 1, true ), array( $done->status, $done->at( 'done' ), null !== $done->at( 'finished_at' ) ), $done->text );
		self::assertSame( $done->text, $this->post( '/documents/reverse', $body, array( 'Idempotency-Key' => 'a' ) )->text );
		self::assert_refused( 409, 'wig_already_reversed', $this->post( '/documents/reverse', $body ) );
		self::assertSame( 20, $this->get( "/items/$tea" )->at( 'on_hand' ) );
		$list = array_column( (array) $this->get( '/documents' )->json, null, 'reference_label' );
		$back = 'Reversal ' . $done->at( 'id' );
		self::assertSame( array( 'Delivery 7', false ), array( $list[ $back ]['reverses'] ?? '', $list['Delivery 7']['can_be_reversed'] ?? null ) );

		self::assert_refused( 404, 'wig_not_found', $this->post( '/documents/reverse', array( 'reference' => array( 'type' => 'delivery', 'id' => 'none' ) ) ) );
		$this->post( '/adjustments', array( 'item_id' => $tea, 'delta' => -1, 'reason' => 'sold', 'reference' => array( 'type' => 'order', 'id' => '8' ) ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/documents/reverse', array( 'reference' => array( 'type' => 'order', 'id' => '8' ) ) ), 'reference.type' );
	}

	public function test_who_may_only_view_takes_nothing_back(): void {
		$this->sign_in( 'wig_sales_channel' );
		self::assertSame( 200, $this->get( '/movements' )->status );
		self::assertSame( 403, $this->post( '/documents/reverse', array( 'reference' => array( 'type' => 'delivery', 'id' => '7' ) ) )->status );
		$this->sign_in( 'subscriber' );
		foreach ( array( '/movements', '/movements/choices', '/documents', '/items/1/balance' ) as $path ) {
			self::assertSame( 403, $this->get( $path )->status );
		}
	}
}
