<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake;

use WooInventoryGuard\Platform\Db;

/**
 * Which stocktakes there are, for telling.
 */
final class StocktakeList {

	private const WHERE = "( 'all' = %s OR s.state = %s OR ( 'active' = %s AND s.state IN " . State::ACTIVE . ' ) )
		AND ( 0 = %d OR EXISTS ( SELECT 1 FROM %i c WHERE c.stocktake_id = s.id AND c.user_id = %d ) )';

	public function __construct( private readonly Db $db ) {}

	/**
	 * @param string $state  A state, all or active.
	 * @param int    $only   Only those given to this user; 0 for all.
	 * @return list<Stocktake> Newest first.
	 */
	public function page( string $state, int $only, int $size, int $offset ): array {
		return array_map(
			Stocktake::from_row( ... ),
			$this->db->rows( 'SELECT ' . Stocktake::COLUMNS . ' FROM %i s WHERE ' . self::WHERE . ' ORDER BY s.id DESC LIMIT %d OFFSET %d', $this->db->table( 'stocktakes' ), ...$this->values( $state, $only ), ...array( $size, $offset ) )
		);
	}

	public function count( string $state, int $only ): int {
		return (int) $this->db->value( 'SELECT COUNT(*) FROM %i s WHERE ' . self::WHERE, $this->db->table( 'stocktakes' ), ...$this->values( $state, $only ) );
	}

	/**
	 * Those that should be done by a day and are not, the most overdue first.
	 *
	 * @param string $day In the shop's calendar.
	 * @param int    $only Only those given to this user; 0 for all.
	 * @return list<Stocktake>
	 */
	public function due( string $day, int $only, int $limit ): array {
		return array_map(
			Stocktake::from_row( ... ),
			$this->db->rows(
				'SELECT ' . Stocktake::COLUMNS . " FROM %i s WHERE s.state IN ('open', 'counting', 'review') AND s.due_on <= %s
					AND ( 0 = %d OR EXISTS ( SELECT 1 FROM %i c WHERE c.stocktake_id = s.id AND c.user_id = %d ) ) ORDER BY s.due_on, s.id LIMIT %d",
				$this->db->table( 'stocktakes' ),
				$day,
				$only,
				$this->db->table( 'stocktake_counters' ),
				$only,
				$limit
			)
		);
	}

	/**
	 * @param string $day In the shop's calendar.
	 */
	public function count_due( string $day ): int {
		return (int) $this->db->value( "SELECT COUNT(*) FROM %i WHERE state IN ('open', 'counting', 'review') AND due_on <= %s", $this->db->table( 'stocktakes' ), $day );
	}

	/**
	 * How many items they have, and how many of those are counted.
	 *
	 * @param list<int> $ids
	 * @return array<int, array{items: int, counted: int, recounts: int, mine: int, mine_counted: int, to_apply: int, applied: int, undone: int}> By stocktake.
	 */
	public function progress( array $ids, int $user ): array {
		$found = array();
		foreach ( $ids as $id ) {
			// One by one: each is a look along its own part of the key.
			$row          = (array) $this->db->row(
				"SELECT COUNT(*) AS items, SUM( has_count ) AS counted, SUM( CASE WHEN round > 1 AND has_count = 0 THEN 1 ELSE 0 END ) AS recounts,
					SUM( CASE WHEN counter_id IN (0, %d) THEN 1 ELSE 0 END ) AS mine, SUM( CASE WHEN counter_id IN (0, %d) THEN has_count ELSE 0 END ) AS mine_counted,
					SUM( CASE WHEN decision = 'accept' AND variance <> 0 THEN 1 ELSE 0 END ) AS to_apply,
					SUM( CASE WHEN applied <> 0 THEN 1 ELSE 0 END ) AS applied, SUM( CASE WHEN applied <> 0 THEN undone ELSE 0 END ) AS undone
				FROM %i WHERE stocktake_id = %d",
				$user,
				$user,
				$this->db->table( 'stocktake_lines' ),
				$id
			);
			$found[ $id ] = array_map( intval( ... ), $row );
		}
		/** @var array<int, array{items: int, counted: int, recounts: int, mine: int, mine_counted: int, to_apply: int, applied: int, undone: int}> $found */
		return $found;
	}

	/**
	 * @return array{string, string, string, int, string, int}
	 */
	private function values( string $state, int $only ): array {
		return array( $state, $state, $state, $only, $this->db->table( 'stocktake_counters' ), $only );
	}
}
