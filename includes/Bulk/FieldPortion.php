<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Bulk;

use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Catalog\Writing\ItemChanges;
use WooInventoryGuard\Catalog\Writing\ManyItems;
use WooInventoryGuard\Platform\Db;

/**
 * Fields of some items. What an item said before is kept as text; to undo it, items that said the same are written
 * together, so a shop where most were alike takes as few statements back as forth.
 */
final class FieldPortion implements Portion {

	public function __construct( private readonly Db $db, private readonly ManyItems $items ) {}

	public function change( BulkChange $change, array $ids ): int {
		$values = $change->wish->values ?? Values::of( array() );
		$wanted = $values->changes();
		$where  = Clause::of( '%% AND %% AND %% = 0', $change->matches->where( $this->db ), $this->items->fits( $wanted ), ManyItems::says( $wanted ) );
		$rows   = $this->items->lock( $ids, $wanted, $where, self::columns( $values ) );
		if ( array() === $rows ) {
			return 0;
		}
		$kept = array();
		foreach ( $rows as $id => $row ) {
			array_push( $kept, $change->id, $id, $values->seen_in( $row )->to_json() );
		}
		$this->db->execute( 'INSERT INTO %i (change_id, item_id, was) VALUES ' . $this->db->marks( array_keys( $rows ), '(%d,%d,%s)' ), $this->db->table( 'bulk_change_items' ), ...$kept );
		$this->items->write( array_keys( $rows ), $wanted );
		return count( $rows );
	}

	/**
	 * Only items that still say what the change has written: what somebody wrote since is not overwritten.
	 */
	public function put_back( BulkChange $change, array $ids ): int {
		$values = $change->wish->values ?? Values::of( array() );
		$done   = 0;
		foreach ( $this->before( $change->id, $ids ) as $was => $alike ) {
			$old   = Values::from_json( $was )->changes();
			$where = Clause::of( '%% AND %% = 1', $this->items->fits( $old ), ManyItems::says( $values->changes() ) );
			$rows  = $this->items->lock( $alike, self::policies( $values->changes(), $old ), $where, self::columns( $values ) );
			$this->items->write( array_keys( $rows ), $old );
			$done += count( $rows );
		}
		return $done;
	}

	/**
	 * Either of them says whether levels have to be locked; both name the same fields.
	 */
	private static function policies( ItemChanges $wanted, ItemChanges $old ): ItemChanges {
		return $wanted->changes_policy() ? $wanted : $old;
	}

	/**
	 * @return non-empty-list<string>
	 */
	private static function columns( Values $values ): array {
		return array( 'product_id', ...$values->columns() );
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return array<string, non-empty-list<int>> Items by what they said before, each in the order of ids.
	 */
	private function before( int $change_id, array $ids ): array {
		$rows  = $this->db->rows( 'SELECT item_id, was FROM %i WHERE change_id = %d AND item_id IN (' . $this->db->marks( $ids ) . ') ORDER BY item_id', $this->db->table( 'bulk_change_items' ), $change_id, ...$ids );
		$alike = array();
		foreach ( $rows as $row ) {
			$alike[ (string) $row['was'] ][] = (int) $row['item_id'];
		}
		return $alike;
	}
}
