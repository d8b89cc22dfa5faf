<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Applying;

use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Writing\ManyNew;
use WooInventoryGuard\Catalog\Writing\NewItem;
use WooInventoryGuard\Import\Checking\Fields;
use WooInventoryGuard\Import\Import;
use WooInventoryGuard\Import\Phase;
use WooInventoryGuard\Import\Problem;
use WooInventoryGuard\Import\Rows;
use WooInventoryGuard\Import\RowState;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Level\ManyMoves;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * Writes what the check has found: new items, fields, and what is on hand, as a difference to what the check has seen, so
 * that a sale between the two is kept. Components come afterwards (see ApplyingParts).
 *
 * A field that says something else by now than the check has seen is left alone, and so is stock that is promised by
 * now: the row is a conflict then, and its changes are only what was written.
 */
final class Applying implements Phase {

	/** So many items are locked for as long as it takes. */
	private const PORTION = 100;

	private const LOCATION = 1;

	/** Said by NewItem itself. */
	private const OF_NEW_ITEM = array(
		'name'     => 1,
		'barcode'  => 1,
		'category' => 1,
	);

	public function __construct(
		private readonly Rows $rows,
		private readonly ManyNew $new,
		private readonly ManyFields $fields,
		private readonly Ledger $ledger,
		private readonly ManyMoves $moves
	) {}

	public function next( Import $import ): array {
		return $this->rows->in_state( $import, array( RowState::Change, RowState::Create ), $this->rows->size( self::PORTION ) );
	}

	public function act( Import $import, array $rows ): array {
		$this->make( $import, $rows );
		$changes = array();
		$deltas  = array();
		$numbers = array();
		foreach ( $rows as $row ) {
			if ( null !== $row['item_id'] ) {
				$id             = (int) $row['item_id'];
				$numbers[ $id ] = (int) $row['row_no'];
				$changes[ $id ] = array_diff_key(
					Rows::changes( $row['changes'] ),
					array(
						'on_hand'    => 1,
						'components' => 1,
					)
				);
				if ( null !== $row['delta'] ) {
					$deltas[ $id ] = Quantity::from_sql( $row['delta'] );
				}
			}
		}
		ksort( $numbers );
		$left = array();
		if ( array() !== $numbers ) {
			// Levels before items, as every writer locks them.
			$this->ledger->lock( array_keys( $numbers ), self::LOCATION );
			$left  = $this->fields->change( $changes );
			$left += array_fill_keys( array_keys( $numbers ), array() );
			foreach ( array_diff_key( $deltas, $this->moved( $import, $deltas ) ) as $id => $delta ) {
				$left[ $id ][] = new Problem( 'on_hand', 'wig_import_promised', (string) $delta );
			}
		}
		$left      = array_filter( $left );
		$conflicts = array_map( static fn( int $id ): int => $numbers[ $id ], array_keys( $left ) );
		$this->rows->mark( $import->id, array_values( array_diff( $numbers, $conflicts ) ), RowState::Applied );
		$this->tell( $import, $rows, $left );
		return array(
			'applied'       => count( $rows ) - count( $conflicts ),
			'conflict_rows' => count( $conflicts ),
		);
	}

	/**
	 * @param array<int, Quantity> $deltas By item.
	 * @return array<int, Quantity> Those that were moved.
	 */
	private function moved( Import $import, array $deltas ): array {
		ksort( $deltas );
		return array() === $deltas ? array() : $this->moves->move( array_keys( $deltas ), self::LOCATION, static fn( int $id ): Quantity => $deltas[ $id ], self::cause( $import, $import->options->reason ) );
	}

	public static function cause( Import $import, string $reason ): Cause {
		return new Cause( $reason, new Reference( Import::REFERENCE, (string) $import->id ), $import->actor, $import->options->note );
	}

	/**
	 * All new items of the portion at once. That this is done once, the import's place sees to (see Runner).
	 *
	 * @param list<array<string, string|null>> $rows
	 * @throws Refused
	 */
	private function make( Import $import, array $rows ): void {
		$items   = array();
		$says    = array();
		$on_hand = array();
		$numbers = array();
		foreach ( $rows as $row ) {
			if ( RowState::Create->value !== $row['state'] ) {
				continue;
			}
			$values    = array_map( static fn( array $change ): string => $change[1], Rows::changes( $row['changes'] ) );
			$items[]   = new NewItem( Kind::from( $values['kind'] ?? 'part' ), $values['name'] ?? '', $values['sku'] ?? '', $values['barcode'] ?? '', $values['category'] ?? '' );
			$says[]    = Fields::to_changes( array_diff_key( array_intersect_key( $values, array_flip( Fields::ALL ) ), self::OF_NEW_ITEM ) );
			$on_hand[] = Quantity::of( $values['on_hand'] ?? 0 );
			$numbers[] = (int) $row['row_no'];
		}
		if ( array() === $items ) {
			return;
		}
		try {
			$ids = $this->new->create( $items, $says, $on_hand, self::cause( $import, $import->options->reason ) );
		} catch ( DuplicateKey $duplicate ) {
			// Whose it was is known once each is tried by itself.
			throw new Refused( new Problem( 'sku', 'wig_import_taken', $items[0]->sku ), $duplicate );
		}
		$this->rows->made( $import->id, array_combine( $numbers, $ids ) );
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @param array<int, non-empty-list<Problem>> $left What was not written, by item.
	 */
	private function tell( Import $import, array $rows, array $left ): void {
		$told = array();
		foreach ( $rows as $row ) {
			$problems = $left[ (int) $row['item_id'] ] ?? array();
			if ( array() !== $problems ) {
				$not    = array_map( static fn( Problem $problem ): string => $problem->field, $problems );
				$told[] = array(
					'state'    => RowState::Conflict->value,
					'delta'    => in_array( 'on_hand', $not, true ) ? null : $row['delta'],
					'problems' => Problem::write( $problems ),
					'changes'  => Rows::write_changes( array_diff_key( Rows::changes( $row['changes'] ), array_flip( $not ) ) ),
				) + $row;
			}
		}
		$this->rows->replace( $import->id, $told );
	}
}
