<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

use WooInventoryGuard\Plugin;
use WooInventoryGuard\Stocktake\Stocktakes;

/**
 * A stocktake from beginning to end, as devices and screens speak of it.
 */
final class StocktakesTest extends RestTestCase {

	/** Words that would tell a blind counter what to find. */
	private const TELLING = array( 'on_hand', 'books', 'variance', 'in_packing', 'value', 'unit_cost', 'price', 'reserved', 'available' );

	private int $stocktake = 0;

	/**
	 * Counting has begun, of these items.
	 *
	 * @param list<int>            $items
	 * @param array<string, mixed> $fields
	 */
	private function begun( array $items, array $fields = array() ): void {
		$answer = $this->post( '/stocktakes', $fields + array( 'name' => 'Shelf B', 'scope' => array( 'items' => $items ) ) );
		self::assertSame( 201, $answer->status, $answer->text );
		$this->stocktake = (int) $answer->at( 'id' );
		self::assertSame( 'counting', $this->put( "/stocktakes/$this->stocktake", array( 'state' => 'counting' ) )->at( 'state' ) );
	}

	/**
	 * @param array<string, mixed> $fields
	 * @return array<string, mixed>
	 */
	private static function one( ?int $item, int|string $quantity, array $fields = array() ): array {
		return $fields + array( 'uuid' => wp_generate_uuid4(), 'mode' => 'set', 'item_id' => $item, 'quantity' => $quantity, 'at' => gmdate( 'Y-m-d\TH:i:s\Z' ) );
	}

	private function costing( int $on_hand, string $cost, string $name ): int {
		$item = $this->part( $on_hand, array( 'name' => $name ) );
		self::assertSame( 200, $this->put( "/items/$item", array( 'unit_cost' => $cost ) )->status );
		return $item;
	}

	private function path( string $part ): string {
		return "/stocktakes/$this->stocktake/$part";
	}

	public function test_a_stocktake_from_beginning_to_end(): void {
		$tea = $this->costing( 20, '5', 'Tea' );
		$cup = $this->part( 4, array( 'name' => 'Cup' ) );
		$this->begun( array( $tea, $cup ) );
		$count = self::one( $tea, 18 );
		$sent  = $this->post( $this->path( 'counts' ), array( 'counts' => array( $count, self::one( $cup, 4 ), self::one( 999999, 1 ), self::one( null, 1, array( 'code' => 'WHAT-IS-THIS' ) ) ) ) );
		self::assertSame( array( 'counted', 'counted', 'refused', 'counted' ), array_column( (array) $sent->at( 'results' ), 'state' ) );
		self::assertSame( 'repeated', $this->post( $this->path( 'counts' ), array( 'counts' => array( $count ) ) )->at( 'results.0.state' ) );
		self::assert_refused( 409, 'wig_stocktake_state', $this->post( $this->path( 'apply' ) ) );
		$this->put( "/stocktakes/$this->stocktake", array( 'state' => 'review' ) );

		$sums = $this->get( $this->path( 'sums' ) );
		self::assertSame( array( 'items' => 2, 'counted' => 2, 'uncounted' => 0, 'right' => 1, 'different' => 1, 'undecided' => 1, 'waiting_second' => 0, 'accepted' => 0, 'left' => 0, 'recount' => 0, 'flagged' => 0 ), $sums->at( 'lines' ) );
		self::assertSame( array( 'expected' => 24, 'counted' => 22, 'found' => 0, 'missing' => 2 ), $sums->at( 'units' ) );
		self::assertSame( 'WHAT-IS-THIS', $sums->at( 'unknown.codes.0.code' ) );
		$line = $this->get( $this->path( 'review' ) );
		self::assertSame( array( $tea, 18, 20, -2, -10, -0.1 ), array( $line->at( '0.item_id' ), $line->at( '0.counted' ), $line->at( '0.expected' ), $line->at( '0.variance' ), $line->at( '0.value' ), $line->at( '0.share' ) ) );
		self::assertCount( 1, (array) $this->get( $this->path( "line?item_id=$tea" ) )->at( 'counts' ) );
		foreach ( array( 'share', 'variance', 'bin', 'name' ) as $order ) {
			self::assertSame( 200, $this->get( $this->path( "review?show=all&search=tea&orderby=$order" ) )->status );
		}
		foreach ( array( 'differences' => 1, 'right' => 1, 'several' => 0, 'large' => 0 ) as $show => $lines ) {
			self::assertCount( $lines, (array) $this->get( $this->path( "review?show=$show" ) )->json, $show );
		}
		self::assert_refused( 409, 'wig_undecided', $this->post( $this->path( 'apply' ) ) );

		self::assertSame( 'wig_line_changed', $this->post( $this->path( 'review' ), array( 'decisions' => array( array( 'item_id' => $tea, 'decision' => 'accept', 'variance' => -3 ) ) ) )->at( 'refused.0.code' ) );
		self::assertSame( 1, $this->post( $this->path( 'review' ), array( 'decisions' => array( array( 'item_id' => $tea, 'decision' => 'accept', 'variance' => -2, 'reason' => 'lost' ) ) ) )->at( 'changed' ) );
		self::assertSame( 'applied', $this->post( $this->path( 'apply' ) )->at( 'state' ) );
		self::assertSame( 'applied', $this->post( $this->path( 'apply' ) )->at( 'state' ), 'Said twice.' );
		self::assertSame( 18, $this->get( "/items/$tea" )->at( 'on_hand' ) );
		self::assertSame( 'stocktake', $this->get( "/items/$tea/movements" )->at( '0.reason' ) );

		$report = $this->get( $this->path( 'report' ) );
		self::assertSame( array( 'lost', 2 ), array( $report->at( 'by_reason.0.reason' ), $report->at( 'by_reason.0.missing' ) ) );
		self::assertSame( 'Mei', $report->at( 'by_counter.0.name' ) );
		self::assertSame( array( 2, 1, 24, 2 ), array_map( $this->get( '/stocktakes/accuracy' )->at( ... ), array( '0.lines', '0.right', '0.expected', '0.differing' ) ) );
		self::assertSame( 'undone', $this->post( $this->path( 'undo' ) )->at( 'state' ) );
		self::assertSame( 20, $this->get( "/items/$tea" )->at( 'on_hand' ) );
	}

	public function test_a_blind_counter_is_told_no_expected_number_and_sees_only_what_was_given(): void {
		$tea     = $this->costing( 123456, '77', 'Tea' );
		$counter = $this->sign_in( 'wig_stock_counter' );
		$this->sign_in( 'administrator' );
		$this->begun( array( $tea ) );
		$others = $this->stocktake;
		$this->begun( array( $tea ), array( 'counters' => array( $counter ), 'share' => 'even', 'approve_over' => 5 ) );
		$this->sign_in( 'wig_stock_counter' );

		self::assertSame( array( $this->stocktake ), array_column( (array) $this->get( '/stocktakes' )->json, 'id' ) );
		self::assertSame( 'counted', $this->post( $this->path( 'counts' ), array( 'counts' => array( self::one( $tea, 9 ) ) ) )->at( 'results.0.state' ) );
		self::assertSame( 'kept', $this->post( $this->path( 'photos' ), self::photo( $tea ) )->at( 'state' ) );
		$photo = (int) $this->get( $this->path( "photos?item_id=$tea" ) )->at( '0.id' );
		$told  = '';
		foreach ( self::operations() as $operation ) {
			if ( ! str_starts_with( $operation->path, '/stocktakes' ) && ! str_starts_with( $operation->path, '/stocktake-' ) ) {
				continue;
			}
			$query = match ( basename( $operation->path ) ) {
				'find'   => '?search=tea',
				'photos' => "?item_id=$tea",
				'photo'  => "?photo_id=$photo",
				default  => '',
			};
			$path  = str_replace( '{id}', (string) $this->stocktake, $operation->path ) . $query;
			// What writes is asked of every role in RolesTest.
			if ( 'GET' === $operation->method && 'wig_count_inventory' !== $operation->capability ) {
				self::assertSame( 403, $this->get( $path . ( str_ends_with( $operation->path, '/line' ) ? "?item_id=$tea" : '' ) )->status, $path );
			} elseif ( 'GET' === $operation->method ) {
				$answer = $this->get( $path );
				self::assertSame( 200, $answer->status, $path . $answer->text );
				// The picture itself is the counter's own, and any signs may stand in it.
				$told .= (string) preg_replace( '/"data":"[^"]*"/', '', $answer->text );
				if ( str_contains( $operation->path, '{id}' ) ) {
					self::assert_refused( 403, 'wig_not_your_stocktake', $this->get( str_replace( '{id}', (string) $others, $operation->path ) . $query ) );
				}
			}
		}
		self::assertStringContainsString( '"counted":9', $told );
		self::assertStringNotContainsString( '123456', $told );
		// Numbers that the tests give by themselves, such as that in an SKU, may be anything.
		self::assertStringNotContainsString( '77', (string) preg_replace( '/"(uuid|sku|server_time|at|id|\w+_at|\w*_?id|items|version)":("[^"]*"|\d+|\[[\d,]*\])/', '', $told ) );
		foreach ( self::TELLING as $word ) {
			self::assertStringNotContainsString( '"' . $word . '"', $told );
		}
		self::assertNull( $this->get( $this->path( 'items' ) )->at( '0.expected' ) );
		self::assert_refused( 403, 'wig_not_your_stocktake', $this->post( "/stocktakes/$others/counts", array( 'counts' => array( self::one( $tea, 9 ) ) ) ) );
		self::assert_refused( 403, 'wig_not_your_stocktake', $this->post( "/stocktakes/$others/tags", array( 'epcs' => array( '3074257BF7194E4000001A85' ) ) ) );

		$this->sign_in( 'administrator' );
		self::assertSame( 123456, $this->get( $this->path( 'items' ) )->at( '0.expected' ) );
	}

	public function test_four_eyes_cannot_be_passed_by_one_person(): void {
		self::assertSame( 10, $this->put( '/stocktakes/limit', array( 'approve_over' => 10 ) )->at( 'approve_over' ) );
		$tea   = $this->costing( 20, '5', 'Tea' );
		$clerk = $this->sign_in( 'wig_stock_clerk' );
		self::assertSame( 403, $this->put( '/stocktakes/limit', array( 'approve_over' => null ) )->status );
		$this->begun( array( $tea ), array( 'approve_over' => 1000 ) );
		self::assertSame( 10, $this->get( "/stocktakes/$this->stocktake" )->at( 'approve_over' ), 'It can only be stricter.' );
		$this->post( $this->path( 'counts' ), array( 'counts' => array( self::one( $tea, 18 ) ) ) );
		$this->put( "/stocktakes/$this->stocktake", array( 'state' => 'review' ) );
		$this->get( $this->path( 'sums' ) );
		$this->post( $this->path( 'review' ), array( 'all' => array( 'decision' => 'accept' ) ) );
		$agree = array( 'lines' => array( array( 'item_id' => $tea, 'variance' => -2 ) ) );
		self::assertSame( 'wig_second_person', $this->post( $this->path( 'approve' ), $agree )->at( 'refused.0.code' ) );
		self::assert_refused( 409, 'wig_second_person', $this->post( $this->path( 'apply' ) ) );
		self::assertFalse( $this->get( $this->path( 'review' ) )->at( '0.may_approve' ) );

		// Another one accepts: then who counted is still not the second person.
		$this->sign_in( 'administrator' );
		$this->post( $this->path( 'review' ), array( 'decisions' => array( array( 'item_id' => $tea, 'decision' => 'accept', 'variance' => -2 ) ) ) );
		$this->sign_in( 'wig_stock_clerk' );
		self::assertSame( 'wig_second_person', $this->post( $this->path( 'approve' ), $agree )->at( 'refused.0.code' ) );
		self::assert_refused( 409, 'wig_second_person', $this->post( $this->path( 'apply' ) ) );

		$this->post( $this->path( 'review' ), array( 'decisions' => array( array( 'item_id' => $tea, 'decision' => 'accept', 'variance' => -2 ) ) ) );
		$this->sign_in( 'administrator' );
		self::assertTrue( $this->get( $this->path( 'review' ) )->at( '0.may_approve' ) );
		self::assertSame( 1, $this->post( $this->path( 'approve' ), $agree )->at( 'changed' ) );
		self::assertSame( 5, $this->put( $this->path( 'limit' ), array( 'approve_over' => 5 ) )->at( 'approve_over' ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->put( $this->path( 'limit' ), array( 'approve_over' => 6 ) ), 'approve_over' );
		self::assert_refused( 400, 'rest_invalid_param', $this->put( $this->path( 'limit' ), array( 'approve_over' => null ) ), 'approve_over' );
		$this->get( $this->path( 'sums' ) );
		$this->sign_in( 'wig_stock_clerk' );
		self::assertSame( 403, $this->put( $this->path( 'limit' ), array( 'approve_over' => 1 ) )->status );
		self::assertSame( 'applied', $this->post( $this->path( 'apply' ) )->at( 'state' ) );
		self::assertSame( array( 'applied', $clerk ), array_map( $this->post( $this->path( 'undo' ) )->at( ... ), array( 'state', 'undo_asked_by' ) ) );
		self::assertSame( 'applied', $this->post( $this->path( 'undo' ) )->at( 'state' ) );
		$this->sign_in( 'administrator' );
		self::assert_refused( 409, 'wig_stocktake_state', $this->put( $this->path( 'limit' ), array( 'approve_over' => 1 ) ) );
		delete_option( Stocktakes::LIMIT );
	}

	/**
	 * @param array<string, mixed> $fields
	 * @return array<string, mixed>
	 */
	private static function photo( int $item, array $fields = array(), int $width = 8, int $height = 6 ): array {
		return $fields + array( 'uuid' => wp_generate_uuid4(), 'item_id' => $item, 'at' => gmdate( 'Y-m-d\TH:i:s\Z' ), 'data' => base64_encode( self::jpeg( $width, $height ) ) );
	}

	private static function jpeg( int $width, int $height ): string {
		$image = imagecreatetruecolor( max( 1, $width ), max( 1, $height ) );
		self::assertNotFalse( $image );
		ob_start();
		imagejpeg( $image );
		return (string) ob_get_clean();
	}

	public function test_photos_are_kept_once_without_where_they_were_taken_and_only_for_those_whom_they_concern(): void {
		$tea     = $this->part( 20 );
		$counter = $this->sign_in( 'wig_stock_counter' );
		$this->sign_in( 'administrator' );
		$this->begun( array( $tea ), array( 'counters' => array( $counter ) ) );
		$this->sign_in( 'wig_stock_counter' );
		$place = "\xff\xe1" . pack( 'n', 2 + 21 ) . "Exif\0\0GPS 52.5,13.4..";
		$first = self::photo( $tea, array( 'data' => base64_encode( substr_replace( self::jpeg( 8, 6 ), $place, 2, 0 ) ) ) );
		self::assertSame( array( 'kept', 'repeated' ), array( $this->post( $this->path( 'photos' ), $first )->at( 'state' ), $this->post( $this->path( 'photos' ), $first )->at( 'state' ) ) );
		$mine = (int) $this->get( $this->path( "photos?item_id=$tea" ) )->at( '0.id' );
		$seen = $this->get( $this->path( "photo?photo_id=$mine" ) );
		self::assertSame( array( 8, 6, $counter ), array_map( $seen->at( ... ), array( 'width', 'height', 'author_id' ) ) );
		$bytes = (string) base64_decode( (string) $seen->at( 'data' ), true );
		self::assertSame( array( 8, 6, IMAGETYPE_JPEG ), array_slice( (array) getimagesizefromstring( $bytes ), 0, 3 ) );
		self::assertStringNotContainsString( 'GPS', $bytes );
		self::assertStringNotContainsString( 'gd-jpeg', $bytes, 'Nor which program made it.' );

		// What is no JPEG, or too large, is none.
		$bad = array( 'nonsense!', base64_encode( '<svg xmlns="http://www.w3.org/2000/svg"/>' ), base64_encode( "\xff\xd8\xff<?php" ), base64_encode( substr( self::jpeg( 8, 6 ), 0, 40 ) ), base64_encode( self::jpeg( 1281, 1 ) ), base64_encode( self::jpeg( 8, 6 ) . str_repeat( ' ', 307_200 ) ) );
		foreach ( $bad as $number => $data ) {
			self::assert_refused( 400, 'rest_invalid_param', $this->post( $this->path( 'photos' ), self::photo( $tea, array( 'data' => $data ) ) ), 'data' );
		}
		self::assert_refused( 400, 'rest_invalid_param', $this->post( $this->path( 'photos' ), self::photo( 999999 ) ), 'item_id' );

		// Five of an item by one person; said again, one of them is still there.
		foreach ( range( 2, 5 ) as $number ) {
			self::assertSame( 'kept', $this->post( $this->path( 'photos' ), self::photo( $tea ) )->at( 'state' ), (string) $number );
		}
		self::assert_refused( 409, 'wig_photo_limit', $this->post( $this->path( 'photos' ), self::photo( $tea ) ) );
		self::assertSame( 'repeated', $this->post( $this->path( 'photos' ), $first )->at( 'state' ) );

		$this->sign_in( 'wig_stock_clerk' );
		self::assertCount( 5, (array) $this->get( $this->path( "photos?item_id=$tea" ) )->json );
		self::assertSame( 200, $this->get( $this->path( "photo?photo_id=$mine" ) )->status );
		self::assertSame( 'kept', $this->post( $this->path( 'photos' ), self::photo( $tea ) )->at( 'state' ) );
		$theirs = (int) $this->get( $this->path( "photos?item_id=$tea" ) )->at( '5.id' );
		$this->sign_in( 'wig_stock_counter' );
		self::assertCount( 5, (array) $this->get( $this->path( "photos?item_id=$tea" ) )->json );
		self::assertSame( 404, $this->get( $this->path( "photo?photo_id=$theirs" ) )->status );
		self::assertSame( 404, $this->send( 'DELETE', $this->path( 'photo' ), array( 'photo_id' => $theirs ) )->status, 'Not one of somebody else.' );

		// What was deleted is gone, makes room, and does not come back from a device that sends it once more.
		self::assertSame( $mine, $this->send( 'DELETE', $this->path( 'photo' ), array( 'photo_id' => $mine ) )->at( 'id' ) );
		self::assertSame( 404, $this->get( $this->path( "photo?photo_id=$mine" ) )->status );
		self::assertSame( 404, $this->send( 'DELETE', $this->path( 'photo' ), array( 'photo_id' => $mine ) )->status );
		self::assertSame( 'repeated', $this->post( $this->path( 'photos' ), $first )->at( 'state' ) );
		self::assertCount( 4, (array) $this->get( $this->path( "photos?item_id=$tea" ) )->json );
		self::assertSame( '', $this->db->value( 'SELECT data FROM %i WHERE id = %d', $this->db->table( 'stocktake_photos' ), $mine ) );
		self::assertSame( 'kept', $this->post( $this->path( 'photos' ), self::photo( $tea ) )->at( 'state' ) );
		self::assert_refused( 409, 'wig_photo_limit', $this->post( $this->path( 'photos' ), self::photo( $tea ) ) );
		$mine = (int) $this->get( $this->path( "photos?item_id=$tea" ) )->at( '0.id' );
		$this->sign_in( 'administrator' );
		self::assertSame( 200, $this->send( 'DELETE', $this->path( 'photo' ), array( 'photo_id' => $theirs ) )->status );
		$mine_of = $this->stocktake;
		$this->begun( array( $tea ) );
		self::assertSame( 404, $this->get( $this->path( "photo?photo_id=$mine" ) )->status, 'Of another stocktake.' );
		$this->put( "/stocktakes/$mine_of", array( 'state' => 'cancelled' ) );
		self::assert_refused( 409, 'wig_stocktake_state', $this->post( "/stocktakes/$mine_of/photos", self::photo( $tea ) ) );
	}

	public function test_bursts_of_a_thousand_tags_count_each_tag_once_across_readers(): void {
		$tea = $this->part( 900, array( 'barcode' => '80614141123458' ) );
		$this->begun( array( $tea ) );
		$tag   = static fn( int $serial ): string => '3074257BF7194E40' . strtoupper( str_pad( dechex( $serial ), 8, '0', STR_PAD_LEFT ) );
		$burst = array_map( $tag, range( 1, 1000 ) );
		$first = $this->post( $this->path( 'tags' ), array( 'epcs' => array( ...$burst, ...array_slice( $burst, 0, 100 ), '30FFFFFFFFFFFFFFFFFFFFFF', 'nonsense' ) ) );
		self::assertSame( array( 1000, 100, array( '30FFFFFFFFFFFFFFFFFFFFFF', 'NONSENSE' ) ), array_map( $first->at( ... ), array( 'fresh', 'known', 'unreadable' ) ) );
		$this->sign_in( 'wig_stock_clerk' );
		$second = $this->post( $this->path( 'tags' ), array( 'epcs' => array_map( $tag, range( 501, 1200 ) ) ) );
		self::assertSame( array( 200, 500, array( array( 'item_id' => $tea, 'tags' => 1200 ) ) ), array_map( $second->at( ... ), array( 'fresh', 'known', 'items' ) ) );

		// Nobody knows this GTIN yet: its tags wait for the item.
		$cup     = $this->part( 3 );
		$unknown = $this->post( $this->path( 'tags' ), array( 'epcs' => array( '3034257BF400B7800004CB2F', '3034257BF400B7800004CB30' ) ) );
		self::assertCount( 1, (array) $unknown->at( 'unknown' ) );
		$this->sign_in( 'administrator' );
		self::assertSame( 200, $this->post( $this->path( 'codes' ), array( 'code' => $unknown->at( 'unknown.0' ), 'item_id' => $cup ) )->status );
		$items = array_column( (array) $this->get( $this->path( 'items' ) )->json, 'counted', 'item_id' );
		self::assertSame( array( $tea => 1200, $cup => 2 ), $items );
		self::assertSame( 0, $this->get( $this->path( 'sums' ) )->at( 'unknown.tags' ) );
	}

	public function test_codes_find_items_and_an_unknown_one_is_tied(): void {
		$tea = $this->part( 20, array( 'barcode' => '4006381333931', 'sku' => 'TEA-1', 'name' => 'Oolong' ) );
		$cup = $this->part( 3 );
		$this->begun( array( $tea ) );
		foreach ( array( 'code=04006381333931', 'code=4006381333931', 'code=TEA-1', 'search=oolong' ) as $query ) {
			self::assertSame( array( $tea ), array_column( (array) $this->get( $this->path( "find?$query" ) )->json, 'item_id' ), $query );
		}
		self::assertSame( array(), $this->get( $this->path( 'find?code=4006381333932' ) )->json );
		$this->post( $this->path( 'counts' ), array( 'counts' => array( self::one( null, 2, array( 'code' => 'LABEL-7' ) ), self::one( null, 17, array( 'code' => 'TEA-1' ) ) ) ) );
		self::assertSame( array( 'LABEL-7' ), $this->post( $this->path( 'codes' ), array( 'code' => 'LABEL-7', 'item_id' => $cup ) )->at( 'codes' ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( $this->path( 'codes' ), array( 'code' => 'LABEL-7', 'item_id' => $tea ) ), 'code' );
		self::assertSame( array( $tea => 17, $cup => 2 ), array_column( (array) $this->get( $this->path( 'items' ) )->json, 'counted', 'item_id' ) );
		self::assertSame( array( null, $cup ), array( $this->get( $this->path( 'find?code=LABEL-8' ) )->at( '0' ), $this->get( $this->path( 'find?code=LABEL-7' ) )->at( '0.item_id' ) ) );
		self::assertSame( array( $cup, $tea ), array_column( (array) $this->get( $this->path( 'counts' ) )->json, 'item_id' ) );
	}

	public function test_a_scope_a_sample_and_who_counts_what(): void {
		$items = array();
		foreach ( range( 1, 12 ) as $number ) {
			$items[] = $this->part( 5 );
			$this->put( '/items/' . end( $items ), array( 'bin' => $number <= 8 ? 'A-' . $number % 2 : 'B-1', 'supplier' => $number <= 3 ? 'Tea & Co' : '' ) );
		}
		$size = fn( ?array $scope ): mixed => $this->post( '/stocktakes/preview', null === $scope ? array() : array( 'scope' => $scope ) )->at( 'items' );
		self::assertSame( array( 12, 8, 3, 4, 12, 0 ), array( $size( null ), $size( array( 'bins' => array( 'A-' ) ) ), $size( array( 'suppliers' => array( 'Tea & Co' ) ) ), $size( array( 'sample' => 4 ) ), $size( array( 'classes' => array( 'C' ) ) ), $size( array( 'classes' => array( 'A' ) ) ) ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/stocktakes', array( 'name' => 'Nothing', 'scope' => array( 'classes' => array( 'A' ) ) ), array( 'Idempotency-Key' => 'shelf-a' ) ), 'scope' );
		self::assertSame( array(), $this->get( '/stocktakes' )->json );
		$this->begun( array( $items[0] ) );
		$once = array( 'name' => 'Shelf B', 'scope' => array( 'suppliers' => array( 'Tea & Co' ) ) );
		$made = $this->post( '/stocktakes', $once, array( 'Idempotency-Key' => 'shelf-b' ) );
		foreach ( array_slice( $items, 0, 3 ) as $item ) {
			$this->put( "/items/$item", array( 'supplier' => '' ) );
		}
		self::assertSame( $made->at( 'id' ), $this->post( '/stocktakes', $once, array( 'Idempotency-Key' => 'shelf-b' ) )->at( 'id' ), 'Made once, though nothing would fit now.' );
		$chosen = array();
		foreach ( array( 7, 7, 8 ) as $seed ) {
			$this->begun( array(), array( 'scope' => array( 'sample' => 4, 'seed' => $seed ) ) );
			$chosen[] = array_column( (array) $this->get( $this->path( 'items' ) )->json, 'item_id' );
		}
		self::assertCount( 4, $chosen[0] );
		self::assertSame( $chosen[0], $chosen[1] );
		self::assertNotSame( $chosen[0], $chosen[2] );

		$mei   = $this->sign_in( 'wig_stock_counter' );
		$admin = $this->sign_in( 'administrator' );
		$this->begun( array(), array( 'scope' => array( 'bins' => array( 'A' ) ), 'counters' => array( $mei, $admin ), 'share' => 'bin' ) );
		self::assertSame( array( 4, 4 ), array_column( (array) $this->get( "/stocktakes/$this->stocktake" )->at( 'counters' ), 'items' ) );
		self::assertSame( 'bin', $this->get( "/stocktakes/$this->stocktake" )->at( 'share' ) );
		$this->sign_in( 'wig_stock_counter' );
		self::assertCount( 4, (array) $this->get( $this->path( 'items?mine=true' ) )->json );
		self::assertSame( 4, $this->get( "/stocktakes/$this->stocktake" )->at( 'mine.items' ) );
		$this->sign_in( 'administrator' );
		self::assertSame( array( 0 ), array_column( (array) $this->put( $this->path( 'counters' ), array( 'counters' => array( $mei ), 'share' => 'none' ) )->at( 'counters' ), 'items' ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->put( $this->path( 'counters' ), array( 'counters' => array( 999999 ) ) ), 'counters[0]' );
		self::assertNotContains( 'none', array_column( (array) $this->get( '/stocktakes/people' )->json, 'name' ) );
		self::assertSame( array( 'A-0', 'A-1', 'B-1' ), $this->get( '/stocktakes/choices' )->at( 'bins' ) );
	}

	public function test_recounts_zeros_and_states_over_rest(): void {
		$tea = $this->part( 20 );
		$cup = $this->part( 4 );
		$this->begun( array( $tea, $cup ) );
		self::assert_refused( 409, 'wig_stocktake_state', $this->put( "/stocktakes/$this->stocktake", array( 'blind' => false ) ) );
		$this->post( $this->path( 'counts' ), array( 'counts' => array( self::one( $tea, 2 ) ) ) );
		self::assert_refused( 409, 'wig_stocktake_state', $this->post( $this->path( 'zero' ), array( 'all' => true ) ) );
		$this->put( "/stocktakes/$this->stocktake", array( 'state' => 'review' ) );
		self::assertSame( 1, $this->post( $this->path( 'recount' ), array( 'items' => array( $tea ), 'note' => 'Too few' ) )->at( 'changed' ) );
		self::assertSame( array( 1, 2 ), array( $this->get( "/stocktakes/$this->stocktake" )->at( 'recounts' ), $this->get( $this->path( 'items?recount=true' ) )->at( '0.round' ) ) );
		self::assertSame( 1, $this->post( $this->path( 'zero' ), array( 'items' => array( $cup ) ) )->at( 'changed' ) );
		$this->post( $this->path( 'counts' ), array( 'counts' => array( self::one( $tea, 20, array( 'round' => 2 ) ), self::one( $tea, 5, array( 'round' => 1 ) ) ) ) );
		self::assertSame( array( $cup => -4 ), array_column( (array) $this->get( $this->path( 'review?show=differences' ) )->json, 'variance', 'item_id' ) + array() );
		self::assertSame( 2, $this->get( $this->path( 'sums' ) )->at( 'lines.counted' ) );
		self::assertSame( 'cancelled', $this->put( "/stocktakes/$this->stocktake", array( 'state' => 'cancelled' ) )->at( 'state' ) );
		self::assert_refused( 409, 'wig_stocktake_state', $this->post( $this->path( 'apply' ) ) );
		self::assert_refused( 409, 'wig_stocktake_state', $this->post( $this->path( 'counts' ), array( 'counts' => array( self::one( $tea, 2 ) ) ) ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( $this->path( 'counts' ), array( 'counts' => array( self::one( $tea, -2 ) ) ) ), 'counts[0].quantity' );
	}

	public function test_a_schedule_makes_one_stocktake_on_its_day_and_moves_on(): void {
		$tea   = $this->part( 20 );
		$today = Plugin::instance()->calendar()->today();
		$made  = $this->post( '/stocktake-schedules', array( 'name' => 'Monthly', 'every' => 'month', 'next_on' => $today, 'scope' => array( 'items' => array( $tea ) ), 'days_to_count' => 0 ) );
		self::assertSame( 201, $made->status, $made->text );
		$cycle = $this->post( '/stocktake-schedules', array( 'name' => 'Cycle', 'every' => 'cycle', 'next_on' => $today, 'times' => array( 'C' => 52 ) ) );
		$mails = array();
		add_filter(
			'pre_wp_mail',
			static function ( mixed $sent, array $mail ) use ( &$mails ): bool {
				$mails[] = $mail['subject'];
				return true;
			},
			10,
			2
		);
		Plugin::instance()->stocktake_rounds()->run();
		Plugin::instance()->stocktake_rounds()->run();
		$all = (array) $this->get( '/stocktakes?state=active' )->json;
		self::assertSame( array( 'counting', 'counting' ), array_column( $all, 'state' ) );
		self::assertSame( array( 1, 1 ), array_column( $all, 'items' ) );
		self::assertGreaterThan( $today, $this->get( '/stocktake-schedules/' . $made->at( 'id' ) )->at( 'next_on' ) );
		self::assertSame( $all[1]['id'], $this->get( '/stocktake-schedules' )->at( '0.last_stocktake_id' ) );
		self::assertCount( 2, $mails, implode( "\n", $mails ) );
		self::assertSame( 4, $this->put( '/stocktake-schedules/' . $cycle->at( 'id' ), array( 'times' => array( 'B' => 4 ) ) )->at( 'times.B' ) );

		// A form from before it ran would bring the old day back.
		$monthly = '/stocktake-schedules/' . $made->at( 'id' );
		self::assert_refused( 412, 'wig_stale_version', $this->put( $monthly, array( 'name' => 'Mine', 'next_on' => $today ), array( 'If-Match' => '"' . $made->at( 'version' ) . '"' ) ) );
		$read = $this->get( $monthly );
		self::assertSame( array( 'Monthly', '"' . $read->at( 'version' ) . '"' ), array( $read->at( 'name' ), $read->headers['ETag'] ) );
		self::assertSame( 'Mine', $this->put( $monthly, array( 'name' => 'Mine' ), array( 'If-Match' => $read->headers['ETag'] ) )->at( 'name' ) );
		// Who insists on a day for which there is one already gets no second one, and it moves on again.
		$this->put( $monthly, array( 'next_on' => $today ) );
		Plugin::instance()->stocktake_rounds()->run();
		self::assertCount( 2, (array) $this->get( '/stocktakes?state=active' )->json );
		self::assertGreaterThan( $today, $this->get( $monthly )->at( 'next_on' ) );
		// What fits nothing makes nothing.
		$this->put( $monthly, array( 'next_on' => gmdate( 'Y-m-d', (int) strtotime( $today . ' -1 day' ) ), 'scope' => array( 'classes' => array( 'A' ) ) ) );
		Plugin::instance()->stocktake_rounds()->run();
		self::assertCount( 2, (array) $this->get( '/stocktakes?state=active' )->json );
		self::assertSame( 200, $this->send( 'DELETE', '/stocktake-schedules/' . $cycle->at( 'id' ) )->status );
		self::assertSame( 404, $this->get( '/stocktake-schedules/' . $cycle->at( 'id' ) )->status );
	}
}
