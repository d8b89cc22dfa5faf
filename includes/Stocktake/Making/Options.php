<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Making;

use WooInventoryGuard\Platform\Db;

/**
 * What a stocktake can be limited to, as items have it.
 */
final class Options {

	private const MOST = 500;

	public function __construct( private readonly Db $db ) {}

	/**
	 * @return list<array{id: int, name: string}>
	 */
	public function locations(): array {
		return array_map(
			static fn( array $row ): array => array(
				'id'   => (int) $row['id'],
				'name' => (string) $row['name'],
			),
			$this->db->rows( 'SELECT id, name FROM %i ORDER BY id', $this->db->table( 'locations' ) )
		);
	}

	/**
	 * @return list<string>
	 */
	public function suppliers(): array {
		return $this->db->column( "SELECT DISTINCT supplier FROM %i WHERE supplier <> '' ORDER BY supplier LIMIT %d", $this->db->table( 'items' ), self::MOST );
	}

	/**
	 * @return list<string>
	 */
	public function bins(): array {
		return $this->db->column( "SELECT DISTINCT bin FROM %i WHERE bin <> '' ORDER BY bin LIMIT %d", $this->db->table( 'items' ), self::MOST );
	}
}
