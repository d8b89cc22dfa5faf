<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;

/**
 * Which days have to be added up, the newest first: all since the first movement that nobody has added up since they
 * were over, and today. Where it stopped is in `shop_days`, so that it goes on wherever and whenever it is called.
 */
final class DailySums {

	/** A movement bears the time at which its transaction began, and is seen when that has ended. */
	private const OVERLAP_SECONDS = 600;

	/** Today is added up at once when it has at most so many movements; else once in so many seconds. */
	private const FEW     = 5_000;
	private const SECONDS = 60;

	/** The newest movement when this request last added up today: a page asks for several reports. */
	private ?int $seen = null;

	public function __construct( private readonly Db $db, private readonly Calendar $calendar, private readonly DayBook $book ) {}

	/**
	 * @param float $seconds How long it may take; the day that has begun is ended.
	 * @return bool Whether nothing is left to do.
	 */
	public function work( float $seconds ): bool {
		$until = microtime( true ) + $seconds;
		foreach ( $this->due() as $day ) {
			$this->book->add_up( $day );
			if ( microtime( true ) >= $until ) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Today, if anything has moved since it was added up: what a page asks for before it shows today.
	 */
	public function today(): void {
		$today  = $this->calendar->today();
		$summed = $this->summed_at( $today );
		if ( null !== $summed && ! $this->has_moved_since( $summed ) ) {
			return;
		}
		$newest = (int) $this->db->value( 'SELECT MAX( id ) FROM %i', $this->db->table( 'movements' ) );
		if ( null !== $summed && $newest === $this->seen ) {
			return;
		}
		if ( null !== $summed && $this->calendar->now()->getTimestamp() - $summed->getTimestamp() < self::SECONDS && ! $this->is_quiet( $today ) ) {
			return;
		}
		$this->book->add_up( $today );
		$this->seen = $newest;
	}

	/**
	 * Lines of days that are long over have come into the ledger: every day is due again.
	 */
	public function begin_anew(): void {
		$this->db->execute( "UPDATE %i SET summed_at = '2000-01-01 00:00:00'", $this->db->table( 'shop_days' ) );
	}

	/**
	 * The first day of which anything is known; null while nothing has moved.
	 */
	public function first_day(): ?string {
		$first = Clock::from_sql( $this->db->value( 'SELECT MIN( created_at ) FROM %i', $this->db->table( 'movements' ) ) );
		return null === $first ? null : $this->calendar->day_of( $first );
	}

	/**
	 * @return list<string> Newest first.
	 */
	public function due(): array {
		$first = $this->first_day();
		if ( null === $first ) {
			return array();
		}
		$today = $this->calendar->today();
		$first = max( $first, Calendar::shift( $today, 1 - Period::MOST_DAYS ) );
		$done  = array();
		foreach ( $this->db->rows( 'SELECT day, summed_at FROM %i WHERE day >= %s', $this->db->table( 'shop_days' ), $first ) as $row ) {
			$day    = substr( (string) $row['day'], 0, 10 );
			$summed = Clock::from_sql( $row['summed_at'] );
			if ( null !== $summed && $summed->getTimestamp() >= $this->calendar->begin_of( Calendar::shift( $day, 1 ) )->getTimestamp() + self::OVERLAP_SECONDS ) {
				$done[ $day ] = true;
			}
		}
		$due    = array_values( array_filter( array_reverse( Calendar::days( $first, $today ) ), static fn( string $day ): bool => ! isset( $done[ $day ] ) ) );
		$summed = $this->summed_at( $today );
		return null === $summed || $this->has_moved_since( $summed ) ? $due : array_values( array_diff( $due, array( $today ) ) );
	}

	private function summed_at( string $day ): ?\DateTimeImmutable {
		return Clock::from_sql( $this->db->value( 'SELECT summed_at FROM %i WHERE day = %s', $this->db->table( 'shop_days' ), $day ) );
	}

	private function has_moved_since( \DateTimeImmutable $time ): bool {
		return null !== $this->db->value( 'SELECT 1 FROM %i WHERE created_at >= %s LIMIT 1', $this->db->table( 'movements' ), Clock::sql( $time->modify( '-' . self::OVERLAP_SECONDS . ' seconds' ) ) );
	}

	private function is_quiet( string $day ): bool {
		return self::FEW > (int) $this->db->value(
			'SELECT COUNT(*) FROM ( SELECT 1 AS one FROM %i WHERE created_at >= %s LIMIT %d ) AS few',
			$this->db->table( 'movements' ),
			Clock::sql( $this->calendar->begin_of( $day ) ),
			self::FEW
		);
	}
}
