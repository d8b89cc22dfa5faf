<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rule;

use WooInventoryGuard\Platform\Db;

/**
 * How many counted items say something themselves, before any rule.
 */
final class OwnValues {

	public function __construct( private readonly Db $db ) {}

	/**
	 * @return array{items: int, variations: int}
	 */
	public function count(): array {
		$row = $this->db->row(
			"SELECT SUM( CASE kind WHEN 'variation' THEN 0 ELSE 1 END ) AS items, SUM( CASE kind WHEN 'variation' THEN 1 ELSE 0 END ) AS variations
			FROM %i WHERE tracked = 1 AND ( low_stock_threshold IS NOT NULL OR own_backorders IS NOT NULL OR own_limit IS NOT NULL OR own_text <> '' )",
			$this->db->table( 'items' )
		);
		return array(
			'items'      => (int) ( $row['items'] ?? 0 ),
			'variations' => (int) ( $row['variations'] ?? 0 ),
		);
	}
}
