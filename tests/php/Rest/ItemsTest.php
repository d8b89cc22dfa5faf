<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

/**
 * Parts and bundles, made, read, changed and listed.
 */
final class ItemsTest extends RestTestCase {

	public function test_a_part_is_made_with_its_first_line_of_history(): void {
		$answer = $this->post(
			'/items',
			array(
				'kind'                => 'part',
				'name'                => 'Ribbon, 5 m < 6 m',
				'sku'                 => ' RIB-5 ',
				'on_hand'             => '12.5',
				'low_stock_threshold' => 3,
			)
		);
		self::assertSame( 201, $answer->status, $answer->text );
		self::assertSame( 'RIB-5', $answer->at( 'sku' ) );
		self::assertSame( 'Ribbon, 5 m < 6 m', $answer->at( 'name' ) );
		self::assertSame( array( 12.5, 0, 12.5, 3, 'ok' ), array( $answer->at( 'on_hand' ), $answer->at( 'reserved' ), $answer->at( 'available' ), $answer->at( 'threshold_effective' ), $answer->at( 'status' ) ) );
		self::assertSame( '"' . $answer->at( 'version' ) . '"', $answer->headers['ETag'] );
		self::assertSame( 'Main', $answer->at( 'levels.0.location' ) );

		$history = $this->get( '/items/' . $answer->at( 'id' ) . '/movements' );
		self::assertSame( array( 'opening', 12.5, 12.5, 'Mei' ), array( $history->at( '0.reason' ), $history->at( '0.delta' ), $history->at( '0.balance_after' ), $history->at( '0.actor_name' ) ) );
		self::assertSame( '1', $history->headers['X-WP-Total'] );
	}

	public function test_the_same_key_makes_the_part_once(): void {
		$body  = array(
			'kind' => 'part',
			'name' => 'Ribbon',
			'sku'  => 'RIB',
		);
		$first = $this->post( '/items', $body, array( 'Idempotency-Key' => 'r' ) );
		$again = $this->post( '/items', $body, array( 'Idempotency-Key' => 'r' ) );
		self::assertSame( array( 201, 200, $first->at( 'id' ) ), array( $first->status, $again->status, $again->at( 'id' ) ) );
		self::assert_refused( 422, 'wig_key_reused', $this->post( '/items', array( 'name' => 'Other' ) + $body, array( 'Idempotency-Key' => 'r' ) ) );
	}

	public function test_sku_and_barcode_belong_to_one_item(): void {
		$this->part( 1, array( 'sku' => 'ONE', 'barcode' => '4006381333931' ) );
		$part = array(
			'kind' => 'part',
			'name' => 'Other',
		);
		self::assert_refused( 400, 'wig_duplicate_sku', $this->post( '/items', $part + array( 'sku' => 'ONE' ) ), 'sku' );
		self::assert_refused( 400, 'wig_duplicate_barcode', $this->post( '/items', $part + array( 'sku' => 'TWO', 'barcode' => '4006381333931' ) ), 'barcode' );
		$two = $this->part( 1, array( 'sku' => 'TWO' ) );
		self::assert_refused( 400, 'wig_duplicate_sku', $this->put( "/items/$two", array( 'sku' => 'ONE' ) ), 'sku' );
		self::assertSame( 201, $this->post( '/items', $part + array( 'sku' => 'one' ) )->status, 'Another SKU, to the letter.' );
	}

	public function test_an_old_version_is_not_written_over_a_new_one(): void {
		$item  = $this->part( 1 );
		$etag  = $this->get( "/items/$item" )->headers['ETag'];
		$first = $this->send( 'PATCH', "/items/$item", array( 'name' => 'First' ), array( 'If-Match' => $etag ) );
		$stale = $this->send( 'PATCH', "/items/$item", array( 'name' => 'Second' ), array( 'If-Match' => $etag ) );

		self::assertSame( array( 200, 'First' ), array( $first->status, $first->at( 'name' ) ) );
		self::assert_refused( 412, 'wig_stale_version', $stale );
		self::assertSame( $first->at( 'version' ), $stale->at( 'data.version' ) );
		self::assertSame( 200, $this->put( "/items/$item", array( 'name' => 'Third' ), array( 'If-Match' => 'W/' . $first->headers['ETag'] ) )->status );
		self::assertSame( 200, $this->put( "/items/$item", array( 'name' => 'Fourth' ), array( 'If-Match' => '*' ) )->status );
		self::assert_refused( 400, 'rest_invalid_param', $this->put( "/items/$item", array( 'name' => 'Fifth' ), array( 'If-Match' => '"1", "2"' ) ), 'If-Match' );
	}

	public function test_thresholds_and_backorders_can_be_changed(): void {
		$item   = $this->part( 5 );
		$answer = $this->put(
			"/items/$item",
			array(
				'low_stock_threshold' => 10,
				'backorders'          => 'notify',
				'backorder_limit'     => '2.5',
				'category'            => 'Packaging',
				'barcode'             => '12345',
			)
		);
		self::assertSame( array( 200, 'low', 10, 'notify', 2.5, 'Packaging', '12345' ), array( $answer->status, $answer->at( 'status' ), $answer->at( 'low_stock_threshold' ), $answer->at( 'backorders' ), $answer->at( 'backorder_limit' ), $answer->at( 'category' ), $answer->at( 'barcode' ) ), $answer->text );
		self::assertSame( 201, $this->reserve( $item, 7 )->status );
		self::assert_refused( 400, 'wig_limit_too_low', $this->put( "/items/$item", array( 'backorders' => 'no' ) ), 'backorder_limit' );
		self::assertNull( $this->put( "/items/$item", array( 'low_stock_threshold' => null ) )->at( 'low_stock_threshold' ) );
	}

	public function test_fields_that_cannot_be_used_are_named(): void {
		$item = $this->part( 5 );
		foreach (
			array(
				array( 'name', array( 'name' => '   ' ) ),
				array( 'name', array( 'name' => '<b>Tea</b>' ) ),
				array( 'name', array( 'name' => str_repeat( 'x', 256 ) ) ),
				array( 'sku', array( 'sku' => "A\nB" ) ),
				array( 'backorders', array( 'backorders' => 'maybe' ) ),
				array( 'low_stock_threshold', array( 'low_stock_threshold' => -1 ) ),
				array( 'on_hand', array( 'on_hand' => 5 ) ),
				array( 'body', array() ),
			) as [ $field, $body ]
		) {
			self::assert_refused( 400, 'rest_invalid_param', $this->put( "/items/$item", $body ), $field );
		}
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/items', array( 'kind' => 'bundle', 'name' => 'Set', 'on_hand' => 5 ) ), 'on_hand' );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/items', array( 'kind' => 'simple', 'name' => 'Tea' ) ), 'kind' );
		self::assert_refused( 404, 'wig_not_found', $this->get( '/items/999' ) );
		self::assert_refused( 404, 'wig_not_found', $this->put( '/items/999', array( 'name' => 'x' ) ) );
		self::assert_refused( 404, 'wig_not_found', $this->get( '/items/999/movements' ) );
	}

	public function test_the_list_is_filtered_sorted_and_paged(): void {
		$this->part( 0, array( 'name' => 'Ash box', 'sku' => 'A' ) );
		$this->part( 1, array( 'name' => 'Birch box', 'sku' => 'B', 'barcode' => '777' ) );
		$this->part( 50, array( 'name' => 'Cedar box', 'sku' => 'C' ) );
		$names = fn ( string $query ): array => array_column( $this->get( "/items?$query" )->json, 'sku' );

		self::assertSame( array( 'A', 'B', 'C' ), $names( '' ) );
		self::assertSame( array( 'C', 'B', 'A' ), $names( 'orderby=on_hand&order=desc' ) );
		self::assertSame( array( 'A' ), $names( 'status=out' ) );
		self::assertSame( array( 'B' ), $names( 'status=low' ) );
		self::assertSame( array( 'C' ), $names( 'search=ced' ) );
		self::assertSame( array( 'B' ), $names( 'barcode=777' ) );
		self::assertSame( array( 'C' ), $names( 'sku=C' ) );
		self::assertSame( array(), $names( 'sku=c' ) );
		self::assertSame( array(), $names( 'kind=bundle' ) );
		foreach ( array( 'name', 'sku', 'on_hand', 'reserved', 'available', 'status', 'updated' ) as $orderby ) {
			self::assertCount( 3, $names( "orderby=$orderby" ), $orderby );
		}

		$page = $this->get( '/items?per_page=1&page=2' );
		self::assertSame( array( 'B' ), array_column( $page->json, 'sku' ) );
		self::assertSame( array( '3', '3' ), array( $page->headers['X-WP-Total'], $page->headers['X-WP-TotalPages'] ) );
		self::assertStringContainsString( 'rel="prev"', $page->headers['Link'] );
		self::assertStringContainsString( 'rel="next"', $page->headers['Link'] );
		$counts = json_decode( $page->headers['X-WIG-Counts'], true );
		self::assertSame( array( 3, 1, 1, 0, 0 ), array( $counts['all'], $counts['low'], $counts['out'], $counts['backorder'], $counts['untracked'] ) );
		$next = $this->get( '/items?per_page=1&after=' . rawurlencode( $page->headers['X-WIG-Next'] ) );
		self::assertSame( array( 'C' ), array_column( $next->json, 'sku' ) );
	}

	public function test_a_query_that_cannot_be_used_names_its_field(): void {
		foreach ( array( 'page=0', 'page=x', 'per_page=101', 'per_page[]=1', 'orderby=price', 'order=up', 'status=gone', 'kind=thing', 'product_id=-1', 'search[]=x', 'after=nonsense', 'sku[a]=b', 'search=%ff%fe' ) as $query ) {
			self::assert_refused( 400, 'rest_invalid_param', $this->get( "/items?$query" ), (string) strtok( $query, '=[' ) );
		}
	}

	public function test_only_the_fields_asked_for_are_answered(): void {
		$item = $this->part( 5 );
		$request = new \WP_REST_Request( 'GET', "/woo-inventory-guard/v1/items/$item" );
		$request->set_query_params( array( '_fields' => 'id,available' ) );
		$response = rest_filter_response_fields( self::server()->dispatch( $request ), self::server(), $request );
		self::assertSame( array( 'id' => $item, 'available' => 5 ), $response->get_data() );
	}

	public function test_a_bundle_has_components_and_sells_what_they_make(): void {
		$cup    = $this->part( 6, array( 'sku' => 'CUP' ) );
		$pot    = $this->part( 2 );
		$bundle = $this->post( '/items', array( 'kind' => 'bundle', 'name' => 'Tea set', 'sku' => 'SET' ) )->at( 'id' );
		$answer = $this->put(
			"/items/$bundle/components",
			array(
				'components' => array(
					array( 'sku' => 'CUP', 'quantity' => 2 ),
					array( 'item_id' => $pot, 'quantity' => '1' ),
				),
			)
		);
		self::assertSame( 200, $answer->status, $answer->text );
		self::assertEqualsCanonicalizing( array( $cup, $pot ), array_column( $answer->at( 'components' ), 'item_id' ) );
		self::assertSame( $answer->json, $this->get( "/items/$bundle/components" )->json );
		self::assertSame( 2, $this->get( "/items/$bundle" )->at( 'available' ) );
		self::assertSame( array( 'SET', 2 ), array( $this->reserve( $bundle, 2 )->at( 'lines.0.sku' ), 2 ) );
		$short = $this->reserve( $bundle, 1 );
		self::assert_refused( 409, 'wig_not_enough_stock', $short );
		self::assertSame( array( $bundle, 0 ), array( $short->at( 'data.lines.0.item_id' ), $short->at( 'data.lines.0.available' ) ) );
	}

	public function test_a_bundle_that_would_contain_itself_is_refused_with_the_way(): void {
		$make  = fn ( string $sku ): int => $this->post( '/items', array( 'kind' => 'bundle', 'name' => "Bundle $sku", 'sku' => $sku ) )->at( 'id' );
		$inner = $make( 'INNER' );
		$outer = $make( 'OUTER' );
		$list  = static fn ( int $id ): array => array( 'components' => array( array( 'item_id' => $id, 'quantity' => 1 ) ) );
		self::assertSame( 200, $this->put( "/items/$outer/components", $list( $inner ) )->status );
		$cycle = $this->put( "/items/$inner/components", $list( $outer ) );
		self::assert_refused( 400, 'wig_bundle_cycle', $cycle, 'components' );
		self::assertSame( array( $inner, $outer, $inner ), array_column( $cycle->at( 'data.path' ), 'item_id' ) );
		self::assert_refused( 400, 'wig_bundle_cycle', $this->put( "/items/$inner/components", $list( $inner ) ) );
	}

	public function test_components_that_cannot_be_are_named(): void {
		$part   = $this->part( 1 );
		$bundle = $this->post( '/items', array( 'kind' => 'bundle', 'name' => 'Set' ) )->at( 'id' );
		self::assert_refused( 400, 'rest_invalid_param', $this->put( "/items/$bundle/components", array( 'components' => array( array( 'item_id' => 999, 'quantity' => 1 ) ) ) ), 'components[0].item_id' );
		self::assert_refused( 400, 'rest_invalid_param', $this->put( "/items/$bundle/components", array( 'components' => array( array( 'item_id' => $part, 'quantity' => -1 ) ) ) ), 'components[0].quantity' );
		self::assert_refused( 400, 'wig_not_a_bundle', $this->put( "/items/$part/components", array( 'components' => array() ) ) );
		self::assert_refused( 400, 'wig_not_a_bundle', $this->get( "/items/$part/components" ) );
		self::assert_refused( 404, 'wig_not_found', $this->get( '/items/999/components' ) );
		self::assert_refused( 404, 'wig_not_found', $this->put( '/items/999/components', array( 'components' => array() ) ) );
		self::assert_refused( 412, 'wig_stale_version', $this->put( "/items/$bundle/components", array( 'components' => array() ), array( 'If-Match' => '"999"' ) ) );
		self::assertSame( 200, $this->put( "/items/$bundle/components", array( 'components' => array() ), array( 'If-Match' => $this->get( "/items/$bundle/components" )->headers['ETag'] ) )->status );
	}
}
