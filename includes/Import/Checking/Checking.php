<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Checking;

use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Writing\ManyItems;
use WooInventoryGuard\Import\Import;
use WooInventoryGuard\Import\Parts;
use WooInventoryGuard\Import\Phase;
use WooInventoryGuard\Import\Problem;
use WooInventoryGuard\Import\Rows;
use WooInventoryGuard\Import\RowState;

/**
 * First way through the rows: each by itself, and against those before it.
 */
final class Checking implements Phase {

	private const PORTION = 500;

	public function __construct( private readonly Rows $rows, private readonly Items $items, private readonly ManyItems $many, private readonly Parts $parts, private readonly Counted $counted ) {}

	public function next( Import $import ): array {
		return $this->rows->after( $import, $this->rows->size( self::PORTION ) );
	}

	public function act( Import $import, array $rows ): array {
		$sent   = array_map( static fn( array $row ): array => Rows::data( $row['data'] ), $rows );
		$lookup = new Lookup( $this->rows->db, $this->items, $this->parts, $sent );
		$looks  = array();
		foreach ( $rows as $place => $row ) {
			$looks[ (int) $row['row_no'] ] = ( new RowCheck( $lookup, $this->many, $this->counted, $import->options, $sent[ $place ] ) )->look();
		}
		$idents = $this->earlier( $import, 'ident', array_column( $looks, 'ident' ), (int) $rows[0]['row_no'] );
		$codes  = $this->earlier( $import, 'code', array_column( $looks, 'code' ), (int) $rows[0]['row_no'] );
		$sums   = array(
			'checked'      => count( $rows ),
			'problem_rows' => 0,
			'change_rows'  => 0,
			'same_rows'    => 0,
			'created_rows' => 0,
		);
		$count  = array(
			'problem' => 'problem_rows',
			'change'  => 'change_rows',
			'same'    => 'same_rows',
			'create'  => 'created_rows',
		);
		foreach ( $rows as $place => $row ) {
			$number   = (int) $row['row_no'];
			$look     = $looks[ $number ];
			$problems = $look['problems'];
			if ( isset( $look['ident'], $idents[ $look['ident'] ] ) ) {
				$problems[] = new Problem( '', 'wig_import_twice', (string) $idents[ $look['ident'] ] );
			} elseif ( isset( $look['ident'] ) ) {
				$idents[ $look['ident'] ] = $number;
			}
			if ( isset( $look['code'], $codes[ $look['code'] ] ) ) {
				$problems[] = new Problem( 'barcode', 'wig_import_barcode_twice', (string) $codes[ $look['code'] ] );
			} elseif ( isset( $look['code'] ) ) {
				$codes[ $look['code'] ] = $number;
			}
			$state = array() === $problems ? $look['state'] : RowState::Problem;
			++$sums[ $count[ $state->value ] ?? 'problem_rows' ];
			$rows[ $place ] = array(
				'state'    => $state->value,
				'item_id'  => null === $look['item'] ? null : (string) $look['item']->id,
				'ident'    => $look['ident'],
				'code'     => $look['code'],
				'parts'    => $look['parts'] && RowState::Problem !== $state ? '1' : '0',
				'seen'     => $look['seen']?->sql(),
				'delta'    => $look['delta']?->sql(),
				'problems' => Problem::write( $problems ),
				'changes'  => Rows::write_changes( RowState::Problem === $state ? array() : $look['changes'] ),
			) + $row;
		}
		$this->rows->replace( $import->id, $rows );
		return $sums;
	}

	/**
	 * Rows above these that say the same.
	 *
	 * @param 'ident'|'code'    $column
	 * @param list<string|null> $values
	 * @return array<array-key, int> The first such row, by value.
	 */
	private function earlier( Import $import, string $column, array $values, int $before ): array {
		$values = array_values( array_unique( array_filter( $values, is_string( ... ) ) ) );
		if ( array() === $values ) {
			return array();
		}
		$db    = $this->rows->db;
		$found = array();
		foreach ( $db->rows( 'SELECT %i AS v, MIN( row_no ) AS row_no FROM %i WHERE import_id = %d AND %i IN (' . $db->marks( $values, '%s' ) . ') AND row_no < %d GROUP BY %i', $column, $this->rows->table(), $import->id, $column, ...array( ...$values, $before, $column ) ) as $row ) {
			$found[ (string) $row['v'] ] = (int) $row['row_no'];
		}
		return $found;
	}
}
