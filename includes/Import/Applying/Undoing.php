<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Applying;

use WooInventoryGuard\Import\Checking\Fields;
use WooInventoryGuard\Import\Import;
use WooInventoryGuard\Import\Phase;
use WooInventoryGuard\Import\Problem;
use WooInventoryGuard\Import\Rows;
use WooInventoryGuard\Import\RowState;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Level\ManyMoves;
use WooInventoryGuard\Stock\Quantity;

/**
 * Takes back what was written: the opposite of each difference, so what was sold since stays sold, and of each field what
 * it said, where nobody has changed it since. An item that was made stays, with what was sold of it in its ledger, and
 * without stock.
 */
final class Undoing implements Phase {

	public const REASON = 'correction';

	private const PORTION = 100;

	private const LOCATION = 1;

	public function __construct( private readonly Rows $rows, private readonly ManyFields $fields, private readonly Ledger $ledger, private readonly ManyMoves $moves ) {}

	public function next( Import $import ): array {
		return $this->rows->in_state( $import, array( RowState::Applied, RowState::Conflict ), $this->rows->size( self::PORTION ) );
	}

	public function act( Import $import, array $rows ): array {
		$changes = array();
		$deltas  = array();
		foreach ( $rows as $row ) {
			$id = (int) $row['item_id'];
			if ( null !== $row['delta'] && 0 < $id ) {
				$deltas[ $id ] = Quantity::from_sql( $row['delta'] )->negated();
			}
			foreach ( Rows::changes( $row['changes'] ) as $field => list( $from, $to ) ) {
				if ( null !== $from && in_array( $field, Fields::ALL, true ) ) {
					$changes[ $id ][ $field ] = array( $to, $from );
				}
			}
		}
		ksort( $deltas );
		$ids = array_values( array_diff( array_map( static fn( array $row ): int => (int) $row['item_id'], $rows ), array( 0 ) ) );
		if ( array() !== $ids ) {
			$this->ledger->lock( $ids, self::LOCATION );
		}
		$kept  = $this->fields->change( $changes );
		$moved = array() === $deltas ? array() : $this->moves->move( array_keys( $deltas ), self::LOCATION, static fn( int $id ): Quantity => $deltas[ $id ], Applying::cause( $import, self::REASON ) );
		foreach ( array_diff_key( $deltas, $moved ) as $id => $delta ) {
			if ( ! $delta->is_zero() ) {
				$kept[ $id ][] = new Problem( 'on_hand', 'wig_import_promised', (string) $delta );
			}
		}
		$undone = 0;
		$told   = array();
		foreach ( $rows as $row ) {
			$of_parts = 3 === (int) $row['parts'] ? Problem::read( (string) $row['problems'] ) : array();
			$problems = array( ...$of_parts, ...( $kept[ (int) $row['item_id'] ] ?? array() ) );
			$undone  += array() === $problems ? 1 : 0;
			$told[]   = array(
				'state'    => ( array() === $problems ? RowState::Undone : RowState::Conflict )->value,
				'problems' => Problem::write( $problems ),
			) + $row;
		}
		$this->rows->replace( $import->id, $told );
		return array(
			'undone'        => $undone,
			'conflict_rows' => count( $rows ) - $undone,
		);
	}
}
