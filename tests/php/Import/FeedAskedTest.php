<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Import;

/**
 * When a feed is read: by its interval, and because somebody wants it now.
 */
final class FeedAskedTest extends FeedTestCase {

	public function test_another_interval_counts_from_the_last_reading_on(): void {
		$feed = $this->feed( 'file', 'wig-feeds/none.csv' );
		$new  = $this->feeds()->change( $feed->id, array( 'every_minutes' => 15 ), $feed->version );
		self::assertEquals( $feed->next_at, $new->next_at, 'It is to be read for the first time.' );
		$this->feed_rounds()->run( self::ALL );
		$this->clock->advance( 600 );
		foreach ( array( 30 => '+20 minutes', 15 => '+5 minutes', 120 => '+110 minutes' ) as $minutes => $then ) {
			self::assertEquals( $this->clock->now()->modify( $then ), $this->feeds()->change( $feed->id, array( 'every_minutes' => $minutes ), null )->next_at );
		}
		$before = $this->feeds()->get( $feed->id );
		self::assertEquals( $before->next_at, $this->feeds()->change( $feed->id, array( 'name' => 'Other', 'every_minutes' => 120 ), null )->next_at );
	}

	public function test_an_interval_that_was_changed_while_it_was_read_counts_when_that_ends(): void {
		$this->write( "Code,Qty\nP-1,1\n" );
		$feed = $this->feed( 'file', 'wig-feeds/stock.csv' );
		self::assertFalse( $this->feed_rounds()->run( 0.0 ) );
		$this->feeds()->change( $feed->id, array( 'every_minutes' => 15 ), null );
		$this->feed_rounds()->run( self::ALL );
		self::assertEquals( $this->clock->now()->modify( '+15 minutes' ), $this->feeds()->get( $feed->id )->next_at );
	}

	public function test_one_that_is_asked_for_is_read_once_by_the_job_also_while_it_is_off(): void {
		$this->part( 'Tea', 'TEA', 3 );
		$this->write( "Code,Qty\nTEA,8\n" );
		$feed  = $this->feed( 'file', 'wig-feeds/stock.csv' );
		$off   = $this->feeds()->change( $feed->id, array( 'active' => false ), null );
		$this->feed_rounds()->run( self::ALL );
		self::assertNull( $this->feeds()->get( $feed->id )->last_at );
		$asked = $this->feeds()->read_now( $feed->id, 'press' );
		self::assertSame( array( $off->version, false, '3' ), array( $asked->version, $asked->settings->active, $this->column( 'on_hand' )['TEA'] ), 'Nothing is done within the request.' );
		$this->feeds()->read_now( $feed->id, 'press again' );
		$this->feed_rounds()->run( self::ALL );
		$now = $this->feeds()->get( $feed->id );
		self::assertSame( array( '8', null, array() ), array( $this->column( 'on_hand' )['TEA'], $now->asked, $this->feeds()->due() ) );
		self::assertNull( $this->feeds()->read_now( $feed->id, 'press' )->asked, 'The same press that is sent again.' );
		self::assertSame( 1, $this->imports()->count() );
	}

	public function test_who_asks_while_it_is_read_has_it_read_again(): void {
		$this->write( "Code,Qty\nP-1,1\n" );
		$feed = $this->feed( 'file', 'wig-feeds/stock.csv' );
		$this->feeds()->read_now( $feed->id, 'first' );
		self::assertFalse( $this->feed_rounds()->run( 0.0 ) );
		self::assertNull( $this->feeds()->get( $feed->id )->asked, 'It is being read.' );
		$this->feeds()->read_now( $feed->id, 'second' );
		$this->clock->advance( 1 );
		while ( ! $this->feed_rounds()->run( 0.0 ) ) {
			continue;
		}
		self::assertSame( array( $feed->id ), $this->feeds()->due() );
		$this->feed_rounds()->run( self::ALL );
		self::assertSame( array( 2, array() ), array( $this->imports()->count(), $this->feeds()->due() ) );
	}

	public function test_who_asks_between_the_fetching_and_its_end_is_not_forgotten(): void {
		$feed = $this->feed( 'file', 'wig-feeds/stock.csv' );
		$seen = $this->feeds()->read_now( $feed->id, 'first' );
		$this->feeds()->turns->take( $feed->id, 'me' );
		$this->clock->advance( 1 );
		$this->feeds()->read_now( $feed->id, 'second' );
		$this->feeds()->answered( $seen, 'me' );
		self::assertEquals( $this->clock->now(), $this->feeds()->get( $feed->id )->asked );
		$this->feeds()->answered( $this->feeds()->get( $feed->id ), 'somebody else' );
		self::assertNotNull( $this->feeds()->get( $feed->id )->asked );
	}

	public function test_what_cannot_be_read_answers_who_asked_too(): void {
		$feed = $this->feed( 'file', 'wig-feeds/none.csv' );
		$this->feeds()->read_now( $feed->id, 'press' );
		$this->feed_rounds()->run( self::ALL );
		self::assertSame( array( null, 'wig_feed_unreadable wig-feeds/none.csv' ), array( $this->feeds()->get( $feed->id )->asked, $this->feeds()->get( $feed->id )->last_error ) );
	}
}
