<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

/**
 * What a shopper may know.
 */
final class AvailabilityTest extends RestTestCase {

	/** @var list<int> */
	private array $posts = array();

	protected function setUp(): void {
		parent::setUp();
		register_post_type( 'product', array( 'public' => true ) );
		register_post_type( 'product_variation', array( 'public' => false ) );
		update_option( 'woocommerce_stock_format', '' );
	}

	protected function tearDown(): void {
		foreach ( $this->posts as $id ) {
			wp_delete_post( $id, true );
		}
		delete_option( 'woocommerce_stock_format' );
		unregister_post_type( 'product' );
		unregister_post_type( 'product_variation' );
		parent::tearDown();
	}

	public function test_a_shopper_sees_what_the_product_page_would_say(): void {
		$item    = $this->part( 12 );
		$product = $this->sell( $item );
		$this->sign_in( '' );
		$answer = $this->get( "/availability?items=$item" );

		self::assertSame( 'no-store', $answer->headers['Cache-Control'] );
		self::assertSame(
			array(
				array(
					'item_id'    => $item,
					'product_id' => $product,
					'in_stock'   => true,
					'available'  => 12,
					'backorder'  => false,
					'text'       => '12 in stock',
				),
			),
			$answer->at( 'items' )
		);
		self::assertSame( $answer->json, $this->get( "/availability?products=$product" )->json );
		self::assertSame( $answer->json, $this->get( "/availability?products=$product&items=$item" )->json );
	}

	public function test_a_number_is_told_only_where_the_shop_shows_numbers(): void {
		$many = $this->part( 12 );
		$few  = $this->part( 2 );
		$this->sell( $many );
		$this->sell( $few );
		$seen = function () use ( $many, $few ): array {
			$items = $this->get( "/availability?items=$many,$few" )->at( 'items' );
			return array( array_column( $items, 'available' ), array_column( $items, 'text' ) );
		};
		update_option( 'woocommerce_stock_format', 'low_amount' );
		self::assertSame( array( array( null, 2 ), array( 'In stock', 'Only 2 left.' ) ), $seen() );
		update_option( 'woocommerce_stock_format', 'no_amount' );
		self::assertSame( array( array( null, null ), array( 'In stock', 'In stock' ) ), $seen() );
		$this->put( '/settings', array( 'show_numbers' => 'always' ) );
		self::assertSame( array( array( 12, 2 ), array( '12 in stock', 'Only 2 left.' ) ), $seen() );
	}

	public function test_sold_out_and_backorder_are_told_apart(): void {
		$out  = $this->part( 0 );
		$late = $this->part( 0, array( 'backorders' => 'notify', 'backorder_limit' => 1 ) );
		$this->sell( $out );
		$this->sell( $late );
		$seen = fn (): array => array_map( static fn ( array $item ): array => array( $item['in_stock'], $item['available'], $item['backorder'], $item['text'] ), $this->get( "/availability?items=$out,$late" )->at( 'items' ) );
		self::assertSame( array( array( false, 0, false, 'Out of stock' ), array( true, 0, true, 'Available on backorder' ) ), $seen() );
		self::assertSame( 201, $this->reserve( $late, 1 )->status );
		self::assertSame( array( array( false, 0, false, 'Out of stock' ), array( false, 0, false, 'Out of stock' ) ), $seen() );
	}

	public function test_a_product_that_is_not_counted_follows_the_shop(): void {
		$item    = $this->part( 0 );
		$product = $this->sell( $item );
		$this->db->execute( 'UPDATE %i SET tracked = 0, status = 4 WHERE id = %d', $this->db->table( 'items' ), $item );
		self::assertSame( array( true, null ), array( $this->get( "/availability?items=$item" )->at( 'items.0.in_stock' ), $this->get( "/availability?items=$item" )->at( 'items.0.available' ) ) );
		update_post_meta( $product, '_stock_status', 'outofstock' );
		self::assertFalse( $this->get( "/availability?items=$item" )->at( 'items.0.in_stock' ) );
	}

	public function test_what_the_public_cannot_open_reveals_nothing(): void {
		$part    = $this->part( 9 );
		$draft   = $this->part( 9 );
		$private = $this->part( 9 );
		$secret  = $this->part( 9 );
		$lost    = $this->part( 9 );
		$child   = $this->part( 9 );
		$orphan  = $this->part( 9 );
		$page    = $this->part( 9 );
		$this->sell( $draft, array( 'post_status' => 'draft' ) );
		$this->sell( $private, array( 'post_status' => 'private' ) );
		$this->sell( $secret, array( 'post_password' => 'sesame' ) );
		wp_delete_post( $this->sell( $lost ), true );
		$this->sell( $child, array( 'post_type' => 'product_variation', 'post_parent' => $this->product( array( 'post_status' => 'draft' ) ) ) );
		$this->sell( $orphan, array( 'post_type' => 'product_variation' ) );
		$this->sell( $page, array( 'post_type' => 'page' ) );

		$answer = $this->get( "/availability?items=$part,$draft,$private,$secret,$lost,$child,$orphan,$page,999999&products=999999," . implode( ',', $this->posts ) );
		self::assertSame( array( 200, array() ), array( $answer->status, $answer->at( 'items' ) ), $answer->text );
		$shown = $this->part( 9 );
		$this->sell( $shown, array( 'post_type' => 'product_variation', 'post_parent' => $this->product() ) );
		self::assertSame( array( $shown ), array_column( $this->get( "/availability?items=$shown" )->at( 'items' ), 'item_id' ) );
	}

	public function test_at_most_a_hundred_are_answered_and_nonsense_is_named(): void {
		self::assertSame( 200, $this->get( '/availability?items=' . implode( ',', range( 1, 100 ) ) )->status );
		self::assert_refused( 400, 'rest_invalid_param', $this->get( '/availability?items=' . implode( ',', range( 1, 101 ) ) ), 'items' );
		self::assert_refused( 400, 'rest_invalid_param', $this->get( '/availability' ), 'items' );
		foreach ( array( 'items=1;2', 'items=-1', 'items[]=1', 'products=1,,2', 'products=1%20OR%201=1', 'items=' ) as $query ) {
			self::assert_refused( 400, 'rest_invalid_param', $this->get( "/availability?$query" ), (string) strtok( $query, '=[' ) );
		}
	}

	/**
	 * @param array<string, mixed> $fields
	 */
	private function product( array $fields = array() ): int {
		$id = wp_insert_post(
			$fields + array(
				'post_type'   => 'product',
				'post_status' => 'publish',
				'post_title'  => 'Tea',
			)
		);
		self::assertIsInt( $id );
		self::assertGreaterThan( 0, $id );
		$this->posts[] = $id;
		return $id;
	}

	/**
	 * Makes a product of an item.
	 *
	 * @param array<string, mixed> $fields
	 */
	private function sell( int $item, array $fields = array() ): int {
		$product = $this->product( $fields );
		$this->db->execute( "UPDATE %i SET product_id = %d, kind = 'simple' WHERE id = %d", $this->db->table( 'items' ), $product, $item );
		return $product;
	}
}
