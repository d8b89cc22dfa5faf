<?php
declare( strict_types=1 );

namespace WooInventoryGuard\History;

/**
 * Somebody has taken this document back, or is at it.
 */
final class AlreadyReversed extends \RuntimeException {

	public function __construct( public readonly Reversal $reversal ) {
		parent::__construct( 'This document has been taken back already.' );
	}
}
