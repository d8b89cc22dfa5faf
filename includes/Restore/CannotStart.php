<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Restore;

/**
 * A restore that must not be applied: what it would do has not been found out yet, another one is at work, or one was
 * applied or undone since it was looked, so that its differences would be written twice.
 */
final class CannotStart extends \RuntimeException {

	public const LOOKING  = 'looking';
	public const BUSY     = 'busy';
	public const OUTDATED = 'outdated';

	/**
	 * @param self::LOOKING|self::BUSY|self::OUTDATED $why
	 */
	public function __construct( public readonly int $id, public readonly string $why ) {
		parent::__construct( "Restore {$id} cannot be started: {$why}." );
	}
}
