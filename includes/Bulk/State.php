<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Bulk;

/**
 * How far a change of many items is.
 */
enum State: string {

	/** Somebody looks at what it would do. */
	case Preview = 'preview';
	case Running = 'running';
	case Done    = 'done';
	case Undoing = 'undoing';
	case Undone  = 'undone';

	public function is_under_way(): bool {
		return self::Running === $this || self::Undoing === $this;
	}
}
