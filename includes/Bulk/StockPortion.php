<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Bulk;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Level\ManyMoves;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * What is on hand of some items. The ledger names the change as the document of each line; undone, each item gets the
 * opposite line, so what was sold since stays sold.
 */
final class StockPortion implements Portion {

	public const REFERENCE = 'bulk_change';

	private const LOCATION = 1;

	public function __construct( private readonly Db $db, private readonly ManyMoves $moves ) {}

	public function change( BulkChange $change, array $ids ): int {
		$step = $change->wish->step;
		if ( null === $step ) {
			return 0;
		}
		$moved = $this->moves->move( $ids, self::LOCATION, static fn( int $id, Quantity $on_hand ): Quantity => $step->by( $on_hand ), self::cause( $change, $step->reason, $step->note ) );
		if ( array() !== $moved ) {
			$rows = array();
			foreach ( $moved as $id => $delta ) {
				array_push( $rows, $change->id, $id, '', $delta->sql() );
			}
			$this->db->execute( 'INSERT INTO %i (change_id, item_id, was, delta) VALUES ' . $this->db->marks( array_keys( $moved ), '(%d,%d,%s,CAST( %s AS DECIMAL(19,4) ))' ), $this->db->table( 'bulk_change_items' ), ...$rows );
		}
		return count( $moved );
	}

	/**
	 * Where more would go than orders leave, it stays.
	 */
	public function put_back( BulkChange $change, array $ids ): int {
		$deltas = array_column( $this->db->rows( 'SELECT item_id, delta FROM %i WHERE change_id = %d AND item_id IN (' . $this->db->marks( $ids ) . ')', $this->db->table( 'bulk_change_items' ), $change->id, ...$ids ), 'delta', 'item_id' );
		$note   = __( 'Undoes a bulk change.', 'woo-inventory-guard' );
		return count( $this->moves->move( $ids, self::LOCATION, static fn( int $id ): Quantity => Quantity::from_sql( $deltas[ $id ] ?? null )->negated(), self::cause( $change, 'correction', $note ) ) );
	}

	private static function cause( BulkChange $change, string $reason, string $note ): Cause {
		return new Cause( $reason, new Reference( self::REFERENCE, (string) $change->id ), $change->actor, $note );
	}
}
