<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Cli;

use WooInventoryGuard\Stock\Integrity;
use WooInventoryGuard\Stock\IntegrityReport;
use WooInventoryGuard\Stock\Problem;
use WooInventoryGuard\Stock\Repair;
use WooInventoryGuard\Stock\Reservations;

/**
 * Checks and mends stock records, ends reservations whose time is up, and takes products over.
 */
final class Commands {

	private const BATCH = 200;

	/**
	 * @param \Closure(): array{done: int, total: int, finished: bool}|null $import Takes over the next batch of products; null where there is no shop.
	 */
	public function __construct(
		private readonly Integrity $integrity,
		private readonly Repair $repair,
		private readonly Reservations $reservations,
		private readonly ?\Closure $import
	) {}

	public function register(): void {
		if ( ! defined( 'WP_CLI' ) || true !== constant( 'WP_CLI' ) ) {
			return;
		}
		\WP_CLI::add_command( 'inventory-guard verify', $this->verify( ... ), array( 'shortdesc' => 'Checks every invariant and names the rows that break one. Changes nothing.' ) );
		\WP_CLI::add_command( 'inventory-guard repair', $this->repair( ... ), array( 'shortdesc' => 'Mends what verify names; the ledger gets lines of its own that say so.' ) );
		\WP_CLI::add_command( 'inventory-guard expire', $this->expire( ... ), array( 'shortdesc' => 'Ends reservations whose time is up.' ) );
		\WP_CLI::add_command( 'inventory-guard import', $this->import( ... ), array( 'shortdesc' => 'Takes over the stock of WooCommerce products; goes on where it was cut off.' ) );
	}

	private function verify(): void {
		$this->tell( $this->integrity->check() );
	}

	private function repair(): void {
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

	private function import(): void {
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
