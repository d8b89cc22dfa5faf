<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import;

use WooInventoryGuard\Catalog\Items;

/**
 * Second way, only rows with components: who is in each list, among the items that are there and those that the file
 * makes.
 */
final class Resolving implements Phase {

	private const PORTION = 200;

	public function __construct( private readonly Rows $rows, private readonly Items $items ) {}

	public function next( Import $import ): array {
		return $this->rows->with_parts( $import, 1, $this->rows->size( self::PORTION ) );
	}

	public function act( Import $import, array $rows ): array {
		$lists = array_map( static fn( array $row ): array => Parts::read( Rows::data( $row['data'] )['components'] ?? '' ), $rows );
		$known = $this->known( $import, array_merge( ...array_map( static fn( array $list ): array => array_merge( ...array_column( $list, 'names' ) ), $lists ) ) );
		$sums  = array(
			'problem_rows' => 0,
			'change_rows'  => 0,
			'created_rows' => 0,
		);
		foreach ( $rows as $place => $row ) {
			$nodes   = array();
			$unknown = array();
			foreach ( array_merge( ...array_column( $lists[ $place ], 'names' ) ) as $name ) {
				if ( isset( $known[ $name ] ) ) {
					$nodes[] = $known[ $name ];
				} else {
					$unknown[] = new Problem( 'components', 'wig_import_unknown_component', ltrim( $name, '=' ) );
				}
			}
			if ( array() !== $unknown ) {
				--$sums[ RowState::Create->value === $row['state'] ? 'created_rows' : 'change_rows' ];
				++$sums['problem_rows'];
				$row = array(
					'state'    => RowState::Problem->value,
					'parts'    => '0',
					'changes'  => '{}',
					'problems' => Problem::write( array( ...Problem::read( (string) $row['problems'] ), ...$unknown ) ),
				) + $row;
			}
			$rows[ $place ] = array( 'nodes' => implode( ',', array_unique( $nodes ) ) ) + $row;
		}
		$this->rows->replace( $import->id, $rows );
		return $sums;
	}

	/**
	 * @param list<string> $names See Parts::read().
	 * @return array<string, int> Number of the item; of one that a row makes, the row's number, negative.
	 */
	private function known( Import $import, array $names ): array {
		$names = array_values( array_unique( $names ) );
		$skus  = array_map( static fn( string $name ): string => substr( $name, 1 ), array_values( array_filter( $names, static fn( string $name ): bool => str_starts_with( $name, '=' ) ) ) );
		$ids   = array_map( static fn( string $name ): int => (int) substr( $name, 1 ), array_values( array_filter( $names, static fn( string $name ): bool => str_starts_with( $name, '#' ) ) ) );
		$known = array();
		foreach ( array_chunk( $skus, 500 ) as $some ) {
			$db     = $this->rows->db;
			$idents = array_map( static fn( string $sku ): string => 's:' . $sku, $some );
			foreach ( $db->rows( "SELECT ident, row_no FROM %i WHERE import_id = %d AND state = 'create' AND ident IN (" . $db->marks( $idents, '%s' ) . ')', $this->rows->table(), $import->id, ...$idents ) as $row ) {
				$known[ '=' . substr( (string) $row['ident'], 2 ) ] = - (int) $row['row_no'];
			}
			foreach ( $this->items->by_skus( $some ) as $sku => $item ) {
				$known[ '=' . $sku ] = $item->id;
			}
		}
		foreach ( $this->items->find_many( $ids ) as $id => $item ) {
			$known[ '#' . $id ] = $id;
		}
		return $known;
	}
}
