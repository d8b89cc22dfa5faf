<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Import;

use WooInventoryGuard\Import\File\BadFile;
use WooInventoryGuard\Import\Feed\FeedSettings;
use WooInventoryGuard\Import\Feed\FeedSource;

/**
 * CSV files that the server reads by itself.
 */
final class FeedsTest extends FeedTestCase {

	public function test_a_file_below_uploads_is_read_when_it_is_due_and_again(): void {
		$this->part( 'Tea', 'TEA', 3 );
		$copies = glob( get_temp_dir() . 'wig-file-*' );
		$feed   = $this->feed( 'file', 'wig-feeds/stock.csv' );
		$this->write( "Code,Qty\nTEA,8\nGONE,1\n" );
		self::assertTrue( $this->feed_rounds()->run( self::ALL ) );
		$now = $this->feeds()->get( $feed->id );
		self::assertSame( array( '8', null, '' ), array( $this->column( 'on_hand' )['TEA'], $now->import_id, $now->last_error ) );
		self::assertSame( array( 3 => 'problem sku unknown_sku:GONE' ), $this->told( $this->imports()->get( (int) $now->last_import ), 'problems' ) );

		$this->write( "Code,Qty\nTEA,9\n" );
		$this->feed_rounds()->run( self::ALL );
		self::assertSame( '8', $this->column( 'on_hand' )['TEA'], 'It is not due yet.' );
		$this->clock->advance( 3601 );
		$this->feed_rounds()->run( self::ALL );
		self::assertSame( '9', $this->column( 'on_hand' )['TEA'] );
		self::assertSame( $copies, glob( get_temp_dir() . 'wig-file-*' ), 'No copy is left.' );
	}

	public function test_one_that_was_cut_off_goes_on_and_reads_anew_where_its_copy_has_gone(): void {
		$lines = "Code,Qty\n";
		for ( $n = 1; $n <= 5; $n++ ) {
			$lines .= "P-{$n},{$n}\n";
		}
		$this->write( $lines );
		$feed = $this->feed( 'file', 'wig-feeds/stock.csv' );
		self::assertFalse( $this->feed_rounds()->run( 0.0 ), 'One portion.' );
		$half = $this->feeds()->get( $feed->id );
		self::assertSame( array( 5, 3 ), array( $half->row_no, $this->imports()->get( (int) $half->import_id )->rows['received'] ) );
		unlink( $half->copy );
		while ( ! $this->feed_rounds()->run( 0.0 ) ) {
			continue;
		}
		$now = $this->feeds()->get( $feed->id );
		self::assertSame( array( 5, 5, $half->import_id ), array( ...array_values( array_intersect_key( $this->imports()->get( (int) $now->last_import )->rows, array( 'received' => 1, 'checked' => 1 ) ) ), $now->last_import ) );
	}

	public function test_what_cannot_be_read_says_why_and_is_tried_again_later(): void {
		$feed  = $this->feed( 'file', 'wig-feeds/none.csv' );
		$this->write( "Code,Qty\nTEA,8\n" );
		$heard = array();
		add_action(
			'woo_inventory_guard_feed_failed',
			static function ( int $id, string $error ) use ( &$heard ): void {
				$heard[] = array( $id, $error );
			},
			10,
			2
		);
		$this->feed_rounds()->run( self::ALL );
		$now = $this->feeds()->get( $feed->id );
		self::assertSame( array( 'wig_feed_unreadable wig-feeds/none.csv', null ), array( $now->last_error, $now->last_import ) );
		self::assertSame( array( array( $feed->id, $now->last_error ) ), $heard );
		self::assertGreaterThan( $this->clock->now(), $now->next_at );
		$open = 'SELECT COUNT(*) FROM %i WHERE kind = %s AND handled_at IS NULL';
		self::assertSame( '1', $this->db->value( $open, $this->db->table( 'alerts' ), 'feed' ), 'Somebody is told.' );
		rename( $this->folder . '/stock.csv', $this->folder . '/none.csv' );
		$this->clock->advance( 3601 );
		$this->feed_rounds()->run( self::ALL );
		self::assertSame( '0', $this->db->value( $open, $this->db->table( 'alerts' ), 'feed' ), 'It is over.' );
	}

	public function test_only_files_below_the_folder_and_public_addresses(): void {
		file_put_contents( $this->folder . '/photo.php', '<?php' );
		symlink( ABSPATH . 'license.txt', $this->folder . '/out.txt' );
		foreach ( array( '../../license.txt', '../../wp-config.php', 'wig-feeds/photo.php', 'wig-feeds/out.txt', '/etc/passwd', 'wig-feeds' ) as $path ) {
			try {
				FeedSource::local( $path );
				self::fail( "$path was read." );
			} catch ( BadFile $bad ) {
				self::assertContains( $bad->why, array( BadFile::FORBIDDEN, BadFile::UNREADABLE ) );
			}
		}
		foreach ( array( 'http://127.0.0.1/a.csv', 'ftp://example.com/a.csv', 'file:///etc/passwd', 'http://[::1]/a.csv' ) as $url ) {
			try {
				( new FeedSource() )->fetch( new FeedSettings( 'a', 'url', $url, 'Mei' ) );
				self::fail( "$url was called." );
			} catch ( BadFile $bad ) {
				self::assertSame( BadFile::FORBIDDEN, $bad->why );
			}
		}
	}

	public function test_a_web_address_is_streamed_into_a_file(): void {
		$this->part( 'Tea', 'TEA', 3 );
		add_filter( 'woo_inventory_guard_may_call', '__return_true' );
		$answer = "Code;Qty\nTEA;4,5\n";
		add_filter(
			'pre_http_request',
			static function ( mixed $no, array $args, string $url ) use ( &$answer ): array {
				self::assertSame( array( true, 'https://feed.test/stock.csv', true ), array( $args['stream'], $url, $args['reject_unsafe_urls'] ) );
				file_put_contents( $args['filename'], (string) $answer );
				return array( 'headers' => array(), 'body' => '', 'response' => array( 'code' => null === $answer ? 404 : 200, 'message' => '' ), 'cookies' => array(), 'filename' => $args['filename'] );
			},
			10,
			3
		);
		$feed = $this->feed( 'url', 'https://feed.test/stock.csv', ',' );
		$this->feed_rounds()->run( self::ALL );
		self::assertSame( '4.5', $this->column( 'on_hand' )['TEA'] );
		$answer = null;
		$this->clock->advance( 3601 );
		$this->feed_rounds()->run( self::ALL );
		self::assertSame( 'wig_feed_fetch 404', $this->feeds()->get( $feed->id )->last_error );
	}
}
