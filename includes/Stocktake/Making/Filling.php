<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Making;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stocktake\State;

/**
 * Puts the items of a new stocktake on its list, in portions. Each portion is claimed by a conditional change of how far
 * it is, in the transaction that writes the lines: two who work at it, and one who is killed, do no harm.
 */
final class Filling {

	private const PORTION = 2_000;

	public function __construct( private readonly Db $db, private readonly Choice $choice, private readonly Crew $crew ) {}

	/**
	 * @return bool Whether nothing is left.
	 */
	public function work( int $id, float $seconds ): bool {
		$until = microtime( true ) + $seconds;
		do {
			$done = $this->portion( $id );
		} while ( ! $done && microtime( true ) < $until );
		return $done;
	}

	/**
	 * @return list<int> Stocktakes whose items are still being chosen.
	 */
	public function unfinished(): array {
		return array_map( intval( ... ), $this->db->column( "SELECT id FROM %i WHERE state = 'open' AND filled = 0 ORDER BY id LIMIT 20", $this->db->table( 'stocktakes' ) ) );
	}

	private function portion( int $id ): bool {
		$row = $this->db->row( 'SELECT scope, location_id, sample_below, filled_to, shared FROM %i WHERE id = %d AND filled = 0 AND state = %s', $this->db->table( 'stocktakes' ), $id, State::Open->value );
		if ( null === $row ) {
			return true;
		}
		$scope    = Scope::from_json( (string) $row['scope'] );
		$location = (int) $row['location_id'];
		$after    = (int) $row['filled_to'];
		$below    = null === $row['sample_below'] ? null : (int) $row['sample_below'];
		if ( 0 === $after && null === $below && null !== $scope->sample ) {
			$below = $this->choice->sample_below( $scope, $location );
			$this->db->execute( 'UPDATE %i SET sample_below = NULLIF( %d, -1 ) WHERE id = %d AND filled_to = 0', $this->db->table( 'stocktakes' ), $below ?? -1, $id );
		}
		$portion = $this->choice->portion( $scope, $location, $below, $after, self::PORTION );
		$this->db->transaction(
			function () use ( $id, $after, $portion ): void {
				$claimed = $this->db->execute(
					'UPDATE %i SET filled_to = %d WHERE id = %d AND filled_to = %d AND filled = 0',
					$this->db->table( 'stocktakes' ),
					$portion['next'] ?? PHP_INT_MAX,
					$id,
					$after
				);
				if ( 1 === $claimed ) {
					$this->insert( $id, $portion['items'] );
				}
			}
		);
		if ( null !== $portion['next'] ) {
			return false;
		}
		$this->crew->share_out( $id, Share::from( (string) $row['shared'] ) );
		$this->db->execute( 'UPDATE %i SET filled = 1, version = version + 1 WHERE id = %d AND filled = 0', $this->db->table( 'stocktakes' ), $id );
		return true;
	}

	/**
	 * @param list<int> $items
	 */
	private function insert( int $id, array $items ): void {
		foreach ( array_chunk( $items, 500 ) as $some ) {
			$values = array();
			foreach ( $some as $item ) {
				array_push( $values, $id, $item );
			}
			$this->db->execute( 'INSERT INTO %i (stocktake_id, item_id) VALUES ' . $this->db->marks( $some, '(%d,%d)' ), $this->db->table( 'stocktake_lines' ), ...$values );
		}
	}
}
