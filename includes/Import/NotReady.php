<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import;

/**
 * Something is missing before the next step.
 */
final class NotReady extends \RuntimeException {

	public const INCOMPLETE  = 'incomplete';
	public const PROBLEMS    = 'problems';
	public const CANNOT_UNDO = 'cannot_undo';

	/**
	 * @param self::* $why
	 */
	public function __construct( public readonly Import $import, public readonly string $why ) {
		parent::__construct( "Import {$import->id}: {$why}." );
	}
}
