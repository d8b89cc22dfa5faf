<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Alert;

use WooInventoryGuard\Alert\Outbox;
use WooInventoryGuard\Report\LastCheck;

/**
 * One mail for many alerts, to those who want them, and again when it could not be handed over.
 */
final class MailTest extends AlertTestCase {

	public function test_fifty_items_that_run_low_are_one_mail(): void {
		for ( $i = 0; $i < 60; $i++ ) {
			$this->move( $this->item( 9, array( 'low_at' => 5 ) ), -5 );
		}
		$this->minutes_pass( 14 );
		self::assertSame( array(), $this->mails, 'They are gathered first.' );
		$this->minutes_pass( 6 );
		self::assertCount( 1, $this->mails );
		self::assertSame( 'owner@wig.test', $this->mails[0]['to'] );
		self::assertStringContainsString( 'Low in stock: 60', $this->mails[0]['subject'] );
		self::assertSame( 50, substr_count( $this->mails[0]['text'], 'is low: 4 left' ) );
		self::assertStringContainsString( 'and 10 more', $this->mails[0]['text'] );
		self::assertStringContainsString( 'https://shop.test/stock', $this->mails[0]['text'] );
	}

	public function test_a_window_of_nothing_sends_with_the_next_run(): void {
		$this->minutes = 0;
		$this->move( $this->item( 9, array( 'low_at' => 5 ) ), -5 );
		$this->rounds->run();
		self::assertCount( 1, $this->mails );
	}

	public function test_people_hear_of_their_kinds_and_categories(): void {
		$this->people = array(
			array( 'email' => 'all@wig.test' ),
			array( 'email' => 'tea@wig.test', 'categories' => array( 'tea' ) ),
			array( 'email' => 'out@wig.test', 'kinds' => array( 'out' ) ),
			array( 'email' => 'ALL@wig.test' ),
			array( 'email' => 'no address' ),
		);
		$tea = $this->item( 9, array( 'low_at' => 5, 'category' => 'Tea', 'name' => 'Sencha' ) );
		$cup = $this->item( 9, array( 'low_at' => 5, 'category' => 'Cups', 'name' => 'Gaiwan' ) );
		$this->move( $tea, -5 );
		$this->move( $cup, -9 );
		$this->minutes_pass( 16 );
		$told = array();
		foreach ( $this->mails as $mail ) {
			$told[ strtolower( $mail['to'] ) ] = array( str_contains( $mail['text'], 'Sencha' ), str_contains( $mail['text'], 'Gaiwan' ) );
		}
		ksort( $told );
		self::assertSame( array( 'all@wig.test' => array( true, true ), 'out@wig.test' => array( false, true ), 'tea@wig.test' => array( true, false ) ), $told );
		self::assertCount( 3, $this->mails );
	}

	public function test_a_mail_that_fails_is_sent_again_later_and_to_nobody_twice(): void {
		$this->move( $this->item( 9, array( 'low_at' => 5 ) ), -9 );
		$this->mail_works = false;
		$this->minutes_pass( 15 );
		$this->mail_works = true;
		$this->rounds->run();
		self::assertSame( array(), $this->mails, 'Not at once.' );
		$this->minutes_pass( 3 );
		self::assertCount( 1, $this->mails );
		$this->minutes_pass( 30 );
		self::assertCount( 1, $this->mails );
	}

	public function test_a_mail_that_nobody_takes_is_given_up_in_the_end(): void {
		$this->outbox->add( Outbox::MAIL, 'a@wig.test', 'digest', 'e', '{"alerts":[1]}' );
		for ( $try = 1; $try <= 12; $try++ ) {
			$message = $this->outbox->claim( Outbox::MAIL );
			self::assertSame( $try, $message?->attempt );
			self::assertNull( $this->outbox->claim( Outbox::MAIL ), 'It is claimed.' );
			$this->outbox->failed( $message, 'no' );
			$this->clock->advance( 86_400 );
		}
		self::assertNull( $this->outbox->claim( Outbox::MAIL ) );
		self::assertSame( 'given_up', $this->db->value( 'SELECT state FROM %i', $this->db->table( 'outbox' ) ) );
	}

	public function test_a_claimant_that_died_leaves_the_message_to_the_next(): void {
		$this->outbox->add( Outbox::MAIL, 'a@wig.test', 'digest', 'e', '{"alerts":[1]}' );
		$first = $this->outbox->claim( Outbox::MAIL );
		$this->clock->advance( 400 );
		$second = $this->outbox->claim( Outbox::MAIL );
		self::assertSame( array( 1, 2 ), array( $first?->attempt, $second?->attempt ) );
		$this->outbox->failed( $first, 'late' );
		self::assertNull( $this->outbox->claim( Outbox::MAIL ), 'The first no longer speaks for it.' );
	}

	public function test_of_two_who_claim_at_once_one_gets_it(): void {
		$this->outbox->add( Outbox::MAIL, 'a@wig.test', 'digest', 'e', '{"alerts":[1]}' );
		$got = null;
		\WooInventoryGuard\Tests\Support\Rival::comes(
			function () use ( &$got ): void {
				$got = ( new Outbox( $this->rival_db(), $this->clock ) )->claim( Outbox::MAIL );
			},
			'/SET attempts = attempts/'
		);
		self::assertNull( $this->outbox->claim( Outbox::MAIL ) );
		self::assertSame( 1, $got?->attempt );
	}

	public function test_of_two_digests_at_once_one_has_the_alert(): void {
		$this->move( $this->item( 9, array( 'low_at' => 5 ) ), -9 );
		$this->clock->advance( 1000 );
		$rival = $this->rival( fn () => ( new \WooInventoryGuard\Alert\Alerts( $this->rival_db(), $this->clock ) )->take_waiting( 'rival', 10 ) );
		$this->rounds->run();
		self::assertSame( 1, $rival->acted() );
		self::assertSame( array(), $this->mails );
	}

	public function test_a_paid_order_that_cannot_be_had_waits_for_no_digest_and_is_one_mail(): void {
		$tea = $this->item( 9, array( 'name' => 'Sencha' ) );
		do_action( 'woo_inventory_guard_paid_late', 77, false );
		do_action( 'woo_inventory_guard_paid_short', 77, array( array( 'item_id' => $tea, 'line_id' => 5, 'missing' => '2' ) ) );
		do_action( 'woo_inventory_guard_paid_short', 77, array( array( 'item_id' => $tea, 'line_id' => 5, 'missing' => '2' ) ) );
		$this->minutes_pass( 1 );
		self::assertCount( 1, $this->mails );
		self::assertStringContainsString( 'Order #77 is paid, but out of stock: 2 × Sencha', $this->mails[0]['text'] );
		$this->minutes_pass( 20 );
		self::assertCount( 1, $this->mails );
		self::assertSame( array( 'paid_short 77' ), $this->open() );
	}

	public function test_what_somebody_has_seen_to_is_not_mailed_any_more(): void {
		$this->move( $this->item( 9, array( 'low_at' => 5 ) ), -9 );
		self::assertTrue( $this->alerts->handle( 1 + (int) $this->db->value( 'SELECT MIN( id ) - 1 FROM %i', $this->db->table( 'alerts' ) ), 3 ) );
		$this->minutes_pass( 20 );
		self::assertSame( array(), $this->mails );
	}

	public function test_late_payments_and_backorders_are_told_in_the_digest(): void {
		$tea = $this->item( 9, array( 'name' => 'Sencha' ) );
		do_action( 'woo_inventory_guard_paid_late', 78, true );
		do_action( 'woo_inventory_guard_backordered', 79, $tea, '3' );
		do_action( 'woo_inventory_guard_backordered', 79, $tea, '3' );
		$this->minutes_pass( 16 );
		self::assertCount( 1, $this->mails );
		self::assertStringContainsString( 'Order #78 was paid after its hold had run out', $this->mails[0]['text'] );
		self::assertSame( 1, substr_count( $this->mails[0]['text'], 'Sencha: 3 on backorder in Order #79' ) );
		self::assertSame( array(), $this->open() );
	}

	public function test_books_that_do_not_agree_are_told_once_a_day_at_most(): void {
		$tea = $this->item( 9 );
		$this->db->execute( 'UPDATE %i SET on_hand = 8 WHERE item_id = %d', $this->db->table( 'levels' ), $tea );
		$this->minutes_pass( 20 );
		self::assertCount( 1, $this->mails );
		self::assertMatchesRegularExpression( '/\d stock records? do(es)? not agree/', $this->mails[0]['subject'] );
		self::assertGreaterThan( 0, ( new LastCheck( $this->clock ) )->last()['problems'] ?? null );
		$this->clock->advance( 86_400 );
		$this->minutes_pass( 20 );
		self::assertCount( 1, $this->mails, 'As long as it is known nobody is told again.' );
		$this->db->execute( 'UPDATE %i SET on_hand = 9 WHERE item_id = %d', $this->db->table( 'levels' ), $tea );
		$this->clock->advance( 86_400 );
		$this->minutes_pass( 1 );
		self::assertSame( array(), $this->open(), 'They agree again.' );
		self::assertSame( 0, ( new LastCheck( $this->clock ) )->last()['problems'] ?? null, 'The dashboard says so.' );
		delete_option( LastCheck::OPTION );
	}
}
