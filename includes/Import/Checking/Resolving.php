<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Checking;

use WooInventoryGuard\Import\Import;
use WooInventoryGuard\Import\PartNames;
use WooInventoryGuard\Import\Parts;
use WooInventoryGuard\Import\Phase;
use WooInventoryGuard\Import\Problem;
use WooInventoryGuard\Import\Rows;
use WooInventoryGuard\Import\RowState;

/**
 * Second way, only rows with components: who is in each list, among the items that are there and those that the file
 * makes.
 */
final class Resolving implements Phase {

	private const PORTION = 200;

	public function __construct( private readonly Rows $rows, private readonly PartNames $names ) {}

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
					$unknown[] = self::unknown( $name );
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
	 * Nobody is called so, or several are.
	 *
	 * @param string $name As PartNames says it.
	 */
	public static function unknown( string $name ): Problem {
		return str_starts_with( $name, '~' )
			? new Problem( 'components', 'wig_import_component_name', substr( $name, 1 ) )
			: new Problem( 'components', 'wig_import_unknown_component', ltrim( $name, '=' ) );
	}

	/**
	 * @param list<string> $names As PartNames says them.
	 * @return array<string, int> Number of the item; of one that a row makes, the row's number, negative.
	 */
	private function known( Import $import, array $names ): array {
		$made   = array();
		$idents = array();
		foreach ( array_unique( $names ) as $name ) {
			if ( ! str_starts_with( $name, '#' ) ) {
				$idents[ str_starts_with( $name, '=' ) ? RowCheck::ident_of_sku( substr( $name, 1 ) ) : RowCheck::ident_of_name( substr( $name, 1 ) ) ] = $name;
			}
		}
		foreach ( array_chunk( array_map( strval( ... ), array_keys( $idents ) ), 500 ) as $some ) {
			$db = $this->rows->db;
			foreach ( $db->rows( "SELECT ident, row_no FROM %i WHERE import_id = %d AND state = 'create' AND ident IN (" . $db->marks( $some, '%s' ) . ')', $this->rows->table(), $import->id, ...$some ) as $row ) {
				if ( isset( $idents[ (string) $row['ident'] ] ) ) {
					$made[ $idents[ (string) $row['ident'] ] ] = - (int) $row['row_no'];
				}
			}
		}
		return $this->names->ids( $names ) + $made;
	}
}
