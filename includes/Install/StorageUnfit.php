<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Install;

/**
 * The database made our tables with an engine that has no transactions, so nothing that this plugin promises would hold.
 */
final class StorageUnfit extends \RuntimeException {

	/**
	 * @param list<string> $tables Full table names.
	 */
	public function __construct( public readonly array $tables ) {
		parent::__construct( 'InnoDB is needed, but these tables are not InnoDB: ' . implode( ', ', $tables ) );
	}
}
