<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Platform\Log;

/**
 * Sends reports by mail: those that are due when the minute job comes round, and one now when somebody asks. Who could
 * not be reached is kept with the row, for the screen.
 */
final class MailRounds {

	/** No further mail is begun after so many seconds: the job comes round again. */
	private const SECONDS = 10.0;

	public function __construct( private readonly ReportMails $mails, private readonly MailRows $rows, private readonly MailWords $words, private readonly Overview $overview ) {}

	/**
	 * @return int How many were begun.
	 */
	public function run(): int {
		$until = microtime( true ) + self::SECONDS;
		$begun = 0;
		try {
			while ( microtime( true ) < $until ) {
				$due = $this->mails->claim();
				if ( null === $due ) {
					break;
				}
				$this->send( $due['mail'], $due['day'] );
				++$begun;
			}
			if ( 0 < $begun ) {
				MailFile::tidy( time() );
			}
		} catch ( \Throwable $error ) {
			Log::error( 'Reports could not be sent by mail.', $error );
		}
		return $begun;
	}

	/**
	 * One now, as it would have gone out on the last of its days. The same key sends it once.
	 */
	public function send_now( ReportMail $mail, string $key ): void {
		if ( $this->mails->claim_now( $mail->id, $key ) ) {
			$this->send( $mail, $mail->last_until( $this->overview->calendar()->today() ) );
		}
	}

	private function send( ReportMail $mail, string $day ): void {
		$failed = array();
		$reason = '';
		$people = MailPeople::addresses( $mail );
		try {
			$this->overview->freshen();
			$period = $mail->period( $day );
			$title  = 'stock-guard-' . $mail->report . '-' . $period->to;
			$made   = array() === $people || MailFile::with(
				MailRows::columns( $mail->report ),
				$this->rows->all( $mail->report, $period ),
				$title,
				function ( array $files, int $count ) use ( $mail, $period, $people, &$failed, &$reason ): void {
					$figures = $this->words->figures( $mail, $period );
					foreach ( $people as $address => $user ) {
						$said = $this->hand_over( $address, $user, fn(): array => array( $this->words->subject( $mail, $period ), $this->words->text( $mail, $period, $figures, $count, array() !== $files ) ), $files );
						if ( null !== $said ) {
							$failed[] = $address;
							$reason   = $said;
						}
					}
				}
			);
			if ( array() === $people || ! $made ) {
				$failed = array_map( 'strval', array_keys( $people ) );
				$reason = $made ? 'nobody' : 'no_folder';
			}
		} catch ( \Throwable $error ) {
			Log::error( 'A report could not be sent by mail.', $error );
			$failed = array_map( 'strval', array_keys( $people ) );
			$reason = 'error';
		}
		$outcome = array() === $failed && '' === $reason ? ReportMail::SENT : ( count( $failed ) < count( $people ) ? ReportMail::PART : ReportMail::FAILED );
		$this->mails->ended( $mail->id, $outcome, $failed, $reason );
	}

	/**
	 * Each gets a mail of their own, so that nobody reads the others' addresses; people of this site in their language.
	 *
	 * @param \Closure(): array{string, string} $words Subject and text.
	 * @param array<string, string>             $files
	 * @return string|null Why it was not handed over; NULL where it was.
	 */
	private function hand_over( string $address, int $user, \Closure $words, array $files ): ?string {
		$why      = '';
		$listen   = static function ( mixed $error ) use ( &$why ): void {
			$why = $error instanceof \WP_Error ? $error->get_error_message() : '';
		};
		$switched = 0 < $user ? switch_to_user_locale( $user ) : switch_to_locale( get_locale() );
		add_action( 'wp_mail_failed', $listen );
		try {
			list( $subject, $text ) = $words();
			$sent                   = wp_mail( $address, $subject, $text, '', $files );
		} catch ( \Throwable $error ) {
			Log::error( 'A report could not be sent by mail.', $error );
			$sent = false;
			$why  = 'error';
		} finally {
			remove_action( 'wp_mail_failed', $listen );
			if ( $switched ) {
				restore_previous_locale();
			}
		}
		return $sent ? null : ( '' === $why ? 'refused' : $why );
	}
}
