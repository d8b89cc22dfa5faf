<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Making;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Stocktake\State;
use WooInventoryGuard\Stocktake\Stocktakes;

/**
 * The schedules of the shop, and the stocktakes that they make.
 */
final class Schedules {

	/** Items of one portion of a cycle count at most. */
	private const MOST = 5_000;

	private const LOOK = 5_000;

	/** A writer that names no version tries so often to be the one whose change counts. */
	private const TURNS = 5;

	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly Stocktakes $stocktakes, private readonly Choice $choice, private readonly Classes $classes ) {}

	public function find( int $id ): ?Schedule {
		$row = $this->db->row( 'SELECT * FROM %i WHERE id = %d', $this->table(), $id );
		return null === $row ? null : Schedule::from_row( $row );
	}

	/**
	 * @return list<Schedule>
	 */
	public function page( int $size, int $offset ): array {
		return array_map( Schedule::from_row( ... ), $this->db->rows( 'SELECT * FROM %i ORDER BY id LIMIT %d OFFSET %d', $this->table(), $size, $offset ) );
	}

	public function count(): int {
		return (int) $this->db->value( 'SELECT COUNT(*) FROM %i', $this->table() );
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, int> The stocktake that each made last.
	 */
	public function last( array $ids ): array {
		$rows = array() === $ids ? array() : $this->db->rows( 'SELECT schedule_id, MAX( id ) AS id FROM %i WHERE schedule_id IN (' . $this->db->marks( $ids ) . ') GROUP BY schedule_id', $this->db->table( 'stocktakes' ), ...$ids );
		$last = array();
		foreach ( $rows as $row ) {
			$last[ (int) $row['schedule_id'] ] = (int) $row['id'];
		}
		return $last;
	}

	public function create( Schedule $schedule ): Schedule {
		$this->db->execute(
			'INSERT INTO %i (name, every, next_on, active, plan, created_at) VALUES (%s, %s, %s, %d, %s, %s)',
			$this->table(),
			...array( ...self::values( $schedule ), Clock::sql( $this->clock->now() ) )
		);
		return $this->find( $this->db->insert_id() ) ?? $schedule;
	}

	/**
	 * The statement writes only over what the change was made from; where somebody was faster (or the schedule has made
	 * its stocktake and moved on), the change is made anew from what they left, unless the writer named the version that
	 * it is for.
	 *
	 * @param \Closure(Schedule): Schedule $change
	 * @return Schedule|null NULL where there is no such schedule.
	 * @throws StaleSchedule
	 */
	public function change( int $id, \Closure $change, ?int $version = null ): ?Schedule {
		$now = $this->find( $id );
		for ( $turn = 1; null !== $now; $turn++ ) {
			if ( $turn > self::TURNS || ( null !== $version && $version !== $now->version ) ) {
				throw new StaleSchedule( $now->version );
			}
			$written = $this->db->execute(
				'UPDATE %i SET name = %s, every = %s, next_on = %s, active = %d, plan = %s, version = version + 1 WHERE id = %d AND version = %d',
				$this->table(),
				...array( ...self::values( $change( $now ) ), $id, $now->version )
			);
			$now     = $this->find( $id );
			if ( 1 === $written ) {
				return $now;
			}
		}
		return null;
	}

	/**
	 * @return array{string, string, string, int, string} Name, how often, next day, on, plan.
	 */
	private static function values( Schedule $schedule ): array {
		return array( $schedule->name, $schedule->every, $schedule->next_on, $schedule->active ? 1 : 0, (string) wp_json_encode( $schedule->plan() ) );
	}

	public function delete( int $id ): void {
		$this->db->execute( 'DELETE FROM %i WHERE id = %d', $this->table(), $id );
	}

	/**
	 * Makes what is due. Of several who come on the same day one changes the schedule's row, and makes the stocktake in
	 * the same transaction.
	 *
	 * @param string $today In the shop's calendar.
	 * @return list<int> Stocktakes that this call made.
	 */
	public function run( string $today ): array {
		$made = array();
		$due  = $this->db->rows( 'SELECT * FROM %i WHERE active = 1 AND next_on <= %s ORDER BY next_on, id LIMIT 20', $this->table(), $today );
		foreach ( array_map( Schedule::from_row( ... ), $due ) as $schedule ) {
			$new = $this->wish( $schedule, $today );
			try {
				$id = $this->db->transaction( fn(): ?int => $this->claim( $schedule, $today ) && null !== $new ? $this->stocktakes->insert( $new ) : null );
			} catch ( DuplicateKey ) {
				// Somebody set it back to a day for which there is one already.
				$this->claim( $schedule, $today );
				continue;
			}
			if ( null !== $id ) {
				$made[] = $id;
			}
		}
		return $made;
	}

	/**
	 * Moves it on to its next day. The version rises too: a form that still holds the old day cannot bring it back.
	 */
	private function claim( Schedule $schedule, string $today ): bool {
		return 1 === $this->db->execute( 'UPDATE %i SET next_on = %s, version = version + 1 WHERE id = %d AND next_on = %s AND active = 1', $this->table(), $schedule->next_after( $today ), $schedule->id, $schedule->next_on );
	}

	/**
	 * @return NewStocktake|null NULL where nothing has to be counted.
	 */
	private function wish( Schedule $schedule, string $today ): ?NewStocktake {
		$scope = 'cycle' === $schedule->every ? $this->portion( $schedule ) : $schedule->scope;
		if ( null === $scope || ! $this->choice->any( $scope, $schedule->location_id ) ) {
			return null;
		}
		return new NewStocktake(
			mb_substr( $schedule->name . ', ' . $today, 0, 100 ),
			// A random sample is another one each time.
			null === $scope->sample ? $scope : Scope::from_array( array( 'seed' => null ) + $scope->to_array() ),
			'',
			$schedule->blind,
			$schedule->packing,
			$schedule->location_id,
			$schedule->counters,
			$schedule->share,
			( new \DateTimeImmutable( $today, new \DateTimeZone( 'UTC' ) ) )->modify( "+{$schedule->days_to_count} days" )->format( 'Y-m-d' ),
			null,
			0,
			$schedule->id,
			$schedule->next_on
		);
	}

	/**
	 * The items whose turn it is in a cycle count: of each class as many as must be counted in a portion so that all have
	 * had their turns after a year, those first that were not counted for longest. What lies on the list of a stocktake
	 * that is not over yet has its turn already.
	 */
	private function portion( Schedule $schedule ): ?Scope {
		$this->classes->renew_if_old();
		$items = array();
		foreach ( $schedule->times as $class => $times ) {
			if ( $times <= 0 ) {
				continue;
			}
			$scope = array( 'classes' => array( $class ) ) + $schedule->scope->to_array();
			$size  = $this->choice->count( Scope::from_array( $scope ), $schedule->location_id );
			$want  = (int) ceil( $size * $times * $schedule->portion_days / 365 );
			$due   = Scope::from_array( array( 'not_counted_days' => max( 1, intdiv( 365, $times ) ) ) + $scope );
			array_push( $items, ...array_slice( $this->oldest( $due, $schedule->location_id ), 0, $want ) );
		}
		return array() === $items ? null : new Scope( items: array_slice( $items, 0, self::MOST ) );
	}

	/**
	 * @return list<int>
	 */
	private function oldest( Scope $scope, int $location_id ): array {
		$never   = array();
		$counted = array();
		$after   = 0;
		do {
			$portion = $this->choice->portion( $scope, $location_id, null, $after, self::LOOK );
			foreach ( array_chunk( $portion['items'], 1_000 ) as $some ) {
				$marks = $this->db->marks( $some );
				$open  = $this->db->column( "SELECT l.item_id FROM %i l JOIN %i s ON s.id = l.stocktake_id WHERE l.item_id IN ({$marks}) AND s.state IN " . State::ACTIVE, $this->db->table( 'stocktake_lines' ), $this->db->table( 'stocktakes' ), ...$some );
				$last  = array_column( $this->db->rows( "SELECT item_id, MAX( counted_at ) AS at FROM %i WHERE item_id IN ({$marks}) AND applied IS NOT NULL AND undone = 0 GROUP BY item_id", $this->db->table( 'stocktake_lines' ), ...$some ), 'at', 'item_id' );
				foreach ( array_diff( $some, array_map( intval( ... ), $open ) ) as $item ) {
					if ( isset( $last[ $item ] ) ) {
						$counted[ $item ] = $last[ $item ];
					} else {
						$never[] = $item;
					}
				}
			}
			$after = (int) $portion['next'];
		} while ( null !== $portion['next'] );
		asort( $counted );
		return array( ...$never, ...array_keys( $counted ) );
	}

	private function table(): string {
		return $this->db->table( 'stocktake_schedules' );
	}
}
