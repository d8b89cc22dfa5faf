<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Bulk;

/**
 * There is no change of many items with this number.
 */
final class NoSuchChange extends \RuntimeException {

	public function __construct( public readonly int $id ) {
		parent::__construct( "There is no bulk change {$id}." );
	}
}
