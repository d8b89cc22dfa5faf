<?php
declare( strict_types=1 );

namespace WooInventoryGuard\History;

use WooInventoryGuard\Platform\Db;

/**
 * What there is in the ledger to filter by. Each comes from an index that the database walks from one value to the next,
 * so it costs what there are values, not what there are lines.
 */
final class Choices {

	/** More people than this help nobody in a list. */
	private const MOST_PEOPLE = 500;

	public function __construct( private readonly Db $db, private readonly Documents $documents ) {}

	/**
	 * @return list<string>
	 */
	public function reasons(): array {
		return $this->db->column( 'SELECT DISTINCT reason FROM %i ORDER BY reason', $this->db->table( 'movements' ) );
	}

	/**
	 * @return list<int> User ids; 0 is the shop itself.
	 */
	public function people(): array {
		return array_map( 'intval', $this->db->column( 'SELECT DISTINCT actor_id FROM %i ORDER BY actor_id LIMIT %d', $this->db->table( 'movements' ), self::MOST_PEOPLE ) );
	}

	/**
	 * @return list<string>
	 */
	public function document_types(): array {
		return $this->documents->types();
	}
}
