<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Cli;

use WooInventoryGuard\Backup\Mending;
use WooInventoryGuard\Stock\Integrity\Integrity;
use WooInventoryGuard\Stock\Integrity\IntegrityReport;
use WooInventoryGuard\Stock\Integrity\Problem;
use WooInventoryGuard\Stock\Integrity\Repair;
use WooInventoryGuard\Stock\Reservations;

/**
 * Checks and mends stock records, ends reservations whose time is up, and takes products over, and makes the sums
 * that reports are made from.
 */
final class Commands {

	private const BATCH = 200;

	/**
	 * @param \Closure(): array{done: int, total: int, finished: bool}|null $import Takes over the next batch of products; null where there is no shop.
	 * @param \Closure(): void $reports Brings the sums of the reports up to now.
	 * @param \Closure(): FileCommand $files
	 */
	public function __construct(
		private readonly Integrity $integrity,
		private readonly Repair $repair,
		private readonly Mending $mending,
		private readonly Reservations $reservations,
		private readonly ?\Closure $import,
		private readonly \Closure $reports,
		private readonly \Closure $files,
		private readonly RestoreCommand $restore
	) {}

	public function register(): void {
		if ( ! defined( 'WP_CLI' ) || true !== constant( 'WP_CLI' ) ) {
			return;
		}
		\WP_CLI::add_command( 'inventory-guard verify', $this->verify( ... ), array( 'shortdesc' => 'Checks every invariant and names the rows that break one. Changes nothing.' ) );
		\WP_CLI::add_command( 'inventory-guard repair', $this->repair( ... ), array( 'shortdesc' => 'Mends what verify names; the ledger gets lines of its own that say so.' ) );
		\WP_CLI::add_command( 'inventory-guard expire', $this->expire( ... ), array( 'shortdesc' => 'Ends reservations whose time is up.' ) );
		\WP_CLI::add_command( 'inventory-guard import', $this->import( ... ), array( 'shortdesc' => 'Takes over the stock of WooCommerce products; goes on where it was cut off. With a CSV file and --mapping=NAME: brings it in (--decimal=, --encoding=GB18030 --skip-problems).' ) );
		\WP_CLI::add_command( 'inventory-guard restore', $this->restore->run( ... ), RestoreCommand::ABOUT );
		\WP_CLI::add_command( 'inventory-guard report', $this->report( ... ), array( 'shortdesc' => 'Adds up every day of the ledger that has not been added up yet, for the dashboard and the reports.' ) );
	}

	private function verify(): void {
		$this->tell( $this->integrity->check() );
	}

	/**
	 * Tables that are lost come first: without them nothing else can be asked.
	 */
	private function repair(): void {
		$actor = get_current_user_id();
		foreach ( $this->mending->findings() as $finding ) {
			if ( 'tables' === $finding->act ) {
				$this->mending->mend( 'tables', $actor );
				/* translators: %s: a number */
				\WP_CLI::log( sprintf( _n( '%s lost table was made again, with the numbers that WooCommerce has. Its history comes back only from a backup.', '%s lost tables were made again, with the numbers that WooCommerce has. Their history comes back only from a backup.', $finding->count, 'woo-inventory-guard' ), number_format_i18n( $finding->count ) ) );
			}
			if ( 'shop' === $finding->act ) {
				$this->mending->mend( 'shop', $actor );
				/* translators: %s: a number */
				\WP_CLI::log( sprintf( _n( 'WooCommerce has the number of %s product again.', 'WooCommerce has the numbers of %s products again.', $finding->count, 'woo-inventory-guard' ), number_format_i18n( $finding->count ) ) );
			}
		}
		$this->tell( $this->repair->run( get_current_user_id() ) );
	}

	private function expire(): void {
		$ended = 0;
		do {
			$now    = $this->reservations->expire_due( self::BATCH );
			$ended += $now;
		} while ( $now > 0 );
		/* translators: %s: a number */
		\WP_CLI::success( sprintf( _n( '%s reservation ended.', '%s reservations ended.', $ended, 'woo-inventory-guard' ), number_format_i18n( $ended ) ) );
	}

	private function report(): void {
		( $this->reports )();
		\WP_CLI::success( __( 'The reports are up to date.', 'woo-inventory-guard' ) );
	}

	/**
	 * @param array<mixed> $args    A file, or nothing.
	 * @param array<mixed> $options
	 */
	private function import( array $args = array(), array $options = array() ): void {
		if ( is_string( $args[0] ?? null ) ) {
			( $this->files )()->run( $args[0], $options );
			return;
		}
		if ( null === $this->import ) {
			\WP_CLI::error( __( 'WooCommerce is not active, so there are no products to take over.', 'woo-inventory-guard' ) );
			return;
		}
		do {
			$progress = ( $this->import )();
			/* translators: 1: how many are done, 2: how many there are */
			\WP_CLI::log( sprintf( __( '%1$s of %2$s products', 'woo-inventory-guard' ), number_format_i18n( $progress['done'] ), number_format_i18n( $progress['total'] ) ) );
		} while ( ! $progress['finished'] );
		\WP_CLI::success( __( 'All products are taken over.', 'woo-inventory-guard' ) );
	}

	/**
	 * Ends with exit status 1 when something does not agree.
	 */
	private function tell( IntegrityReport $report ): void {
		/* translators: 1: number of levels, 2: number of movements, 3: number of reservations */
		\WP_CLI::log( sprintf( __( 'Checked %1$s levels, %2$s movements and %3$s reservations.', 'woo-inventory-guard' ), number_format_i18n( $report->levels ), number_format_i18n( $report->movements ), number_format_i18n( $report->reservations ) ) );
		if ( $report->ok() ) {
			\WP_CLI::success( __( 'All records agree.', 'woo-inventory-guard' ) );
			return;
		}
		\WP_CLI\Utils\format_items( 'table', array_map( static fn( Problem $problem ): array => get_object_vars( $problem ), $report->problems ), array( 'invariant', 'item_id', 'location_id', 'expected', 'found' ) );
		/* translators: %s: a number */
		\WP_CLI::error( sprintf( _n( '%s row does not agree.', '%s rows do not agree.', count( $report->problems ), 'woo-inventory-guard' ), number_format_i18n( count( $report->problems ) ) ) );
	}
}
