<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Fold;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Log;

/**
 * What the job of every minute does where the owner has chosen an age: a month that has become old enough is folded.
 */
final class Rounds {

	private const SECONDS = 5.0;

	/**
	 * @param \Closure(): int $months What the owner has chosen; 0 is never.
	 */
	public function __construct( private readonly Clock $clock, private readonly Folds $folds, private readonly Runner $runner, private readonly \Closure $months ) {}

	public function run(): void {
		$months = ( $this->months )();
		if ( $months < 1 ) {
			return;
		}
		// A server whose clock is years ahead for a moment must not fold what is young: nothing is older than the last line says.
		$newest = $this->folds->newest();
		$cut    = null === $newest ? null : Months::cut( min( $newest, $this->clock->now() ), $months );
		if ( null === $cut || $this->folds->is_done( $cut ) ) {
			return;
		}
		try {
			$this->runner->work( $this->folds->begin( $cut )->id, self::SECONDS );
		} catch ( \RuntimeException $error ) {
			Log::error( 'Folding old movements stopped for a moment.', $error );
		}
	}
}
