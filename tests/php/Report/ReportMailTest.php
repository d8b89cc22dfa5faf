<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Report;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Report\ItemFacts;
use WooInventoryGuard\Report\MailFile;
use WooInventoryGuard\Report\MailPeople;
use WooInventoryGuard\Report\MailRounds;
use WooInventoryGuard\Report\MailRows;
use WooInventoryGuard\Report\MailWords;
use WooInventoryGuard\Report\ReportMail;
use WooInventoryGuard\Report\ReportMails;
use WooInventoryGuard\Report\StaleReportMail;
use WooInventoryGuard\Report\StockOnDate;
use WooInventoryGuard\Stock\Requests;
use WooInventoryGuard\Tests\Support\Rival;

/**
 * Reports by mail: on their days, once each, and what becomes of them is kept.
 */
final class ReportMailTest extends ReportTestCase {

	/** What comes between reading that one is due and taking it. */
	private const BETWEEN = '/^SELECT mail_id, user_id/';

	private ReportMails $mails;

	private MailRounds $mailing;

	/** @var list<array{to: string, subject: string, text: string, files: array<string, string>}> Files by name: what was in them. */
	private array $sent = array();

	/** @var list<string> Addresses that cannot be reached. */
	private array $dead = array();

	protected function setUp(): void {
		parent::setUp();
		Access::install();
		$this->mails   = new ReportMails( $this->db, $this->calendar, $this->engine->requests );
		$this->mailing = $this->mailing_of( $this->mails );
		remove_all_filters( 'pre_wp_mail' );
		add_filter(
			'pre_wp_mail',
			function ( mixed $sent, array $mail ): bool {
				if ( in_array( $mail['to'], $this->dead, true ) ) {
					do_action( 'wp_mail_failed', new \WP_Error( 'wp_mail_failed', 'No such mailbox' ) );
					return false;
				}
				$this->sent[] = array(
					'to'      => $mail['to'],
					'subject' => $mail['subject'],
					'text'    => $mail['message'],
					'files'   => array_map( static fn ( string $path ): string => (string) file_get_contents( $path ), (array) $mail['attachments'] ),
				);
				return true;
			},
			10,
			2
		);
	}

	private function mailing_of( ReportMails $mails ): MailRounds {
		$stock = new StockOnDate( $this->db );
		return new MailRounds( $mails, new MailRows( $stock, new ItemFacts( $this->db, $this->calendar, $stock ), $this->calendar ), new MailWords( $this->overview, static fn (): string => 'EUR' ), $this->overview );
	}

	/**
	 * @param list<string> $emails
	 */
	private function mail( string $every, string $report = 'stock', int $weekday = 1, array $emails = array( 'owner@wig.test' ) ): int {
		return (int) $this->mails->create( new ReportMail( 0, $report, $every, $weekday, $emails, array() ), $this->key() )['mail']?->id;
	}

	private function at( string $utc ): void {
		$this->clock->advance( ( new \DateTimeImmutable( $utc, new \DateTimeZone( 'UTC' ) ) )->getTimestamp() - $this->clock->now()->getTimestamp() );
	}

	public function test_its_days_and_what_they_are_about(): void {
		$about = static function ( string $every, string $day, int $weekday = 3 ): array {
			$mail   = new ReportMail( 1, 'stock', $every, $weekday, array(), array() );
			$period = $mail->period( $mail->last_until( $day ) );
			return array( $mail->after( $day ), $period->from, $period->to );
		};
		self::assertSame( array( '2026-03-03', '2026-03-01', '2026-03-01' ), $about( 'day', '2026-03-02' ) );
		self::assertSame( array( '2026-03-04', '2026-02-18', '2026-02-24' ), $about( 'week', '2026-03-02' ), 'A Monday: Wednesday comes next, and the last was on the 25th.' );
		self::assertSame( array( '2026-03-11', '2026-02-25', '2026-03-03' ), $about( 'week', '2026-03-04' ) );
		self::assertSame( array( '2026-04-01', '2026-02-01', '2026-02-28' ), $about( 'month', '2026-03-31' ) );
		self::assertSame( array( '2027-01-01', '2026-11-01', '2026-11-30' ), $about( 'month', '2026-12-31' ) );
		self::assertSame( array( '2028-03-01', '2028-01-01', '2028-01-31' ), $about( 'month', '2028-02-29' ) );
	}

	public function test_it_goes_out_from_six_in_the_morning_on_the_clock_of_the_shop_also_when_that_is_changed(): void {
		update_option( 'timezone_string', 'Europe/Berlin' );
		$this->at( '2026-03-27 12:00:00' );
		$this->mail( 'day' );
		// 28 March: winter time, six is 5 UTC. 29 March: summer time begins, six is 4 UTC. 25 October: it ends.
		foreach ( array( array( '2026-03-28 04:59:59', 0 ), array( '2026-03-28 05:00:00', 1 ), array( '2026-03-29 03:59:59', 0 ), array( '2026-03-29 04:00:00', 1 ), array( '2026-03-29 04:01:00', 0 ), array( '2026-10-25 04:59:00', 1 ), array( '2026-10-25 05:00:00', 1 ), array( '2026-10-25 22:59:59', 0 ), array( '2026-10-25 23:00:00', 0 ) ) as list( $time, $mails ) ) {
			$this->at( $time );
			self::assertSame( $mails, $this->mailing->run(), $time );
		}
		update_option( 'timezone_string', 'Pacific/Auckland' );
		$this->at( '2026-10-26 16:59:59' );
		self::assertSame( 1, $this->mailing->run(), 'The 26th, which no clock of the shop had seen at six.' );
		$this->at( '2026-10-26 17:00:00' );
		self::assertSame( 1, $this->mailing->run(), 'Six o’clock on the 27th.' );
	}

	public function test_days_that_nobody_was_there_for_are_not_made_up_for(): void {
		$id = $this->mail( 'week', 'outs', 4 );
		$this->at( '2026-03-21 12:00:00' );
		self::assertSame( array( 1, 0 ), array( $this->mailing->run(), $this->mailing->run() ) );
		self::assertStringContainsString( 'from=2026-03-12&to=2026-03-18', $this->sent[0]['text'] );
		self::assertSame( '2026-03-26', $this->mails->find( $id )?->next_on );
	}

	public function test_of_two_runners_at_once_one_sends(): void {
		$this->mail( 'day' );
		$this->at( '2026-03-03 09:00:00' );
		$theirs = new ReportMails( $this->rival_db(), $this->calendar, new Requests( $this->rival_db(), $this->clock ) );
		$rival  = Rival::comes( fn () => $this->mailing_of( $theirs )->run(), self::BETWEEN );
		self::assertSame( 0, $this->mailing->run() );
		self::assertSame( 1, $rival->acted() );
		self::assertCount( 1, $this->sent );
	}

	public function test_what_is_changed_while_it_is_due_is_sent_as_it_is_then(): void {
		$id = $this->mail( 'day' );
		$this->at( '2026-03-03 09:00:00' );
		$rival = Rival::comes( fn () => ( new ReportMails( $this->rival_db(), $this->calendar, $this->engine->requests ) )->change( $id, static fn ( ReportMail $mail ): ReportMail => new ReportMail( $mail->id, $mail->report, $mail->every, $mail->weekday, array( 'new@wig.test' ), array() ) ), self::BETWEEN );
		$this->mailing->run();
		$this->mailing->run();
		self::assertSame( 1, $rival->acted() );
		self::assertSame( array( 'new@wig.test' ), array_column( $this->sent, 'to' ) );
	}

	public function test_saving_a_form_from_before_it_went_out_does_not_send_it_again(): void {
		$id   = $this->mail( 'day' );
		$mail = $this->mails->find( $id );
		$this->at( '2026-03-03 09:00:00' );
		$this->mailing->run();
		$now = $this->mails->change( $id, static fn ( ReportMail $was ): ReportMail => new ReportMail( $was->id, 'dead', $was->every, $was->weekday, $was->emails, array() ), $mail?->version );
		self::assertSame( array( '2026-03-04', 'dead', 0 ), array( $now?->next_on, $now?->report, $this->mailing->run() ) );
		$this->expectException( StaleReportMail::class );
		$this->mails->change( $id, static fn ( ReportMail $was ): ReportMail => $was, $mail?->version );
	}

	public function test_who_cannot_be_reached_is_kept_and_the_others_get_it(): void {
		$id         = $this->mail( 'day', 'stock', 1, array( 'owner@wig.test', 'gone@wig.test' ) );
		$this->dead = array( 'gone@wig.test' );
		$this->at( '2026-03-03 09:00:00' );
		$this->mailing->run();
		$mail = $this->mails->find( $id );
		self::assertSame( array( 'part', array( 'gone@wig.test' ), 'No such mailbox' ), array( $mail?->outcome, $mail?->failed, $mail?->reason ) );
		self::assertSame( array( 'owner@wig.test' ), array_column( $this->sent, 'to' ) );
		$this->dead[] = 'owner@wig.test';
		$this->at( '2026-03-04 09:00:00' );
		$this->mailing->run();
		self::assertSame( array( 'failed', '2026-03-03' ), array( $this->mails->find( $id )?->outcome, $this->mails->find( $id )?->sent_at?->format( 'Y-m-d' ) ) );
		$this->dead = array();
		$this->mailing->send_now( $this->mails->find( $id ) ?? self::fail(), 'again' );
		$this->mailing->send_now( $this->mails->find( $id ) ?? self::fail(), 'again' );
		$mail = $this->mails->find( $id );
		self::assertSame( array( 'sent', array(), '', 3 ), array( $mail?->outcome, $mail?->failed, $mail?->reason, count( $this->sent ) ), 'Twice with one key is as once.' );
	}

	public function test_people_get_it_as_long_as_they_may_see_the_inventory(): void {
		$id    = wp_insert_user( array( 'user_login' => 'li.na', 'user_pass' => 'x', 'user_email' => 'li@wig.test', 'role' => Access::CLERK ) );
		$buyer = wp_insert_user( array( 'user_login' => 'buyer', 'user_pass' => 'x', 'user_email' => 'buyer@wig.test', 'role' => 'subscriber' ) );
		self::assertIsInt( $id );
		self::assertSame( array( 'emails' => array( 'A@wig.test' ), 'users' => array( $id ) ), MailPeople::read( array( 'li.na', 'A@wig.test', 'li.na' ) ) );
		foreach ( array( 'buyer', 'nobody', '', 7, "a@wig.test\nBcc: b@wig.test", "a@wig.test\r\n", "a@wig.test\0", 'a@wig.test, b@wig.test', 'A <a@wig.test>', "li.na\n" ) as $hostile ) {
			self::assertSame( 1, MailPeople::read( array( 'li.na', $hostile ) ), (string) $hostile );
		}
		$mail = new ReportMail( 1, 'stock', 'day', 1, array( 'LI@wig.test', 'a@wig.test' ), array( $id, 999_999 ) );
		self::assertSame( array( 'li@wig.test' => $id, 'a@wig.test' => 0 ), MailPeople::addresses( $mail ) );
		( new \WP_User( $id ) )->set_role( 'subscriber' );
		self::assertSame( array( 'LI@wig.test' => 0, 'a@wig.test' => 0 ), MailPeople::addresses( $mail ) );
		require_once ABSPATH . 'wp-admin/includes/user.php';
		wp_delete_user( $id );
		wp_delete_user( (int) $buyer );
	}

	public function test_an_address_that_is_to_be_forgotten_is_taken_out(): void {
		$both = $this->mail( 'day', 'stock', 1, array( 'Anna@wig.test', 'owner@wig.test' ) );
		$one  = $this->mail( 'day', 'dead', 1, array( 'anna@wig.test' ) );
		$this->mails->ended( $both, ReportMail::PART, array( 'Anna@wig.test' ), 'No such mailbox' );
		self::assertSame( array( 2, 0 ), array( $this->mails->forget( 'anna@WIG.test' ), $this->mails->forget( 'anna@wig.test' ) ) );
		self::assertSame( array( array( 'owner@wig.test' ), array(), true ), array( $this->mails->find( $both )?->emails, $this->mails->find( $both )?->failed, $this->mails->find( $both )?->active ) );
		self::assertSame( array( array(), false ), array( $this->mails->find( $one )?->emails, $this->mails->find( $one )?->active ) );
	}

	public function test_the_mail_has_figures_a_link_and_a_table_that_no_spreadsheet_runs(): void {
		update_option( 'timezone_string', 'UTC' );
		$this->four_days();
		$this->days->work( 60 );
		global $wpdb;
		$wpdb->update( $this->db->table( 'items' ), array( 'name' => '=HYPERLINK("x"), ta', 'average_cost' => '4.5' ), array( 'id' => $this->tea ) );
		$this->mailing->send_now( $this->mails->find( $this->mail( 'day', 'stock' ) ) ?? self::fail(), 'a' );
		$this->mailing->send_now( $this->mails->find( $this->mail( 'month', 'reserved' ) ) ?? self::fail(), 'b' );
		list( $stock, $none ) = $this->sent;
		self::assertStringContainsString( 'Stock on a date: March 5, 2026', $stock['subject'] );
		foreach ( array( 'Units on hand: 24', 'Worth at cost: 120.00 EUR', 'Worth at average cost: 108.00 EUR', 'Attached: 1 item', '&path=/reports&day=2026-03-05' ) as $words ) {
			self::assertStringContainsString( $words, $stock['text'] );
		}
		$lines = explode( "\r\n", $stock['files']['stock-guard-stock-2026-03-05.csv'] );
		self::assertSame( "\u{feff}Item,SKU,Category,On hand,Unit cost,Average cost,Price,At cost,At average cost,At selling prices", $lines[0] );
		self::assertSame( '"\'=HYPERLINK(""x""), ta"', substr( $lines[1], 0, 24 ) );
		self::assertStringEndsWith( ',24,5,4.5,10,120,108,240', $lines[1] );
		self::assertSame( array( 3, '' ), array( count( $lines ), $lines[2] ), 'The cup, of which there is none, is not in it.' );
		self::assertStringContainsString( 'report=reserved&from=2026-02-01&to=2026-02-28', $none['text'] );
		self::assertSame( array(), glob( get_temp_dir() . 'wig-report-*' ) );
	}

	public function test_the_age_of_the_stock_is_in_the_table(): void {
		$this->four_days();
		$this->clock->advance( 31 * 86_400 );
		$this->days->work( 60 );
		$this->mailing->send_now( $this->mails->find( $this->mail( 'day', 'ageing' ) ) ?? self::fail(), 'now' );
		$lines = explode( "\r\n", (string) reset( $this->sent[0]['files'] ) );
		self::assertStringContainsString( 'On hand,0–30 days,31–90 days,91–180 days,181–365 days,Over 365 days,Last received', $lines[0] );
		// Ten of the 5th, 31 days ago on 5 April, and 14 of the first count before; the cup is sold out.
		self::assertStringContainsString( ',24,0,24,0,0,0,2026-03-05,', $lines[1] );
		self::assertSame( '', $lines[2] );
	}

	public function test_cells_are_as_the_browser_writes_them(): void {
		self::assertSame( "'=1+1,-5,\"'-5 \",'@a,\"a,b\",'\tx,\"'\u{ff1d}1\r\n\",12.5,\r\n", MailFile::line( array( '=1+1', '-5', '-5 ', '@a', 'a,b', "\tx", "\u{ff1d}1\r\n", 12.5, null ) ) );
	}

	public function test_a_large_table_is_packed_and_costs_no_memory_for_what_is_in_it(): void {
		$rows = static function (): \Generator {
			for ( $row = 0; $row < 100_000; $row++ ) {
				yield array( 'name' => 'Part ' . $row . str_repeat( ' of a tea set', 4 ), 'sku' => md5( (string) $row ) );
			}
		};
		memory_reset_peak_usage();
		$before = memory_get_usage();
		$found  = array();
		MailFile::with(
			array( 'name' => 'Item', 'sku' => 'SKU' ),
			$rows(),
			'report',
			static function ( array $files, int $count ) use ( &$found ): void {
				$found = array( array_keys( $files ), $count, array_sum( array_map( 'filesize', $files ) ) < 4_000_000 );
			}
		);
		self::assertSame( array( array( 'report.zip' ), 100_000, true ), $found );
		self::assertLessThan( 8_000_000, memory_get_peak_usage() - $before );
		self::assertSame( array(), glob( get_temp_dir() . 'wig-report-*' ) );
	}
}
