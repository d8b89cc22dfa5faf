<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

/**
 * Reports by mail, as programs set them.
 */
final class ReportMailsTest extends RestTestCase {

	private const MAIL = array( 'report' => 'outs', 'every' => 'week', 'weekday' => 2, 'recipients' => array( 'anna@wig.test' ) );

	public function test_one_is_made_once_changed_sent_and_taken_away(): void {
		$made = $this->post( '/report-mails', self::MAIL, array( 'Idempotency-Key' => 'mail-1' ) );
		self::assertSame( array( 201, true, 'none', '"1"' ), array( $made->status, $made->at( 'active' ), $made->at( 'outcome' ), $made->headers['ETag'] ), $made->text );
		self::assertSame( 200, $this->post( '/report-mails', self::MAIL, array( 'Idempotency-Key' => 'mail-1' ) )->status );
		self::assertSame( '1', $this->get( '/report-mails' )->headers['X-WP-Total'] );
		$path = '/report-mails/' . $made->at( 'id' );
		self::assertSame( array( 'day', 'outs' ), array( $this->put( $path, array( 'every' => 'day' ), array( 'If-Match' => '"1"' ) )->at( 'every' ), $this->get( $path )->at( 'report' ) ) );
		self::assert_refused( 412, 'wig_stale_version', $this->put( $path, array( 'every' => 'month' ), array( 'If-Match' => '"1"' ) ) );
		$sent = 0;
		add_filter(
			'pre_wp_mail',
			static function () use ( &$sent ): bool {
				++$sent;
				return true;
			}
		);
		foreach ( array( 1, 2 ) as $time ) {
			$answer = $this->post( $path . '/send', array(), array( 'Idempotency-Key' => 'send-1' ) );
			self::assertSame( array( 200, 'sent', 1 ), array( $answer->status, $answer->at( 'outcome' ), $sent ), $answer->text );
		}
		self::assertSame( 200, $this->send( 'DELETE', $path )->status );
		self::assert_refused( 404, 'wig_not_found', $this->post( $path . '/send' ) );
		self::assertSame( 0, (int) $this->db->value( 'SELECT COUNT(*) FROM %i', $this->db->table( 'report_mail_users' ) ) );
	}

	public function test_users_are_named_and_what_can_be_sent_to_nobody_is_refused_by_its_place(): void {
		$me   = wp_get_current_user()->user_login;
		$made = $this->post( '/report-mails', array( 'recipients' => array( 'anna@wig.test', $me ) ) + self::MAIL );
		self::assertSame( array( $me, 'anna@wig.test' ), $made->at( 'recipients' ) );
		foreach ( array( "a@wig.test\nBcc: b@wig.test", "a@wig.test\r\n", 'a@wig.test,b@wig.test', 'nobody' ) as $hostile ) {
			self::assert_refused( 400, 'rest_invalid_param', $this->post( '/report-mails', array( 'recipients' => array( 'anna@wig.test', $hostile ) ) + self::MAIL ), 'recipients[1]' );
		}
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/report-mails', array( 'recipients' => array() ) + self::MAIL ), 'recipients' );
	}

	public function test_only_who_may_change_settings_sets_it(): void {
		$path = '/report-mails/' . $this->post( '/report-mails', self::MAIL )->at( 'id' );
		$this->sign_in( 'wig_stock_clerk' );
		foreach ( array( $this->get( '/report-mails' ), $this->get( $path ), $this->post( '/report-mails', self::MAIL ), $this->put( $path, array( 'active' => false ) ), $this->post( $path . '/send' ), $this->send( 'DELETE', $path ) ) as $answer ) {
			self::assertSame( 403, $answer->status, $answer->text );
		}
	}
}
