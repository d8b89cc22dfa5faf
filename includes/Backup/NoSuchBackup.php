<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

/**
 * There is no backup, or nothing that is brought back from one, with this number.
 */
final class NoSuchBackup extends \RuntimeException {

	public function __construct( int $id ) {
		parent::__construct( "There is no backup {$id}." );
	}
}
