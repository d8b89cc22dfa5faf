<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Restore;

/**
 * How far a restore is. What is undone of it is another document: see History\Reversals.
 */
enum State: string {

	/** It is being found out what would change. */
	case Looking = 'looking';
	/** Somebody can see what would change; nothing has happened yet. */
	case Ready   = 'ready';
	case Running = 'running';
	case Done    = 'done';

	public function is_under_way(): bool {
		return self::Looking === $this || self::Running === $this;
	}
}
