<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import;

/**
 * How far an import is.
 */
enum State: string {

	case Receiving = 'receiving';
	case Checking  = 'checking';
	case Checked   = 'checked';
	case Applying  = 'applying';
	case Applied   = 'applied';
	case Undoing   = 'undoing';
	case Undone    = 'undone';
	case Cancelled = 'cancelled';

	public function is_under_way(): bool {
		return self::Checking === $this || self::Applying === $this || self::Undoing === $this;
	}

	/**
	 * What it is when all that is under way is done.
	 */
	public function after(): self {
		return match ( $this ) {
			self::Checking => self::Checked,
			self::Applying => self::Applied,
			self::Undoing  => self::Undone,
			default        => $this,
		};
	}
}
