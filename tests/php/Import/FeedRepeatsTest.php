<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Import;

use PHPUnit\Framework\Attributes\DataProvider;
use WooInventoryGuard\Import\NotReady;
use WooInventoryGuard\Import\State;

/**
 * A file that is read twice, or whose reading was cut off.
 */
final class FeedRepeatsTest extends FeedTestCase {

	/**
	 * @return array<string, array{string, string, string}> Quantity, field and what is on hand after the same file twice.
	 */
	public static function meanings(): array {
		return array(
			'a difference'          => array( 'difference', 'on_hand', '8' ),
			'a column of them'      => array( 'absolute', 'delta', '8' ),
			'what is there'         => array( 'absolute', 'on_hand', '5' ),
			'what a person counted' => array( 'absolute', 'counted', '5' ),
		);
	}

	#[DataProvider( 'meanings' )]
	public function test_the_same_file_adds_nothing_a_second_time( string $quantity, string $field, string $after ): void {
		$this->part( 'Tea', 'TEA', 3 );
		$this->clock->advance( 60 );
		$at = $this->clock->now()->format( 'Y-m-d\TH:i:s\Z' );
		$this->clock->advance( 60 );
		$this->mean( $quantity, $field );
		$this->write( "Code,Qty,At\nTEA,5," . ( 'counted' === $field ? $at : '' ) . "\n" );
		$feed = $this->feed( 'file', 'wig-feeds/stock.csv' );
		foreach ( array( 'once', 'twice' ) as $press ) {
			$this->feeds()->read_now( $feed->id, $press );
			$this->feed_rounds()->run( self::ALL );
			self::assertSame( $after, $this->column( 'on_hand' )['TEA'], $press );
			$this->clock->advance( 60 );
		}
		$now = $this->feeds()->get( $feed->id );
		self::assertSame( array( 'on_hand' !== $field || 'absolute' !== $quantity, '' ), array( $now->unchanged, $now->last_error ) );
	}

	public function test_another_file_and_one_that_was_undone_are_added(): void {
		$this->part( 'Tea', 'TEA', 3 );
		$this->mean( 'difference', 'on_hand' );
		$feed = $this->feed( 'file', 'wig-feeds/stock.csv' );
		$read = function ( string $text ) use ( $feed ): ?string {
			$this->write( $text );
			$this->clock->advance( 3601 );
			self::assertTrue( $this->feed_rounds()->run( self::ALL ) );
			return $this->column( 'on_hand' )['TEA'];
		};
		self::assertSame( array( '8', '8', '10', '10' ), array( $read( "Code,Qty\nTEA,5\n" ), $read( "Code,Qty\nTEA,5\n" ), $read( "Code,Qty\nTEA,2\n" ), $read( "Code,Qty\nTEA,2\n" ) ) );
		$now = $this->feeds()->get( $feed->id );
		self::assertTrue( $now->unchanged );
		$this->undone( $this->imports()->get( (int) $now->last_import ) );
		self::assertSame( '10', $read( "Code,Qty\nTEA,2\n" ), 'Taken away, and added again.' );
		self::assertFalse( $this->feeds()->get( $feed->id )->unchanged );
		unlink( $this->folder . '/stock.csv' );
		$this->clock->advance( 3601 );
		$this->feed_rounds()->run( self::ALL );
		self::assertSame( '10', $read( "Code,Qty\nTEA,2\n" ), 'One that failed in between changes nothing of that.' );
	}

	public function test_one_that_was_killed_before_it_wrote_down_its_import_takes_up_the_same(): void {
		$this->write( "Code,Qty\nP-1,1\n" );
		$feed = $this->feed( 'file', 'wig-feeds/stock.csv' );
		self::assertFalse( $this->feed_rounds()->run( 0.0 ) );
		$this->db->execute( "UPDATE %i SET import_id = NULL, copy = ''", $this->db->table( 'import_feeds' ) );
		$this->feeds()->change( $feed->id, array( 'every_minutes' => 15 ), null );
		$this->feeds()->read_now( $feed->id, 'press' );
		$this->feed_rounds()->run( self::ALL );
		self::assertSame( array( 1, '' ), array( $this->imports()->count(), $this->feeds()->get( $feed->id )->last_error ) );
	}

	public function test_one_that_is_deleted_leaves_neither_its_copy_nor_an_alert_nor_half_an_import(): void {
		$copies = glob( get_temp_dir() . 'wig-file-*' );
		$feed   = $this->feed( 'file', 'wig-feeds/stock.csv' );
		$this->feed_rounds()->run( self::ALL );
		$open = 'SELECT COUNT(*) FROM %i WHERE kind = %s AND handled_at IS NULL';
		self::assertSame( '1', $this->db->value( $open, $this->db->table( 'alerts' ), 'feed' ) );
		$this->write( "Code,Qty\nP-1,1\n" );
		$this->feeds()->read_now( $feed->id, 'press' );
		self::assertFalse( $this->feed_rounds()->run( 0.0 ) );
		$import = (int) $this->feed_rounds()->drop( $feed->id )->import_id;
		self::assertSame( array( '0', $copies, State::Cancelled ), array( $this->db->value( $open, $this->db->table( 'alerts' ), 'feed' ), glob( get_temp_dir() . 'wig-file-*' ), $this->imports()->get( $import )->state ) );
		self::assertTrue( $this->feed_rounds()->run( self::ALL ) );
	}

	public function test_its_import_cannot_be_checked_before_all_has_come_and_giving_it_up_is_no_alert(): void {
		$this->write( "Code,Qty\nP-1,1\n" );
		$feed = $this->feed( 'file', 'wig-feeds/stock.csv' );
		self::assertFalse( $this->feed_rounds()->run( 0.0 ) );
		$import = (int) $this->feeds()->get( $feed->id )->import_id;
		try {
			$this->imports()->check( $import );
			self::fail( 'A half file was checked.' );
		} catch ( NotReady $not ) {
			self::assertSame( State::Receiving, $not->import->state );
		}
		$this->imports()->cancel( $import );
		self::assertTrue( $this->feed_rounds()->run( self::ALL ) );
		$now = $this->feeds()->get( $feed->id );
		self::assertSame( array( 'wig_feed_cancelled', null, null ), array( $now->last_error, $now->import_id, $now->last_import ) );
		self::assertSame( '0', $this->db->value( 'SELECT COUNT(*) FROM %i', $this->db->table( 'alerts' ) ) );
	}
}
