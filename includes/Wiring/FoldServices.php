<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Cli\FoldCommand;
use WooInventoryGuard\Fold\Folds;
use WooInventoryGuard\Fold\Keys;
use WooInventoryGuard\Fold\Rounds as FoldRounds;
use WooInventoryGuard\Fold\Runner as FoldRunner;
use WooInventoryGuard\Fold\Staying;
use WooInventoryGuard\Fold\Waiting;
use WooInventoryGuard\Stock\Lines\FoldedLevels;
use WooInventoryGuard\Stock\Lines\Folding;

/**
 * Old movements as monthly sums. A part of the composition root.
 */
trait FoldServices {

	/**
	 * Bounded, for the job that comes round each minute.
	 */
	public function fold_rounds(): FoldRounds {
		return $this->once( FoldRounds::class, fn(): FoldRounds => new FoldRounds( $this->clock(), $this->folds(), $this->fold_runner(), fn(): int => $this->settings()->get()->fold_months() ) );
	}

	public function folds(): Folds {
		return $this->once( Folds::class, fn(): Folds => new Folds( $this->db(), $this->clock() ) );
	}

	public function fold_runner(): FoldRunner {
		return $this->once(
			FoldRunner::class,
			fn(): FoldRunner => new FoldRunner( $this->db(), $this->clock(), $this->folds(), new Keys( $this->db() ), new Folding( $this->db(), $this->folded_levels() ), new Staying( $this->db() ), new Waiting( $this->db() ) )
		);
	}

	public function folded_levels(): FoldedLevels {
		return $this->once( FoldedLevels::class, fn(): FoldedLevels => new FoldedLevels( $this->db() ) );
	}

	public function fold_command(): FoldCommand {
		return new FoldCommand( $this->clock(), $this->folds(), $this->fold_runner(), fn(): int => $this->settings()->get()->fold_months() );
	}
}
