<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Listing;

use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\StockStatus;

/**
 * How many items there are of each status. The list that is shown is counted exactly up to 10,000, and so are short ones
 * beside it; the rest is from a count at most a minute old, because counting a million rows takes longer than everything
 * else on the page.
 *
 * That count is renewed after the answer to a list has gone out, and by a job, so that a request has to wait for it only
 * where nobody looked for more than a minute.
 */
final class Counts {

	public const OPTION = 'woo_inventory_guard_item_counts';

	/** The list that is shown is counted at once up to here, and all of a shop whose ids end here. */
	private const EXACT_UP_TO = 10_000;

	/** Rows of the other lists that are counted at once, the shortest lists first. */
	private const BESIDE = 3_000;

	/** Seconds after which a count is not told any more, and after which it is renewed. */
	private const TOO_OLD = 60;
	private const OLD     = 20;

	private bool $renewing = false;

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * @param Kind|null        $kind   Only of this kind.
	 * @param StockStatus|null $wanted The status whose number matters most: the list that is being shown.
	 */
	public function of( ?Kind $kind, ?StockStatus $wanted = null ): StatusCounts {
		if ( (int) $this->db->value( 'SELECT MAX(id) FROM %i', $this->db->table( 'items' ) ) <= self::EXACT_UP_TO ) {
			$counts = self::add_up( $this->count_all(), $kind );
			return new StatusCounts( $counts, array_keys( $counts ) );
		}
		$counts = array_replace( array_fill( 0, count( StockStatus::cases() ), 0 ), self::add_up( $this->kept(), $kind ) );
		$now    = $this->worth_counting( $counts, $wanted );
		return new StatusCounts( array_replace( $counts, $this->count_now( $now, $kind ) ), $now );
	}

	/**
	 * The job's part.
	 */
	public function renew_if_old(): void {
		$kept = get_option( self::OPTION );
		if ( is_array( $kept ) && $this->age( $kept ) > self::OLD ) {
			$this->renew();
		}
	}

	/**
	 * @return array<string, array<int, int>> By kind and status.
	 */
	public function renew(): array {
		$at     = $this->clock->now()->getTimestamp();
		$counts = $this->count_all();
		update_option(
			self::OPTION,
			array(
				'at' => $at,
				'n'  => $counts,
			),
			false
		);
		return $counts;
	}

	/**
	 * @return array<string, array<int, int>>
	 */
	private function kept(): array {
		$kept = get_option( self::OPTION );
		if ( ! is_array( $kept ) || ! is_array( $kept['n'] ?? null ) || $this->age( $kept ) > self::TOO_OLD ) {
			return $this->renew();
		}
		if ( $this->age( $kept ) > self::OLD && ! $this->renewing ) {
			$this->renewing = true;
			add_action( 'shutdown', array( $this, 'renew_after_the_answer' ), 1000 );
		}
		/** @var array<string, array<int, int>> $counts */
		$counts = $kept['n'];
		return $counts;
	}

	/**
	 * On PHP-FPM the answer is on its way before this counts.
	 */
	public function renew_after_the_answer(): void {
		if ( function_exists( 'fastcgi_finish_request' ) ) {
			fastcgi_finish_request();
		}
		$this->renewing = false;
		$this->renew();
	}

	/**
	 * @param array<mixed> $kept
	 */
	private function age( array $kept ): int {
		return abs( $this->clock->now()->getTimestamp() - (int) ( $kept['at'] ?? 0 ) );
	}

	/**
	 * @return array<string, array<int, int>>
	 */
	private function count_all(): array {
		$counts = array();
		foreach ( $this->db->rows( 'SELECT kind, status, COUNT(*) AS n FROM %i FORCE INDEX (list_reserved) GROUP BY kind, status', $this->db->table( 'items' ) ) as $row ) {
			$counts[ (string) $row['kind'] ][ (int) $row['status'] ] = (int) $row['n'];
		}
		return $counts;
	}

	/**
	 * The wanted status, and as many of the others as are counted quickly.
	 *
	 * @param array<int, int> $counts Kept ones, by status.
	 * @return list<int>
	 */
	private function worth_counting( array $counts, ?StockStatus $wanted ): array {
		if ( null === $wanted && array_sum( $counts ) <= self::EXACT_UP_TO ) {
			return array_keys( $counts );
		}
		asort( $counts );
		$chosen = array();
		$beside = 0;
		foreach ( $counts as $status => $count ) {
			if ( null !== $wanted && $status === $wanted->value ) {
				if ( $count <= self::EXACT_UP_TO ) {
					$chosen[] = $status;
				}
				continue;
			}
			$beside += $count;
			if ( $beside <= self::BESIDE ) {
				$chosen[] = $status;
			}
		}
		return $chosen;
	}

	/**
	 * @param list<int> $statuses
	 * @return array<int, int> By status.
	 */
	private function count_now( array $statuses, ?Kind $kind ): array {
		if ( array() === $statuses ) {
			return array();
		}
		$kinds  = array_map( static fn( Kind $one ): string => $one->value, null === $kind ? Kind::cases() : array( $kind ) );
		$counts = array();
		foreach ( $statuses as $status ) {
			$counts[] = new Clause( '( SELECT COUNT(*) FROM %i FORCE INDEX (list_reserved) WHERE kind IN (' . $this->db->marks( $kinds, '%s' ) . ') AND status = %d ) AS %i', $this->db->table( 'items' ), ...array( ...$kinds, $status, 'status_' . $status ) );
		}
		$all = Clause::join( ', ', $counts );
		$row = $this->db->row( 'SELECT ' . $all->sql, ...$all->args );
		return array_combine( $statuses, array_map( 'intval', array_values( $row ?? array_fill( 0, count( $statuses ), 0 ) ) ) );
	}

	/**
	 * @param array<string, array<int, int>> $by_kind
	 * @return array<int, int> By status.
	 */
	private static function add_up( array $by_kind, ?Kind $kind ): array {
		$counts = array();
		foreach ( null === $kind ? $by_kind : array( $by_kind[ $kind->value ] ?? array() ) as $by_status ) {
			foreach ( $by_status as $status => $count ) {
				$counts[ $status ] = ( $counts[ $status ] ?? 0 ) + $count;
			}
		}
		return $counts;
	}
}
