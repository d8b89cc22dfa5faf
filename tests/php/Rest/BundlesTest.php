<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

/**
 * Bundles as a screen shows them.
 */
final class BundlesTest extends RestTestCase {

	/**
	 * @param list<array{int, int|float|string}> $components Item and quantity.
	 */
	private function bundle( string $name, array $components ): int {
		$answer = $this->post(
			'/items',
			array(
				'kind' => 'bundle',
				'name' => $name,
			)
		);
		self::assertSame( 201, $answer->status, $answer->text );
		$id   = (int) $answer->at( 'id' );
		$list = array_map(
			static fn ( array $pair ): array => array(
				'item_id'  => $pair[0],
				'quantity' => $pair[1],
			),
			$components
		);
		$put  = $this->put( "/items/$id/components", array( 'components' => $list ) );
		self::assertSame( 200, $put->status, $put->text );
		return $id;
	}

	public function test_the_list_says_how_many_sets_there_are_and_what_runs_out_first(): void {
		$cup = $this->part( 60, array( 'name' => 'Cup' ) );
		$pot = $this->part( 4, array( 'name' => 'Pot' ) );
		$box = $this->part( 3 );
		$set = $this->bundle( 'Tea set', array( array( $cup, 2 ), array( $pot, 1 ) ) );
		$this->bundle( 'Wedding box', array( array( $set, 1 ), array( $pot, 3 ), array( $box, 1 ) ) );
		$this->bundle( 'Nothing yet', array() );

		$list = $this->get( '/bundles' );
		self::assertSame( '3', $list->headers['X-WP-Total'] );
		self::assertSame( array( 'Nothing yet', 'Tea set', 'Wedding box' ), array( $list->at( '0.item.name' ), $list->at( '1.item.name' ), $list->at( '2.item.name' ) ) );
		self::assertSame( array( 0, null ), array( $list->at( '0.components' ), $list->at( '0.bottleneck' ) ) );
		self::assertSame( array( 2, 4, 'Pot', 1, 4, 4 ), array( $list->at( '1.components' ), $list->at( '1.item.available' ), $list->at( '1.bottleneck.name' ), $list->at( '1.bottleneck.quantity' ), $list->at( '1.bottleneck.offered' ), $list->at( '1.bottleneck.sets' ) ) );
		// The pot is wanted by the box itself and by the set in it: four for each.
		self::assertSame( array( 3, 1, 'Pot', 4, 1 ), array( $list->at( '2.components' ), $list->at( '2.item.available' ), $list->at( '2.bottleneck.name' ), $list->at( '2.bottleneck.quantity' ), $list->at( '2.bottleneck.sets' ) ) );

		self::assertSame( array( 'Tea set' ), array_column( array_column( (array) $this->get( '/bundles?search=tea' )->json, 'item' ), 'name' ) );
		self::assertSame( '1', $this->get( '/bundles?status=out' )->headers['X-WP-Total'] );
	}

	public function test_a_reservation_and_safety_stock_lower_what_is_enough(): void {
		$cup = $this->part( 10 );
		$set = $this->bundle( 'Pair', array( array( $cup, 2 ) ) );
		$this->put( "/items/$cup", array( 'safety_stock' => 3 ) );
		$this->reserve( $set, 2 );
		$list = $this->get( '/bundles' );
		self::assertSame( array( 3, 1, 1 ), array( $list->at( '0.bottleneck.offered' ), $list->at( '0.bottleneck.sets' ), $list->at( '0.item.available' ) ) );
	}

	public function test_a_bundle_is_taken_apart_at_every_depth(): void {
		$cup      = $this->part( 60 );
		$set      = $this->bundle( 'Tea set', array( array( $cup, 2 ) ) );
		$box      = $this->bundle( 'Wedding box', array( array( $set, '1.5' ), array( $cup, 1 ) ) );
		$contents = $this->get( "/items/$box/contents" );
		self::assertSame( '"' . $contents->at( 'version' ) . '"', $contents->headers['ETag'] );
		$bundles = array_column( (array) $contents->at( 'bundles' ), 'components', 'item_id' );
		self::assertSame( array( $box, $set ), array_keys( $bundles ) );
		self::assertSame( array( $cup => 1, $set => 1.5 ), array_column( $bundles[ $box ], 'quantity', 'item_id' ) );
		self::assertEqualsCanonicalizing( array( $box, $set, $cup ), array_column( (array) $contents->at( 'items' ), 'id' ) );

		$part = $this->get( "/items/$cup/contents" );
		self::assertSame( array( array(), array( $cup ) ), array( $part->at( 'bundles' ), array_column( (array) $part->at( 'items' ), 'id' ) ) );
		self::assert_refused( 404, 'wig_not_found', $this->get( '/items/999999/contents' ) );
	}

	public function test_alternatives_and_extras_are_put_and_told(): void {
		$cup    = $this->part( 60 );
		$bamboo = $this->part( 2, array( 'name' => 'Bamboo' ) );
		$oak    = $this->part(
			3,
			array(
				'name' => 'Oak',
				'sku'  => 'OAK',
			)
		);
		$card   = $this->part( 1 );
		$set    = $this->bundle( 'Tea set', array( array( $cup, 2 ) ) );
		$list   = array(
			array(
				'item_id'  => $cup,
				'quantity' => 2,
			),
			array(
				'item_id'      => $bamboo,
				'quantity'     => 1,
				'alternatives' => array( array( 'sku' => 'OAK' ) ),
			),
			array(
				'item_id'  => $card,
				'quantity' => 1,
				'optional' => true,
			),
		);
		$put    = $this->put( "/items/$set/components", array( 'components' => $list ) );
		self::assertSame( 200, $put->status, $put->text );
		self::assertSame( array( false, array() ), array( $put->at( 'components.0.optional' ), $put->at( 'components.0.alternatives' ) ) );
		self::assertSame( array( 'Bamboo', 'Oak', 3, $oak ), array( $put->at( 'components.1.name' ), $put->at( 'components.1.alternatives.0.name' ), $put->at( 'components.1.alternatives.0.available' ), $put->at( 'components.1.alternatives.0.item_id' ) ) );
		self::assertTrue( $put->at( 'components.2.optional' ) );

		$row = $this->get( '/bundles' );
		self::assertSame( array( 3, 5, 'Bamboo', 5, array( 'Oak' ) ), array( $row->at( '0.components' ), $row->at( '0.item.available' ), $row->at( '0.bottleneck.name' ), $row->at( '0.bottleneck.offered' ), array_column( (array) $row->at( '0.bottleneck.alternatives' ), 'name' ) ) );
		$inside = $this->get( "/items/$set/contents" );
		self::assertSame( array( array( 'item_id' => $oak ) ), $inside->at( 'bundles.0.components.1.alternatives' ) );
		self::assertContains( $oak, array_column( (array) $inside->at( 'items' ), 'id' ) );

		$held = $this->reserve( $set, 3 );
		self::assertSame( array( $cup => 6, $bamboo => 2, $oak => 1, $card => 1 ), array_column( (array) $held->at( 'lines.0.taken' ), 'quantity', 'item_id' ) );
		self::assertSame( 2, $this->get( '/bundles' )->at( '0.item.available' ) );
	}

	public function test_what_cannot_be_an_alternative_is_refused_with_its_field(): void {
		$cup   = $this->part( 1 );
		$inner = $this->bundle( 'Inner', array( array( $cup, 1 ) ) );
		$set   = $this->bundle( 'Set', array( array( $cup, 1 ) ) );
		$with  = static fn ( array $more ): array => array( 'components' => array( array( 'item_id' => $cup, 'quantity' => 1 ) + $more ) );
		foreach ( array(
			'components[0].alternatives[0].item_id' => array( 'alternatives' => array( array( 'item_id' => $inner ) ) ),
			'components[0].alternatives[0].sku'     => array( 'alternatives' => array( array( 'sku' => 'no such' ) ) ),
			'components[0].item_id'                 => array( 'optional' => true ),
			'components[0].optional'                => array( 'optional' => 1 ),
			'components[0].alternatives[0].size'    => array( 'alternatives' => array( array( 'item_id' => $inner, 'size' => 1 ) ) ),
		) as $field => $more ) {
			$refused = $this->put( "/items/$set/components", $with( $more ) );
			self::assert_refused( 400, 'rest_invalid_param', $refused );
			self::assertSame( array( $field ), array_keys( (array) $refused->at( 'data.params' ) ), $refused->text );
		}
	}

	public function test_an_item_says_which_bundles_use_it(): void {
		$cup = $this->part( 60 );
		$one = $this->bundle( 'One', array( array( $cup, 2 ) ) );
		$two = $this->bundle( 'Two', array( array( $cup, 5 ), array( $one, 1 ) ) );
		$use = $this->get( "/items/$cup/used-in?per_page=1" );
		self::assertSame( array( '2', $one, 2, 30 ), array( $use->headers['X-WP-Total'], $use->at( '0.item_id' ), $use->at( '0.quantity' ), $use->at( '0.available' ) ) );
		self::assertSame( $two, $this->get( "/items/$cup/used-in?per_page=1&page=2" )->at( '0.item_id' ) );
		self::assertSame( '0', $this->get( "/items/$two/used-in" )->headers['X-WP-Total'] );
	}

	public function test_without_a_shop_nothing_sets_variations_apart(): void {
		$part   = $this->part( 1 );
		$answer = $this->get( "/items/$part/variations" );
		self::assertSame( array( $part, array(), array() ), array( $answer->at( 'item.id' ), $answer->at( 'attributes' ), $answer->at( 'variations' ) ) );
	}
}
