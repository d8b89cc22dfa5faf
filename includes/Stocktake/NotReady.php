<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake;

/**
 * Something has to be done first.
 */
final class NotReady extends StocktakeError {

	/** Its items are still being chosen. */
	public const FILLING = 'filling';
	/** Lines are still being compared with the ledger. */
	public const COMPARING = 'comparing';
	/** Nobody has decided on some differences. */
	public const UNDECIDED = 'undecided';
	/** A second person has to agree to some. */
	public const SECOND = 'second';

	/**
	 * @param self::* $why
	 * @param int     $lines How many lines stand in the way.
	 */
	public function __construct( public readonly string $why, public readonly int $lines = 0 ) {
		parent::__construct( "Not ready: {$why}." );
	}
}
