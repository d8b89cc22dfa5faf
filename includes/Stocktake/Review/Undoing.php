<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Review;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Correction;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stocktake\State;
use WooInventoryGuard\Stocktake\Stocktake;
use WooInventoryGuard\Stocktake\Stocktakes;
use WooInventoryGuard\Stocktake\WrongState;

/**
 * Takes an applied stocktake back as a whole: the opposite of each difference, as a new line of the ledger; what moved
 * since stays. In portions, like applying. Where a second person had to agree to a line, one person asks for the undoing
 * and another one, who did not apply it either, begins it.
 */
final class Undoing {

	public const REASON = 'stocktake_undone';

	private const PORTION = 100;

	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly Stocktakes $stocktakes,
		private readonly Ledger $ledger
	) {}

	/**
	 * Begins it, or notes who asked for it.
	 *
	 * @throws WrongState
	 */
	public function begin( int $id, int $actor ): Stocktake {
		$begun = $this->db->execute(
			"UPDATE %i SET state = 'undoing', undone_by = %d, version = version + 1 WHERE id = %d AND state = 'applied'
				AND ( ( undo_asked_by <> 0 AND undo_asked_by <> %d ) OR NOT EXISTS ( SELECT 1 FROM %i l WHERE l.stocktake_id = %d AND l.needs_second = 1 AND l.applied <> 0 ) )",
			$this->db->table( 'stocktakes' ),
			$actor,
			$id,
			$actor,
			$this->db->table( 'stocktake_lines' ),
			$id
		);
		if ( 0 === $begun ) {
			$this->db->execute( "UPDATE %i SET undo_asked_by = %d, version = version + 1 WHERE id = %d AND state = 'applied' AND undo_asked_by = 0", $this->db->table( 'stocktakes' ), $actor, $id );
		}
		$after = $this->stocktakes->find( $id ) ?? throw new \LogicException( 'A stocktake is never deleted.' );
		if ( ! in_array( $after->state, array( State::Applied, State::Undoing, State::Undone ), true ) ) {
			throw new WrongState( $id, $after->state );
		}
		return $after;
	}

	/**
	 * @return bool Whether nothing is left to do.
	 */
	public function work( int $id, float $seconds ): bool {
		$until     = microtime( true ) + $seconds;
		$stocktake = $this->stocktakes->find( $id );
		if ( null === $stocktake || State::Undoing !== $stocktake->state ) {
			return true;
		}
		do {
			$items = array_map( intval( ... ), $this->db->column( 'SELECT item_id FROM %i WHERE stocktake_id = %d AND applied <> 0 AND undone = 0 ORDER BY item_id LIMIT %d', $this->lines(), $id, self::PORTION ) );
			if ( array() === $items ) {
				$this->db->execute( 'UPDATE %i SET undone = 1 WHERE stocktake_id = %d AND applied = 0 AND undone = 0', $this->lines(), $id );
				$this->db->execute( "UPDATE %i SET state = 'undone', undone_at = %s, version = version + 1 WHERE id = %d AND state = 'undoing'", $this->db->table( 'stocktakes' ), Clock::sql( $this->clock->now() ), $id );
				return true;
			}
			$this->db->transaction( fn() => $this->portion( $stocktake, $items ) );
		} while ( microtime( true ) < $until );
		return false;
	}

	/**
	 * @param non-empty-list<int> $items
	 */
	private function portion( Stocktake $stocktake, array $items ): void {
		$this->ledger->lock( $items, $stocktake->location_id );
		$actor       = (int) $this->db->value( 'SELECT undone_by FROM %i WHERE id = %d', $this->db->table( 'stocktakes' ), $stocktake->id );
		$cause       = new Cause( self::REASON, new Reference( Stocktake::REFERENCE, (string) $stocktake->id ), $actor );
		$corrections = array();
		foreach ( $this->db->rows( 'SELECT item_id, applied FROM %i WHERE stocktake_id = %d AND item_id IN (' . $this->db->marks( $items ) . ') AND applied <> 0 ORDER BY item_id', $this->lines(), $stocktake->id, ...$items ) as $row ) {
			$claimed = $this->db->execute(
				"UPDATE %i SET undone = 1 WHERE stocktake_id = %d AND item_id = %d AND applied <> 0 AND undone = 0 AND EXISTS ( SELECT 1 FROM %i s WHERE s.id = %d AND s.state = 'undoing' )",
				$this->lines(),
				$stocktake->id,
				(int) $row['item_id'],
				$this->db->table( 'stocktakes' ),
				$stocktake->id
			);
			if ( 1 === $claimed ) {
				$corrections[] = new Correction( new Line( (int) $row['item_id'], $stocktake->location_id, Quantity::from_sql( $row['applied'] )->negated() ), $cause );
			}
		}
		$this->ledger->correct( $corrections );
	}

	private function lines(): string {
		return $this->db->table( 'stocktake_lines' );
	}
}
