<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Making;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stocktake\State;

/**
 * Who counts in a stocktake, and which items are whose. Whose an item is only says who goes there: whoever comes across
 * it may count it.
 */
final class Crew {

	public function __construct( private readonly Db $db ) {}

	public function has( int $id, int $user ): bool {
		return null !== $this->db->value( 'SELECT user_id FROM %i WHERE stocktake_id = %d AND user_id = %d', $this->db->table( 'stocktake_counters' ), $id, $user );
	}

	/**
	 * @return list<array{user_id: int, items: int, counted: int}>
	 */
	public function of( int $id ): array {
		$rows = $this->db->rows(
			'SELECT c.user_id, COUNT( l.item_id ) AS items, COALESCE( SUM( l.has_count ), 0 ) AS counted FROM %i c
			LEFT JOIN %i l ON l.stocktake_id = c.stocktake_id AND l.counter_id = c.user_id WHERE c.stocktake_id = %d GROUP BY c.user_id ORDER BY c.user_id',
			$this->db->table( 'stocktake_counters' ),
			$this->db->table( 'stocktake_lines' ),
			$id
		);
		return array_map(
			static fn( array $row ): array => array(
				'user_id' => (int) $row['user_id'],
				'items'   => (int) $row['items'],
				'counted' => (int) $row['counted'],
			),
			$rows
		);
	}

	/**
	 * @return list<int>
	 */
	public function users( int $id ): array {
		return array_map( intval( ... ), $this->db->column( 'SELECT user_id FROM %i WHERE stocktake_id = %d ORDER BY user_id', $this->db->table( 'stocktake_counters' ), $id ) );
	}

	/**
	 * Replaces who counts, as long as it is not over.
	 *
	 * @param list<int> $users
	 */
	public function set( int $id, array $users, Share $share ): bool {
		$changed = $this->db->transaction(
			function () use ( $id, $users, $share ): bool {
				if ( 1 !== $this->db->execute( 'UPDATE %i SET shared = %s, version = version + 1 WHERE id = %d AND state IN ' . State::ACTIVE, $this->db->table( 'stocktakes' ), $share->value, $id ) ) {
					return false;
				}
				$this->db->execute( 'DELETE FROM %i WHERE stocktake_id = %d', $this->db->table( 'stocktake_counters' ), $id );
				foreach ( array_unique( $users ) as $user ) {
					$this->db->execute( 'INSERT INTO %i (stocktake_id, user_id) VALUES (%d, %d)', $this->db->table( 'stocktake_counters' ), $id, $user );
				}
				return true;
			}
		);
		if ( $changed ) {
			$this->share_out( $id, $share );
		}
		return $changed;
	}

	/**
	 * Shares all items out anew; done twice it ends the same.
	 */
	public function share_out( int $id, Share $share ): void {
		$users = $this->users( $id );
		$lines = $this->db->table( 'stocktake_lines' );
		if ( Share::None === $share || array() === $users ) {
			$this->db->execute( 'UPDATE %i SET counter_id = 0 WHERE stocktake_id = %d AND counter_id <> 0', $lines, $id );
			return;
		}
		foreach ( self::portions( $this->by_bin( $id ), $users, $share ) as $user => $items ) {
			foreach ( array_chunk( $items, 1_000 ) as $some ) {
				$this->db->execute( 'UPDATE %i SET counter_id = %d WHERE stocktake_id = %d AND item_id IN (' . $this->db->marks( $some ) . ')', $lines, $user, $id, ...$some );
			}
		}
	}

	/**
	 * @param array<string, non-empty-list<int>> $bins  Items by bin, in their order.
	 * @param non-empty-list<int>                $users
	 * @return array<int, list<int>> Items by user.
	 */
	public static function portions( array $bins, array $users, Share $share ): array {
		$portions = array_fill_keys( $users, array() );
		if ( Share::Bin === $share ) {
			// The largest first, each to whoever has least: close to even, and a bin stays whole.
			uasort( $bins, static fn( array $a, array $b ): int => count( $b ) <=> count( $a ) );
			foreach ( $bins as $items ) {
				$least = (int) array_search( min( array_map( count( ... ), $portions ) ), array_map( count( ... ), $portions ), true );
				array_push( $portions[ $least ], ...$items );
			}
			return $portions;
		}
		$all  = array_merge( ...array_values( $bins ) );
		$each = max( 1, (int) ceil( count( $all ) / count( $users ) ) );
		foreach ( array_chunk( $all, $each ) as $number => $items ) {
			$portions[ $users[ $number ] ] = $items;
		}
		return $portions;
	}

	/**
	 * @return array<string, non-empty-list<int>>
	 */
	private function by_bin( int $id ): array {
		$bins  = array();
		$after = 0;
		do {
			$rows = $this->db->rows(
				'SELECT l.item_id, i.bin FROM %i l JOIN %i i ON i.id = l.item_id WHERE l.stocktake_id = %d AND l.item_id > %d ORDER BY l.item_id LIMIT 5000',
				$this->db->table( 'stocktake_lines' ),
				$this->db->table( 'items' ),
				$id,
				$after
			);
			foreach ( $rows as $row ) {
				$after                       = (int) $row['item_id'];
				$bins[ 'b' . $row['bin'] ][] = $after;
			}
			$more = 5_000 === count( $rows );
		} while ( $more );
		ksort( $bins, SORT_NATURAL );
		return $bins;
	}
}
