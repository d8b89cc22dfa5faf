<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Review;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stocktake\Counting\Tally;
use WooInventoryGuard\Stocktake\Stocktake;

/**
 * What else has to be known to say what was physically there at the moment of a count, beside what the ledger said then.
 *
 * - Packing: units of orders that had left the ledger while the goods were still in the house.
 * - Corrections: another stocktake may have been applied after this count was made. Its ledger line is later, but what it
 *   puts right was wrong before: what it found at a moment up to that of this count belongs to what should have been
 *   there. (Without this, two stocktakes of one item would each write the same loss.) What was undone again cancels out by
 *   itself, since both lines are in the ledger.
 * - Superseded: a stocktake that counted the item later has been applied. It covers all that this count could find.
 */
final class Circumstances {

	public function __construct( private readonly Db $db ) {}

	/**
	 * @param non-empty-array<int, Tally> $tallies By item.
	 * @return array<int, Around> By item.
	 */
	public function of( Stocktake $stocktake, array $tallies ): array {
		$items  = array_keys( $tallies );
		$first  = Clock::sql( min( array_map( static fn( Tally $tally ): \DateTimeImmutable => $tally->first, $tallies ) ) );
		$found  = array_map( static fn(): Around => new Around(), $tallies );
		$orders = array();
		foreach ( Goods::Shelf === $stocktake->packing ? $this->in_packing( $items, $stocktake->location_id, $first ) : array() as $row ) {
			$item   = (int) $row['item_id'];
			$tally  = $tallies[ $item ];
			$units  = Quantity::from_sql( $row['delta'] )->negated();
			$handed = Clock::from_sql( $row['handed_at'] );
			if ( Clock::from_sql( $row['created_at'] ) <= $tally->last && ( null === $handed || $handed > $tally->last ) ) {
				$found[ $item ]->packing = $found[ $item ]->packing->plus( $units );
			}
			if ( null !== $handed && $handed > $tally->first && $handed <= $tally->last ) {
				$found[ $item ]->moves( $units );
			}
			$orders[ 'o' . $row['order_id'] ] = true;
		}
		foreach ( $this->corrections( $stocktake, $items, $first ) as $row ) {
			$item  = (int) $row['item_id'];
			$tally = $tallies[ $item ];
			if ( Clock::from_sql( $row['created_at'] ) > $tally->last && Clock::from_sql( $row['counted_at'] ) <= $tally->last ) {
				$found[ $item ]->corrections = $found[ $item ]->corrections->plus( Quantity::from_sql( $row['delta'] ) );
			}
		}
		foreach ( $this->later( $stocktake, $items, $first ) as $row ) {
			$item = (int) $row['item_id'];
			if ( Clock::from_sql( $row['counted_at'] ) >= $tallies[ $item ]->last ) {
				$found[ $item ]->superseded = true;
			}
		}
		$this->add_moves( $stocktake, $tallies, $found, $orders );
		return $found;
	}

	/**
	 * Movements of orders whose goods were in the house at some time after the first count.
	 *
	 * @param non-empty-list<int> $items
	 * @return list<array<string, string|null>>
	 */
	private function in_packing( array $items, int $location_id, string $first ): array {
		return $this->db->rows(
			"SELECT m.item_id, m.delta, m.created_at, p.handed_at, p.order_id FROM %i p JOIN %i m ON m.reference_type = 'order' AND m.reference_id = p.order_id
			WHERE ( p.handed_at IS NULL OR p.handed_at > %s ) AND m.location_id = %d AND m.item_id IN (" . $this->db->marks( $items ) . ')',
			$this->db->table( 'packing' ),
			$this->db->table( 'movements' ),
			$first,
			$location_id,
			...$items
		);
	}

	/**
	 * Ledger lines of other stocktakes after the first count, with the moment for which they speak.
	 *
	 * @param non-empty-list<int> $items
	 * @return list<array<string, string|null>>
	 */
	private function corrections( Stocktake $stocktake, array $items, string $first ): array {
		return $this->db->rows(
			'SELECT m.item_id, m.delta, m.created_at, l.counted_at FROM %i m JOIN %i l ON l.stocktake_id = m.reference_id AND l.item_id = m.item_id
			WHERE m.item_id IN (' . $this->db->marks( $items ) . ') AND m.location_id = %d AND m.created_at >= %s AND m.reference_type = %s AND m.reference_id <> %s',
			$this->db->table( 'movements' ),
			$this->db->table( 'stocktake_lines' ),
			...array( ...$items, $stocktake->location_id, $first, Stocktake::REFERENCE, (string) $stocktake->id )
		);
	}

	/**
	 * @param non-empty-list<int> $items
	 * @return list<array<string, string|null>>
	 */
	private function later( Stocktake $stocktake, array $items, string $first ): array {
		return $this->db->rows(
			'SELECT l.item_id, l.counted_at FROM %i l JOIN %i s ON s.id = l.stocktake_id
			WHERE l.item_id IN (' . $this->db->marks( $items ) . ') AND l.counted_at >= %s AND l.applied IS NOT NULL AND l.undone = 0 AND l.stocktake_id <> %d AND s.location_id = %d',
			$this->db->table( 'stocktake_lines' ),
			$this->db->table( 'stocktakes' ),
			...array( ...$items, $first, $stocktake->id, $stocktake->location_id )
		);
	}

	/**
	 * What moved between the first and the last part, added up without signs: by so much at most the variance is wrong.
	 *
	 * @param non-empty-array<int, Tally> $tallies
	 * @param array<int, Around>          $found
	 * @param array<string, true>         $orders  Whose goods move when they are handed over, not when they are sold.
	 */
	private function add_moves( Stocktake $stocktake, array $tallies, array $found, array $orders ): void {
		$parted = array_filter( $tallies, static fn( Tally $tally ): bool => $tally->first < $tally->last );
		if ( array() === $parted ) {
			return;
		}
		$items = array_keys( $parted );
		$begin = Clock::sql( min( array_map( static fn( Tally $tally ): \DateTimeImmutable => $tally->first, $parted ) ) );
		$end   = Clock::sql( max( array_map( static fn( Tally $tally ): \DateTimeImmutable => $tally->last, $parted ) ) );
		$rows  = $this->db->rows(
			'SELECT item_id, delta, created_at, reference_type, reference_id FROM %i WHERE item_id IN (' . $this->db->marks( $items ) . ') AND location_id = %d AND created_at > %s AND created_at <= %s AND reference_type <> %s',
			$this->db->table( 'movements' ),
			...array( ...$items, $stocktake->location_id, $begin, $end, Stocktake::REFERENCE )
		);
		foreach ( $rows as $row ) {
			$item = (int) $row['item_id'];
			$at   = Clock::from_sql( $row['created_at'] );
			if ( $at > $parted[ $item ]->first && $at <= $parted[ $item ]->last && ! ( 'order' === $row['reference_type'] && isset( $orders[ 'o' . $row['reference_id'] ] ) ) ) {
				$found[ $item ]->moves( Quantity::from_sql( $row['delta'] ) );
			}
		}
	}
}
