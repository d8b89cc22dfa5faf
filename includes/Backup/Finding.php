<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

/**
 * Something that is lost or does not agree, and what mending it would do.
 */
final class Finding {

	/**
	 * @param 'tables'|'records'|'shop'|'estimates' $act     What mends it; estimates are adopted one by one.
	 * @param int                                   $count   Tables, rows or products.
	 * @param list<string>                          $details Names of some.
	 */
	public function __construct( public readonly string $act, public readonly int $count, public readonly array $details ) {}
}
