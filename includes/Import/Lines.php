<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Stock\Quantity;

/**
 * The rows of an import, to be read: what is wrong with each, or what it changes, and what happened to it.
 */
final class Lines {

	public const SHOWN = array(
		'problems' => array( RowState::Problem, RowState::Conflict ),
		'changes'  => array( RowState::Change, RowState::Create, RowState::Applied, RowState::Undone, RowState::Conflict ),
		'all'      => array(),
	);

	public function __construct( private readonly Rows $rows, private readonly Items $items ) {}

	/**
	 * @param key-of<self::SHOWN> $show
	 */
	public function count( Import $import, string $show ): int {
		$states = array_column( self::SHOWN[ $show ], 'value' );
		return (int) ( array() === $states
			? $this->rows->db->value( 'SELECT COUNT(*) FROM %i WHERE import_id = %d', $this->rows->table(), $import->id )
			: $this->rows->db->value( 'SELECT COUNT(*) FROM %i WHERE import_id = %d AND state IN (' . $this->rows->db->marks( $states, '%s' ) . ')', $this->rows->table(), $import->id, ...$states ) );
	}

	/**
	 * @param key-of<self::SHOWN> $show
	 * @return list<array{row: int, sku: string, item_id: int|null, name: string|null, problems: list<Problem>, changes: list<array{field: string, from: string|null, to: string}>, state: string}>
	 */
	public function page( Import $import, string $show, int $offset, int $limit ): array {
		$db     = $this->rows->db;
		$states = array_column( self::SHOWN[ $show ], 'value' );
		$rows   = array() === $states
			? $db->rows( 'SELECT ' . Rows::COLUMNS . ' FROM %i WHERE import_id = %d ORDER BY row_no LIMIT %d OFFSET %d', $this->rows->table(), $import->id, $limit, $offset )
			: $db->rows( 'SELECT ' . Rows::COLUMNS . ' FROM %i WHERE import_id = %d AND state IN (' . $db->marks( $states, '%s' ) . ') ORDER BY row_no LIMIT %d OFFSET %d', $this->rows->table(), $import->id, ...array( ...$states, $limit, $offset ) );
		$items  = $this->items->find_many( array_values( array_unique( array_diff( array_map( static fn( array $row ): int => (int) $row['item_id'], $rows ), array( 0 ) ) ) ) );
		$found  = $this->found( $import, array_keys( $items ) );
		return array_map( static fn( array $row ): array => self::line( $row, $items[ (int) $row['item_id'] ] ?? null, $found[ (int) $row['item_id'] ] ?? null ), $rows );
	}

	/**
	 * @param array<string, string|null> $row
	 * @param Quantity|null              $found What was on hand when it was written.
	 * @return array{row: int, sku: string, item_id: int|null, name: string|null, problems: list<Problem>, changes: list<array{field: string, from: string|null, to: string}>, state: string}
	 */
	private static function line( array $row, ?Item $item, ?Quantity $found ): array {
		$sent     = Rows::data( $row['data'] );
		$problems = Problem::read( (string) $row['problems'] );
		$changes  = Rows::changes( $row['changes'] );
		$seen     = null === $row['seen'] ? null : Quantity::from_sql( $row['seen'] );
		if ( null !== $found && null !== $seen && isset( $changes['on_hand'] ) && 0 !== $found->compare( $seen ) ) {
			$changes['on_hand'] = array( (string) $found, (string) $found->plus( Quantity::from_sql( $row['delta'] ) ) );
			$problems[]         = new Problem( 'on_hand', Problem::MOVED_SINCE, (string) $found->minus( $seen ) );
		}
		return array(
			'row'      => (int) $row['row_no'],
			'sku'      => $sent['sku'] ?? $item->sku ?? '',
			'item_id'  => $item?->id,
			'name'     => $item->name ?? $sent['name'] ?? null,
			'problems' => $problems,
			'changes'  => array_map(
				static fn( string $field, array $change ): array => array(
					'field' => $field,
					'from'  => $change[0],
					'to'    => $change[1],
				),
				array_keys( $changes ),
				array_values( $changes )
			),
			'state'    => (string) $row['state'],
		);
	}

	/**
	 * The ledger knows: the import's first line of each item.
	 *
	 * @param list<int> $ids
	 * @return array<int, Quantity> On hand before it, by item.
	 */
	private function found( Import $import, array $ids ): array {
		if ( array() === $ids ) {
			return array();
		}
		$db    = $this->rows->db;
		$found = array();
		foreach ( $db->rows( 'SELECT item_id, delta, balance_after FROM %i WHERE reference_type = %s AND reference_id = %s AND item_id IN (' . $db->marks( $ids ) . ') ORDER BY seq', $db->table( 'movements' ), Import::REFERENCE, (string) $import->id, ...$ids ) as $line ) {
			$found[ (int) $line['item_id'] ] ??= Quantity::from_sql( $line['balance_after'] )->minus( Quantity::from_sql( $line['delta'] ) );
		}
		return $found;
	}
}
