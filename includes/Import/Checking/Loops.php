<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Checking;

use WooInventoryGuard\Import\Import;
use WooInventoryGuard\Import\Phase;
use WooInventoryGuard\Import\Problem;
use WooInventoryGuard\Import\Rows;
use WooInventoryGuard\Import\RowState;

/**
 * Last way of a check: bundles that would contain themselves, with what the file says and what is there already. Two
 * rows that are each sound can make a loop together, so all of it is looked at at once, as numbers.
 */
final class Loops implements Phase {

	private const READ = 5_000;

	public function __construct( private readonly Rows $rows ) {}

	/**
	 * Whatever the place: with these rows gone others are still to be looked at, until nothing is found.
	 */
	public function next( Import $import ): array {
		$looping = $this->find( $this->graph( $import ) );
		if ( array() === $looping ) {
			return array();
		}
		$db   = $this->rows->db;
		$rows = array();
		foreach ( array_chunk( $looping, 500 ) as $some ) {
			array_push( $rows, ...$db->rows( 'SELECT ' . Rows::COLUMNS . ' FROM %i WHERE import_id = %d AND parts = 1 AND row_no IN (' . $db->marks( $some ) . ') ORDER BY row_no', $this->rows->table(), $import->id, ...$some ) );
		}
		return $rows;
	}

	public function act( Import $import, array $rows ): array {
		$sums = array(
			'problem_rows' => 0,
			'change_rows'  => 0,
			'created_rows' => 0,
		);
		foreach ( $rows as $place => $row ) {
			--$sums[ RowState::Create->value === $row['state'] ? 'created_rows' : 'change_rows' ];
			++$sums['problem_rows'];
			$rows[ $place ] = array(
				'state'    => RowState::Problem->value,
				'parts'    => '0',
				'changes'  => '{}',
				'problems' => Problem::write( array( ...Problem::read( (string) $row['problems'] ), new Problem( 'components', 'wig_import_loop' ) ) ),
			) + $row;
		}
		$this->rows->replace( $import->id, $rows );
		return $sums;
	}

	/**
	 * @return array{edges: array<int, list<int>>, rows: array<int, int>} Components by bundle, and the row that says so. A bundle
	 *         that the file makes is its row's number, negative.
	 */
	private function graph( Import $import ): array {
		$db    = $this->rows->db;
		$edges = array();
		$rows  = array();
		$after = 0;
		do {
			$some = $db->rows( 'SELECT row_no, item_id, nodes FROM %i WHERE import_id = %d AND parts = 1 AND row_no > %d ORDER BY row_no LIMIT %d', $this->rows->table(), $import->id, $after, self::READ );
			foreach ( $some as $row ) {
				$after          = (int) $row['row_no'];
				$node           = null === $row['item_id'] ? -$after : (int) $row['item_id'];
				$rows[ $node ]  = $after;
				$edges[ $node ] = '' === (string) $row['nodes'] ? array() : array_map( 'intval', explode( ',', (string) $row['nodes'] ) );
			}
			$read = count( $some );
		} while ( self::READ === $read );
		if ( array() === $rows ) {
			return array(
				'edges' => array(),
				'rows'  => array(),
			);
		}
		$from = 0;
		$part = 0;
		do {
			$some = $db->rows( 'SELECT bundle_id, component_id FROM %i WHERE bundle_id > %d OR ( bundle_id = %d AND component_id > %d ) ORDER BY bundle_id, component_id LIMIT %d', $db->table( 'bundle_components' ), $from, $from, $part, self::READ );
			foreach ( $some as $row ) {
				$from = (int) $row['bundle_id'];
				$part = (int) $row['component_id'];
				if ( ! isset( $rows[ $from ] ) ) {
					$edges[ $from ][] = $part;
				}
			}
			$read = count( $some );
		} while ( self::READ === $read );
		return array(
			'edges' => $edges,
			'rows'  => $rows,
		);
	}

	/**
	 * Goes down from each bundle; who is met again on the way down is in a loop, and so are those between.
	 *
	 * @param array{edges: array<int, list<int>>, rows: array<int, int>} $graph
	 * @return list<int> Rows, in order.
	 */
	private function find( array $graph ): array {
		$done  = array();
		$found = array();
		foreach ( array_keys( $graph['rows'] ) as $start ) {
			$way   = array( $start => 0 );
			$stack = array( $start );
			while ( array() !== $stack ) {
				$node = $stack[ count( $stack ) - 1 ];
				$next = $graph['edges'][ $node ][ $way[ $node ] ] ?? null;
				if ( null === $next || isset( $done[ $node ] ) ) {
					$done[ $node ] = true;
					unset( $way[ $node ] );
					array_pop( $stack );
				} else {
					++$way[ $node ];
					if ( isset( $way[ $next ] ) ) {
						$loop = array_slice( $stack, (int) array_search( $next, $stack, true ) );
						foreach ( array_intersect_key( $graph['rows'], array_flip( $loop ) ) as $row ) {
							$found[ $row ] = $row;
						}
					} elseif ( ! isset( $done[ $next ] ) ) {
						$way[ $next ] = 0;
						$stack[]      = $next;
					}
				}
			}
		}
		sort( $found );
		return $found;
	}
}
