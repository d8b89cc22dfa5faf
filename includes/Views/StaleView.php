<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Views;

/**
 * Somebody has changed the view since it was read; nothing was written.
 */
final class StaleView extends \RuntimeException {

	public function __construct( public readonly int $id, public readonly int $version ) {
		parent::__construct( "View {$id} is at version {$version} by now." );
	}
}
