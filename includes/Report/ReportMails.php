<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Error\KeyReused;
use WooInventoryGuard\Stock\Requests;

/**
 * The rows of `report_mails`: what people set, which one is due, and what became of it.
 */
final class ReportMails {

	/** Mails of a day go out from this hour on, on the shop's clock: its books of the day before are closed by then. */
	public const HOUR = 6;

	/** A writer that names no version tries so often to be the one whose change counts. */
	private const TURNS = 5;

	public function __construct( private readonly Db $db, private readonly Calendar $calendar, private readonly Requests $requests ) {}

	public function find( int $id ): ?ReportMail {
		return $this->read( $this->db->rows( 'SELECT * FROM %i WHERE id = %d' . $this->db->newest(), $this->table(), $id ) )[0] ?? null;
	}

	/**
	 * @return list<ReportMail>
	 */
	public function page( int $size, int $offset ): array {
		return $this->read( $this->db->rows( 'SELECT * FROM %i ORDER BY id LIMIT %d OFFSET %d', $this->table(), $size, $offset ) );
	}

	public function count(): int {
		return (int) $this->db->value( 'SELECT COUNT(*) FROM %i', $this->table() );
	}

	/**
	 * @param string $key The same key makes it once.
	 * @return array{mail: ReportMail|null, replayed: bool} NULL where it has been deleted since.
	 * @throws KeyReused
	 */
	public function create( ReportMail $mail, string $key ): array {
		$result = $this->requests->once(
			$key,
			Requests::fingerprint( 'report-mail', array( $mail->report, $mail->every, $mail->weekday, $mail->active, $mail->emails, $mail->users ) ),
			function () use ( $mail ): array {
				$this->db->execute(
					'INSERT INTO %i (report, every, weekday, active, emails, next_on, created_at) VALUES (%s, %s, %d, %d, %s, %s, %s)',
					$this->table(),
					...array( ...self::values( $mail ), $mail->after( $this->calendar->today() ), Clock::sql( $this->calendar->now() ) )
				);
				$id = $this->db->insert_id();
				$this->name_users( $id, $mail->users );
				return array( 'id' => $id );
			}
		);
		$id     = $result['answer']['id'] ?? 0;
		return array(
			'mail'     => $this->find( is_int( $id ) ? $id : 0 ),
			'replayed' => $result['replayed'],
		);
	}

	/**
	 * Writes only over what the change was made from; where somebody was faster the change is made anew from what they
	 * left, unless the writer named the version that it is for. Its next day stays as long as its days do: a mail that
	 * goes out meanwhile has moved it on, and is not sent again. (It stands first: MySQL sets columns from left to right.)
	 *
	 * @param \Closure(ReportMail): ReportMail $change
	 * @return ReportMail|null NULL where there is none.
	 * @throws StaleReportMail
	 */
	public function change( int $id, \Closure $change, ?int $version = null ): ?ReportMail {
		$now = $this->find( $id );
		for ( $turn = 1; null !== $now; $turn++ ) {
			if ( $turn > self::TURNS || ( null !== $version && $version !== $now->version ) ) {
				throw new StaleReportMail( $now->version );
			}
			$new     = $change( $now );
			$written = $this->db->transaction(
				function () use ( $id, $now, $new ): bool {
					$done = $this->db->execute(
						'UPDATE %i SET next_on = CASE WHEN every = %s AND weekday = %d AND active = 1 THEN next_on ELSE %s END,
							report = %s, every = %s, weekday = %d, active = %d, emails = %s, version = version + 1 WHERE id = %d AND version = %d',
						$this->table(),
						...array( $new->every, $new->weekday, $new->after( $this->calendar->today() ), ...self::values( $new ), $id, $now->version )
					);
					if ( 1 === $done ) {
						$this->db->execute( 'DELETE FROM %i WHERE mail_id = %d', $this->users(), $id );
						$this->name_users( $id, $new->users );
					}
					return 1 === $done;
				}
			);
			$now     = $this->find( $id );
			if ( $written ) {
				return $now;
			}
		}
		return null;
	}

	public function delete( int $id ): void {
		$this->db->transaction(
			function () use ( $id ): void {
				$this->db->execute( 'DELETE FROM %i WHERE id = %d', $this->table(), $id );
				$this->db->execute( 'DELETE FROM %i WHERE mail_id = %d', $this->users(), $id );
			}
		);
	}

	/**
	 * Takes one that is due, and moves it on to its next day: of several runners who come at once, one changes the row
	 * and sends. So a mail goes out at most once a period. A runner that is killed before it has sent loses that mail:
	 * the row says "sending" ever after, which the screen shows, and a person can send it by hand.
	 *
	 * @return array{mail: ReportMail, day: string}|null The day that it is for; NULL where nothing is due.
	 */
	public function claim(): ?array {
		$today = $this->due_day();
		foreach ( $this->read( $this->db->rows( 'SELECT * FROM %i WHERE active = 1 AND next_on <= %s ORDER BY next_on, id LIMIT 20', $this->table(), $today ) ) as $mail ) {
			$claimed = $this->db->execute(
				'UPDATE %i SET next_on = %s, outcome = %s, tried_at = %s WHERE id = %d AND active = 1 AND next_on = %s AND version = %d',
				$this->table(),
				$mail->after( $today ),
				ReportMail::SENDING,
				Clock::sql( $this->calendar->now() ),
				$mail->id,
				$mail->next_on,
				$mail->version
			);
			if ( 1 === $claimed ) {
				return array(
					'mail' => $mail,
					'day'  => $mail->last_until( $today ),
				);
			}
		}
		return null;
	}

	/**
	 * Whether this call is the one that sends it by hand: a request that comes twice sends once.
	 *
	 * @throws KeyReused
	 */
	public function claim_now( int $id, string $key ): bool {
		$result = $this->requests->once(
			$key,
			Requests::fingerprint( 'report-mail-send', array( $id ) ),
			fn(): array => array( 'begun' => $this->db->execute( 'UPDATE %i SET outcome = %s, tried_at = %s WHERE id = %d', $this->table(), ReportMail::SENDING, Clock::sql( $this->calendar->now() ), $id ) )
		);
		return ! $result['replayed'];
	}

	/**
	 * Keeps what became of it.
	 *
	 * @param list<string> $failed Addresses for which it was not handed over.
	 */
	public function ended( int $id, string $outcome, array $failed, string $reason ): void {
		$this->db->execute( 'UPDATE %i SET outcome = %s, failed = %s, reason = %s WHERE id = %d', $this->table(), $outcome, (string) wp_json_encode( $failed ), mb_substr( $reason, 0, 255 ), $id );
		if ( ReportMail::FAILED !== $outcome ) {
			$this->db->execute( 'UPDATE %i SET sent_at = %s WHERE id = %d', $this->table(), Clock::sql( $this->calendar->now() ), $id );
		}
	}

	/**
	 * Takes an address away wherever somebody wrote it. A mail that is left with nobody is switched off.
	 *
	 * @return int In how many mails it was.
	 */
	public function forget( string $email ): int {
		$is_it = static fn( string $one ): bool => mb_strtolower( $one ) === mb_strtolower( $email );
		$found = 0;
		foreach ( $this->read( $this->db->rows( 'SELECT * FROM %i ORDER BY id', $this->table() ) ) as $mail ) {
			$failed = array_filter( $mail->failed, $is_it );
			if ( array() !== $failed ) {
				$this->db->execute( "UPDATE %i SET failed = '[]' WHERE id = %d", $this->table(), $mail->id );
			}
			if ( array() !== array_filter( $mail->emails, $is_it ) ) {
				$this->change(
					$mail->id,
					static function ( ReportMail $now ) use ( $is_it ): ReportMail {
						$left = array_values( array_filter( $now->emails, static fn( string $one ): bool => ! $is_it( $one ) ) );
						return new ReportMail( $now->id, $now->report, $now->every, $now->weekday, $left, $now->users, $now->active && array() !== array( ...$left, ...$now->users ) );
					}
				);
				++$found;
			} elseif ( array() !== $failed ) {
				++$found;
			}
		}
		return $found;
	}

	/**
	 * Before HOUR, what is due is what was due the day before.
	 */
	private function due_day(): string {
		$hour = (int) $this->calendar->now()->setTimezone( wp_timezone() )->format( 'G' );
		return Calendar::shift( $this->calendar->today(), $hour < self::HOUR ? -1 : 0 );
	}

	/**
	 * @return array{string, string, int, int, string} Report, how often, weekday, on, addresses.
	 */
	private static function values( ReportMail $mail ): array {
		return array( $mail->report, $mail->every, $mail->weekday, $mail->active ? 1 : 0, (string) wp_json_encode( $mail->emails ) );
	}

	/**
	 * @param list<int> $users
	 */
	private function name_users( int $id, array $users ): void {
		foreach ( array_unique( $users ) as $user ) {
			$this->db->execute( 'INSERT INTO %i (mail_id, user_id) VALUES (%d, %d)', $this->users(), $id, $user );
		}
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return list<ReportMail>
	 */
	private function read( array $rows ): array {
		$ids   = array_map( static fn( array $row ): int => (int) $row['id'], $rows );
		$named = array() === $ids ? array() : $this->db->rows( 'SELECT mail_id, user_id FROM %i WHERE mail_id IN (' . $this->db->marks( $ids ) . ') ORDER BY mail_id, user_id', $this->users(), ...$ids );
		$users = array();
		foreach ( $named as $row ) {
			$users[ (int) $row['mail_id'] ][] = (int) $row['user_id'];
		}
		return array_map( static fn( array $row ): ReportMail => ReportMail::from_row( $row, $users[ (int) $row['id'] ] ?? array() ), $rows );
	}

	private function table(): string {
		return $this->db->table( 'report_mails' );
	}

	private function users(): string {
		return $this->db->table( 'report_mail_users' );
	}
}
