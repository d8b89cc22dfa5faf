<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

/**
 * The owner's purchase limits over REST, and the terms of sale of an item.
 */
final class LimitsTest extends RestTestCase {

	public function test_a_limit_is_made_read_changed_and_taken_away(): void {
		$item = $this->part( 9, array( 'name' => 'Gaiwan' ) );
		$made = $this->post(
			'/limits',
			array(
				'scope'             => 'item',
				'scope_id'          => $item,
				'most_per_customer' => 2,
				'window_days'       => 30,
			)
		);
		self::assertSame( 201, $made->status, $made->text );
		$id = $made->at( 'id' );
		self::assertSame( array( 'item', $item, null, 2, 30, null, null ), array( $made->at( 'scope' ), $made->at( 'scope_id' ), $made->at( 'most_per_order' ), $made->at( 'most_per_customer' ), $made->at( 'window_days' ), $made->at( 'least' ), $made->at( 'multiple_of' ) ) );

		self::assertSame( 'Gaiwan', $made->at( 'scope_name' ) );
		$changed = $this->put( "/limits/$id", array( 'multiple_of' => '0.5', 'window_days' => null ) );
		self::assertSame( array( 200, 2, null, 0.5 ), array( $changed->status, $changed->at( 'most_per_customer' ), $changed->at( 'window_days' ), $changed->at( 'multiple_of' ) ), $changed->text );
		self::assertSame( $changed->text, $this->get( "/limits/$id" )->text );
		self::assertSame( array( $id ), array_column( $this->get( '/limits' )->json, 'id' ) );

		self::assertSame( 200, $this->send( 'DELETE', "/limits/$id", null )->status );
		self::assertSame( 404, $this->get( "/limits/$id" )->status );
		self::assertSame( 404, $this->send( 'DELETE', "/limits/$id", null )->status );
	}

	public function test_there_is_one_limit_for_an_item_and_it_limits_something(): void {
		$item = $this->part( 9 );
		$body = array(
			'scope'    => 'item',
			'scope_id' => $item,
			'least'    => 6,
		);
		$id   = $this->post( '/limits', $body )->at( 'id' );
		self::assertSame( array( 409, 'wig_limit_taken' ), array( ( $again = $this->post( '/limits', $body ) )->status, $again->at( 'code' ) ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->put( "/limits/$id", array( 'least' => null ) ), 'most_per_customer' );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/limits', array( 'scope_id' => 999_999 ) + $body ), 'scope_id' );
	}

	public function test_a_limit_that_somebody_else_changed_is_not_overwritten(): void {
		$made = $this->post(
			'/limits',
			array(
				'scope'          => 'item',
				'scope_id'       => $this->part( 9 ),
				'most_per_order' => 6,
			)
		);
		$path = '/limits/' . $made->at( 'id' );
		$read = $this->get( $path );
		$seen = $read->headers['ETag'] ?? '';
		self::assertSame( '"' . $read->at( 'version' ) . '"', $seen );
		self::assertSame( 7, $this->put( $path, array( 'most_per_order' => 7 ) )->at( 'most_per_order' ) );
		$stale = $this->put( $path, array( 'most_per_order' => 8 ), array( 'If-Match' => $seen ) );
		self::assert_refused( 412, 'wig_stale_version', $stale );
		$now = $stale->at( 'data.version' );
		self::assertSame( array( 200, 8 ), array( ( $mine = $this->put( $path, array( 'most_per_order' => 8 ), array( 'If-Match' => "\"$now\"" ) ) )->status, $mine->at( 'most_per_order' ) ) );
	}

	public function test_two_who_change_a_limit_at_once_both_count(): void {
		$made  = $this->post(
			'/limits',
			array(
				'scope'          => 'item',
				'scope_id'       => $this->part( 9 ),
				'most_per_order' => 6,
			)
		);
		$path  = '/limits/' . $made->at( 'id' );
		$rival = function ( string $sql ) use ( $path, &$rival ): string {
			// Between the other's look and their write.
			if ( str_contains( $sql, 'UPDATE' ) && str_contains( $sql, 'most_per_order' ) ) {
				remove_filter( 'query', $rival );
				self::assertSame( 200, $this->put( $path, array( 'least' => 2 ) )->status );
			}
			return $sql;
		};
		add_filter( 'query', $rival );
		$after = $this->put( $path, array( 'multiple_of' => 2 ) );
		self::assertSame( array( 200, 2, 2 ), array( $after->status, $after->at( 'least' ), $after->at( 'multiple_of' ) ), $after->text );
	}

	public function test_only_who_may_configure_sees_or_changes_limits(): void {
		$this->sign_in( 'wig_stock_clerk' );
		self::assertSame( 403, $this->get( '/limits' )->status );
	}

	public function test_an_items_terms_of_sale_are_read_and_written(): void {
		$item  = $this->part( 9 );
		$terms = array(
			'safety_stock'   => 2,
			'available_from' => '2026-12-12T00:00:00Z',
			'preorder_limit' => 20,
			'expected_at'    => '2026-12-24T00:00:00Z',
			'backorder_text' => 'Ships in time for Christmas',
		);
		$after = $this->put( "/items/$item", $terms );
		self::assertSame( 200, $after->status, $after->text );
		self::assertSame( $terms, array_intersect_key( $after->json, $terms ) );
		self::assertSame( 9, $after->at( 'available' ), 'What is there and not promised; the safety stock is part of it.' );

		$none = array_merge( array_fill_keys( array_keys( $terms ), null ) );
		$bare = $this->put( "/items/$item", $none );
		self::assertSame( array_merge( $none, array( 'safety_stock' => 0, 'backorder_text' => '' ) ), array_intersect_key( $bare->json, $terms ), $bare->text );
	}
}
