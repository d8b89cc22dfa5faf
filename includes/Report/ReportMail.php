<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Platform\Clock;

/**
 * A row of `report_mails`: a report that goes to some people on its days.
 */
final class ReportMail {

	/** As src/reports/logic/reports.ts names them. */
	public const REPORTS = array( 'stock', 'turnover', 'classes', 'ageing', 'dead', 'outs', 'shrinkage', 'reserved' );

	public const EVERY = array( 'day', 'week', 'month' );

	/** What became of the newest one: none yet; begun and not (yet) ended; for all; for some; for nobody. */
	public const NONE    = '';
	public const SENDING = 'sending';
	public const SENT    = 'sent';
	public const PART    = 'part';
	public const FAILED  = 'failed';

	/**
	 * @param string       $report  One of REPORTS.
	 * @param string       $every   One of EVERY: each day, each week on a weekday, each 1st of a month.
	 * @param int          $weekday 1 is Monday.
	 * @param list<string> $emails  Addresses.
	 * @param list<int>    $users   People of this site.
	 * @param string       $next_on A day of the shop's calendar.
	 * @param int          $version One more with each change by a person; 0 before it is kept.
	 * @param string       $outcome Of the newest one.
	 * @param string       $reason  Why it was not handed over, as the server said it.
	 * @param list<string> $failed  Addresses for which it was not handed over.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $report,
		public readonly string $every,
		public readonly int $weekday,
		public readonly array $emails,
		public readonly array $users,
		public readonly bool $active = true,
		public readonly string $next_on = '',
		public readonly int $version = 0,
		public readonly string $outcome = self::NONE,
		public readonly string $reason = '',
		public readonly array $failed = array(),
		public readonly ?\DateTimeImmutable $tried_at = null,
		public readonly ?\DateTimeImmutable $sent_at = null
	) {}

	/**
	 * @param array<string, string|null> $row
	 * @param list<int>                  $users
	 */
	public static function from_row( array $row, array $users ): self {
		return new self(
			(int) $row['id'],
			(string) $row['report'],
			(string) $row['every'],
			(int) $row['weekday'],
			self::texts( $row['emails'] ),
			$users,
			'1' === (string) $row['active'],
			substr( (string) $row['next_on'], 0, 10 ),
			(int) $row['version'],
			(string) $row['outcome'],
			(string) $row['reason'],
			self::texts( $row['failed'] ),
			Clock::from_sql( $row['tried_at'] ),
			Clock::from_sql( $row['sent_at'] )
		);
	}

	/**
	 * @return string The first of its days after a day.
	 */
	public function after( string $day ): string {
		do {
			$day = Calendar::shift( $day, 1 );
		} while ( ! $this->is_due_on( $day ) );
		return $day;
	}

	/**
	 * @return string The last of its days up to and including a day: what was missed before it is not made up for.
	 */
	public function last_until( string $day ): string {
		while ( ! $this->is_due_on( $day ) ) {
			$day = Calendar::shift( $day, -1 );
		}
		return $day;
	}

	/**
	 * @param string $day One of its days.
	 * @return Period What the mail of that day is about: the day before, the seven days before, or the month before.
	 */
	public function period( string $day ): Period {
		$last = Calendar::shift( $day, -1 );
		return match ( $this->every ) {
			'day'   => Period::ending( $last, 1 ),
			'week'  => Period::ending( $last, 7 ),
			default => Period::of( substr( $last, 0, 8 ) . '01', $last ),
		};
	}

	private function is_due_on( string $day ): bool {
		return match ( $this->every ) {
			'day'   => true,
			'week'  => (int) ( new \DateTimeImmutable( $day, new \DateTimeZone( 'UTC' ) ) )->format( 'N' ) === $this->weekday,
			default => str_ends_with( $day, '-01' ),
		};
	}

	/**
	 * @return list<string>
	 */
	private static function texts( ?string $json ): array {
		$list = json_decode( (string) $json, true );
		return array_values( array_filter( is_array( $list ) ? $list : array(), is_string( ... ) ) );
	}
}
