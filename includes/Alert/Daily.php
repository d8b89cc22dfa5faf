<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Integrity\Integrity;
use WooInventoryGuard\Stock\Integrity\IntegrityReport;
use WooInventoryGuard\Stock\Quantity;

/**
 * Once a day: do the books agree, what was averted yesterday, and what is old enough to be thrown away.
 */
final class Daily {

	/** The last day that was done. */
	public const OPTION = 'woo_inventory_guard_alerts_day';

	private const LEDGER = 'ledger';

	private const KEEP_COUNTS_DAYS = 800;

	/**
	 * @param \Closure(IntegrityReport): void $checked Is told what the check of the books found.
	 */
	public function __construct(
		private readonly Db $db,
		private readonly Integrity $integrity,
		private readonly Recorder $recorder,
		private readonly DailyCounts $counts,
		private readonly Alerts $alerts,
		private readonly Outbox $outbox,
		private readonly \Closure $checked
	) {}

	public function run(): void {
		if ( ! $this->begin( $this->counts->day( 0 ) ) ) {
			return;
		}
		$this->tell_averted();
		$this->alerts->tidy();
		$this->outbox->tidy();
		$this->db->execute( 'DELETE FROM %i WHERE day < %s', $this->db->table( 'daily_counts' ), $this->counts->day( self::KEEP_COUNTS_DAYS ) );
		$this->check_books();
	}

	/**
	 * One conditional UPDATE: of several who come on a new day one begins it.
	 */
	private function begin( string $day ): bool {
		$before = get_option( self::OPTION );
		if ( $before === $day ) {
			return false;
		}
		if ( false === $before && ! add_option( self::OPTION, '-', '', false ) ) {
			return false;
		}
		$begun = $this->db->execute( 'UPDATE %i SET option_value = %s WHERE option_name = %s AND option_value <> %s', $this->db->wp_table( 'options' ), $day, self::OPTION, $day );
		wp_cache_delete( self::OPTION, 'options' );
		return 1 === $begun;
	}

	/**
	 * Integrity names at most a few hundred rows; that there are any is what counts.
	 */
	private function check_books(): void {
		$report   = $this->integrity->check();
		$problems = count( $report->problems );
		( $this->checked )( $report );
		if ( 0 === $problems ) {
			$this->recorder->settle( self::LEDGER );
			return;
		}
		$this->recorder->record( Kind::Ledger, self::LEDGER, array( 'problems' => $problems ) );
	}

	private function tell_averted(): void {
		$times = 0;
		$units = Quantity::zero();
		foreach ( $this->counts->averted_in( 1, 1 ) as $count ) {
			$times += $count['times'];
			$units  = $units->plus( $count['units'] );
		}
		if ( $times > 0 ) {
			$day = $this->counts->day( 1 );
			$this->recorder->record(
				Kind::Averted,
				'averted:' . $day,
				array(
					'day'   => $day,
					'times' => $times,
					'units' => $units->json(),
				)
			);
		}
	}
}
