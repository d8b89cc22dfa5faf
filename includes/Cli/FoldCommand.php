<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Cli;

use WooInventoryGuard\Fold\Folds;
use WooInventoryGuard\Fold\Months;
use WooInventoryGuard\Fold\Runner;
use WooInventoryGuard\Platform\Clock;

/**
 * wp inventory-guard fold: folds old movements at once, as the settings would bit by bit.
 */
final class FoldCommand {

	private const SECONDS = 5.0;

	/**
	 * @param \Closure(): int $months What the owner has chosen; 0 is never.
	 */
	public function __construct( private readonly Clock $clock, private readonly Folds $folds, private readonly Runner $runner, private readonly \Closure $months ) {}

	public function register(): void {
		if ( ! defined( 'WP_CLI' ) || true !== constant( 'WP_CLI' ) ) {
			return;
		}
		\WP_CLI::add_command( 'inventory-guard fold', $this->run( ... ), array( 'shortdesc' => 'Folds movements that are older than --months=N (27 at the least; as in the settings where it is left out) into monthly sums, for good. Without --yes it only says what that would mean.' ) );
	}

	/**
	 * @param list<string>         $args
	 * @param array<string, mixed> $options
	 */
	private function run( array $args, array $options ): void {
		$asked  = $options['months'] ?? ( $this->months )();
		$months = is_numeric( $asked ) ? (int) $asked : 0;
		if ( $months < Months::LEAST ) {
			/* translators: %s: a number of months */
			\WP_CLI::error( sprintf( __( 'Say with --months how old movements have to be that are folded, %s months at the least.', 'woo-inventory-guard' ), number_format_i18n( Months::LEAST ) ) );
			return;
		}
		$cut = Months::cut( $this->clock->now(), $months );
		/* translators: %s: a day */
		\WP_CLI::log( sprintf( __( 'Of single movements before %s it will not be known any more when they were, who made them and for which order. This cannot be undone: make a backup first.', 'woo-inventory-guard' ), (string) wp_date( strval( get_option( 'date_format' ) ), $cut->getTimestamp() ) ) );
		if ( ! isset( $options['yes'] ) ) {
			\WP_CLI::log( __( 'Nothing has been changed. Say the same again with --yes to fold them.', 'woo-inventory-guard' ) );
			return;
		}
		$fold = $this->folds->begin( $cut );
		do {
			$ended = $this->runner->work( $fold->id, self::SECONDS );
			$fold  = $this->folds->find( $fold->id ) ?? $fold;
			/* translators: 1: a number of movements, 2: a number of sums */
			\WP_CLI::log( sprintf( __( '%1$s movements have become %2$s sums.', 'woo-inventory-guard' ), number_format_i18n( $fold->movements ), number_format_i18n( $fold->sums ) ) );
		} while ( ! $ended );
		if ( ! $fold->is_done() ) {
			\WP_CLI::error( __( 'Folding has to wait: an old stocktake is not over, a backup is being made or brought back, or somebody else is folding. Try again later.', 'woo-inventory-guard' ) );
			return;
		}
		\WP_CLI::success( __( 'All movements of that age are folded.', 'woo-inventory-guard' ) );
	}
}
