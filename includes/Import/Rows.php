<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import;

use WooInventoryGuard\Platform\Db;

/**
 * The rows of `import_rows`, by the portion.
 */
final class Rows {

	public const COLUMNS = 'row_no, data, state, item_id, ident, code, parts, nodes, seen, delta, problems, changes';

	/**
	 * @param int<1, max>|null $size Rows of a portion; NULL for as many as are good.
	 */
	public function __construct( public readonly Db $db, private readonly ?int $size = null ) {}

	/**
	 * Rows of one transaction; what they lock is locked for as long as it takes.
	 *
	 * @param int<1, max> $good How many are good on a database of its own.
	 * @return int<1, max>
	 */
	public function size( int $good ): int {
		return $this->size ?? ( $this->db->is_sqlite() ? min( 100, $good ) : $good );
	}

	/**
	 * @return list<array<string, string|null>>
	 */
	public function after( Import $import, int $limit ): array {
		return $this->db->rows( 'SELECT ' . self::COLUMNS . ' FROM %i WHERE import_id = %d AND row_no > %d ORDER BY row_no LIMIT %d', $this->table(), $import->id, $import->reached, $limit );
	}

	/**
	 * @param non-empty-list<RowState> $states
	 * @return list<array<string, string|null>>
	 */
	public function in_state( Import $import, array $states, int $limit ): array {
		$names = array_column( $states, 'value' );
		return $this->db->rows( 'SELECT ' . self::COLUMNS . ' FROM %i WHERE import_id = %d AND state IN (' . $this->db->marks( $names, '%s' ) . ') AND row_no > %d ORDER BY row_no LIMIT %d', $this->table(), $import->id, ...array( ...$names, $import->reached, $limit ) );
	}

	/**
	 * @param int $parts See Install\ImportTables.
	 * @return list<array<string, string|null>>
	 */
	public function with_parts( Import $import, int $parts, int $limit ): array {
		return $this->db->rows(
			'SELECT ' . self::COLUMNS . ' FROM %i WHERE import_id = %d AND parts = %d AND row_no > %d ORDER BY row_no LIMIT %d',
			$this->table(),
			$import->id,
			$parts,
			$import->reached,
			$limit
		);
	}

	/**
	 * Writes rows anew, all columns of them: two statements for a thousand.
	 *
	 * @param list<array<string, string|null>> $rows
	 */
	public function replace( int $import_id, array $rows ): void {
		foreach ( array_chunk( $rows, $this->size( 500 ) ) as $some ) {
			$numbers = array_map( static fn( array $row ): int => (int) $row['row_no'], $some );
			$values  = array();
			foreach ( $some as $row ) {
				array_push(
					$values,
					$import_id,
					(int) $row['row_no'],
					(string) $row['data'],
					(string) $row['state'],
					(string) $row['item_id'],
					(string) $row['ident'],
					(string) $row['code'],
					(int) $row['parts'],
					(string) $row['nodes'],
					(string) $row['seen'],
					(string) $row['delta'],
					(string) $row['problems'],
					(string) $row['changes']
				);
			}
			$this->db->execute( 'DELETE FROM %i WHERE import_id = %d AND row_no IN (' . $this->db->marks( $numbers ) . ')', $this->table(), $import_id, ...$numbers );
			$this->db->execute(
				'INSERT INTO %i (import_id, ' . self::COLUMNS . ') VALUES '
				. $this->db->marks( $numbers, "(%d,%d,%s,%s,NULLIF(%s,''),NULLIF(%s,''),NULLIF(%s,''),%d,NULLIF(%s,''),CAST( NULLIF(%s,'') AS DECIMAL(19,4) ),CAST( NULLIF(%s,'') AS DECIMAL(19,4) ),%s,%s)" ),
				$this->table(),
				...$values
			);
		}
	}

	/**
	 * @param list<int> $numbers
	 */
	public function mark( int $import_id, array $numbers, RowState $state ): void {
		if ( array() !== $numbers ) {
			$this->db->execute( 'UPDATE %i SET state = %s WHERE import_id = %d AND row_no IN (' . $this->db->marks( $numbers ) . ')', $this->table(), $state->value, $import_id, ...$numbers );
		}
	}

	/**
	 * @param array<int, int> $items The items that rows have made, by row; at least one.
	 */
	public function made( int $import_id, array $items ): void {
		$cases = array();
		foreach ( $items as $number => $item ) {
			array_push( $cases, $number, $item );
		}
		$this->db->execute(
			"UPDATE %i SET state = 'applied', item_id = CASE row_no " . str_repeat( 'WHEN %d THEN %d ', count( $items ) ) . 'ELSE item_id END WHERE import_id = %d AND row_no IN (' . $this->db->marks( $items ) . ')',
			$this->table(),
			...$cases,
			...array( $import_id, ...array_keys( $items ) )
		);
	}

	public function table(): string {
		return $this->db->table( 'import_rows' );
	}

	/**
	 * @return array<string, string>
	 */
	public static function data( ?string $json ): array {
		$kept = json_decode( (string) $json, true );
		return array_filter( is_array( $kept ) ? $kept : array(), 'is_string' );
	}

	/**
	 * @return array<string, array{string|null, string}> What it said and what it says, by field.
	 */
	public static function changes( ?string $json ): array {
		$kept    = json_decode( (string) $json, true );
		$changes = array();
		foreach ( is_array( $kept ) ? $kept : array() as $field => $one ) {
			if ( is_array( $one ) ) {
				$changes[ (string) $field ] = array( isset( $one[0] ) ? strval( $one[0] ) : null, strval( $one[1] ?? '' ) );
			}
		}
		return $changes;
	}

	/**
	 * @param array<string, array{string|null, string}> $changes
	 */
	public static function write_changes( array $changes ): string {
		return json_encode( (object) $changes, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE );
	}
}
