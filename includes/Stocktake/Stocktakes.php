<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Requests;
use WooInventoryGuard\Stocktake\Making\Choice;
use WooInventoryGuard\Stocktake\Making\NewStocktake;
use WooInventoryGuard\Stocktake\Making\NothingToCount;
use WooInventoryGuard\Stocktake\Review\Goods;

/**
 * The stocktakes of the shop: made, found, and brought from state to state.
 */
final class Stocktakes {

	/** From this value of a difference on a second person must agree, in every new stocktake; '' for none. */
	public const LIMIT = 'woo_inventory_guard_stocktake_approve_over';

	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly Requests $requests, private readonly Choice $choice ) {}

	public function find( int $id ): ?Stocktake {
		$row = $this->db->row( 'SELECT ' . Stocktake::COLUMNS . ' FROM %i WHERE id = %d', $this->db->table( 'stocktakes' ), $id );
		return null === $row ? null : Stocktake::from_row( $row );
	}

	/**
	 * @param string $key The same key makes one stocktake, however often it is sent.
	 * @throws \WooInventoryGuard\Stock\Error\KeyReused
	 * @throws NothingToCount
	 */
	public function create( NewStocktake $new, string $key ): Stocktake {
		// A random seed of a repeated request would be another one.
		$scope  = $new->scope->to_array();
		$stable = array( 'seed' => null ) + $scope;
		$result = $this->requests->once(
			$key,
			Requests::fingerprint( 'stocktake', array( $stable, array_diff_key( $new->fingerprint(), array( 5 => 0 ) ) ) ),
			// Asked only where it is made: said again, one that was made stays made, whatever fits by then.
			fn(): array => $this->choice->any( $new->scope, $new->location_id ) ? array( 'id' => $this->insert( $new ) ) : throw new NothingToCount( 'No item fits.' )
		);
		/** @var array{id: int} $answer */
		$answer = $result['answer'];
		return $this->find( $answer['id'] ) ?? throw new \LogicException( 'A stocktake that was just made is gone.' );
	}

	/**
	 * To be called in a transaction.
	 *
	 * @throws \WooInventoryGuard\Platform\DuplicateKey When the schedule has made the one of this day already.
	 */
	public function insert( NewStocktake $new ): int {
		$this->db->execute(
			"INSERT INTO %i (name, note, blind, packing, location_id, scope, shared, due_on, schedule_id, schedule_day, approve_over, created_by, created_at)
			VALUES (%s, %s, %d, %s, %d, %s, %s, NULLIF( %s, '' ), NULLIF( %d, 0 ), NULLIF( %s, '' ), CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ), %d, %s)",
			$this->db->table( 'stocktakes' ),
			$new->name,
			$new->note,
			$new->blind ? 1 : 0,
			$new->packing->value,
			$new->location_id,
			(string) wp_json_encode( $new->scope->to_array() ),
			$new->share->value,
			$new->due_on ?? '',
			$new->schedule_id ?? 0,
			$new->schedule_day ?? '',
			self::stricter( $new->approve_over, self::limit() )?->sql() ?? '',
			$new->created_by,
			$this->now()
		);
		$id = $this->db->insert_id();
		foreach ( array_unique( $new->counters ) as $user ) {
			$this->db->execute( 'INSERT INTO %i (stocktake_id, user_id) VALUES (%d, %d)', $this->db->table( 'stocktake_counters' ), $id, $user );
		}
		return $id;
	}

	/**
	 * Brings it to another state, if it is in one from which that can be. It is one statement, so of two at once one wins.
	 *
	 * @throws WrongState|NotReady
	 */
	public function move( int $id, State $to ): Stocktake {
		$from  = $to->reached_from();
		$names = array_map( static fn( State $state ): string => $state->value, $from );
		$moved = array() === $from ? 0 : $this->db->execute(
			"UPDATE %i SET state = %s, version = version + 1,
				started_at = CASE WHEN %s = 'counting' THEN COALESCE( started_at, %s ) ELSE started_at END,
				finished_at = CASE WHEN %s = 'review' THEN %s WHEN %s = 'counting' THEN NULL ELSE finished_at END
			WHERE id = %d AND ( filled = 1 OR %s = 'cancelled' ) AND state IN (" . $this->db->marks( $names, '%s' ) . ')',
			$this->db->table( 'stocktakes' ),
			$to->value,
			$to->value,
			$this->now(),
			$to->value,
			$this->now(),
			$to->value,
			$id,
			$to->value,
			...$names
		);
		$after = $this->find( $id ) ?? throw new \LogicException( 'A stocktake is never deleted.' );
		if ( 0 === $moved && $after->state !== $to ) {
			throw $after->filled || ! in_array( $after->state, $from, true ) ? new WrongState( $id, $after->state ) : new NotReady( NotReady::FILLING );
		}
		return $after;
	}

	/**
	 * What it is called and when it is due can be changed until it is over; how is counted only before it begins.
	 *
	 * @param array{name?: string, note?: string, due_on?: string|null, blind?: bool, packing?: Goods} $fields
	 * @throws WrongState
	 */
	public function change( int $id, array $fields ): void {
		$how     = isset( $fields['blind'] ) || isset( $fields['packing'] );
		$changed = $this->db->execute(
			"UPDATE %i SET version = version + 1, name = COALESCE( NULLIF( %s, '' ), name ), note = CASE WHEN 1 = %d THEN %s ELSE note END,
				due_on = CASE WHEN 1 = %d THEN NULLIF( %s, '' ) ELSE due_on END,
				blind = CASE WHEN %d < 0 THEN blind ELSE %d END, packing = COALESCE( NULLIF( %s, '' ), packing )
			WHERE id = %d AND state IN " . State::ACTIVE . " AND ( 0 = %d OR state = 'open' )",
			$this->db->table( 'stocktakes' ),
			$fields['name'] ?? '',
			isset( $fields['note'] ) ? 1 : 0,
			$fields['note'] ?? '',
			array_key_exists( 'due_on', $fields ) ? 1 : 0,
			$fields['due_on'] ?? '',
			isset( $fields['blind'] ) ? (int) $fields['blind'] : -1,
			isset( $fields['blind'] ) ? (int) $fields['blind'] : -1,
			isset( $fields['packing'] ) ? $fields['packing']->value : '',
			$id,
			$how ? 1 : 0
		);
		if ( 0 === $changed ) {
			throw new WrongState( $id, ( $this->find( $id ) ?? throw new \LogicException( 'A stocktake is never deleted.' ) )->state );
		}
	}

	/**
	 * A stricter limit for a second person in this stocktake, until it is applied; never a looser one. What was counted is
	 * compared anew, so a difference that was accepted by one person waits for the second from now on.
	 *
	 * @return bool False when it would be looser.
	 * @throws WrongState
	 */
	public function tighten( int $id, Quantity $over ): bool {
		$tight = $this->db->transaction(
			function () use ( $id, $over ): bool {
				$changed = $this->db->execute(
					"UPDATE %i SET approve_over = %d * 0.0001, version = version + 1 WHERE id = %d AND state IN ('open', 'counting', 'review') AND ( approve_over IS NULL OR ROUND( approve_over - %d * 0.0001, 4 ) >= 0 )",
					$this->db->table( 'stocktakes' ),
					$over->units,
					$id,
					$over->units
				);
				if ( 1 === $changed ) {
					$this->db->execute( 'UPDATE %i SET touched = touched + 1, stale = 1 WHERE stocktake_id = %d AND has_count = 1', $this->db->table( 'stocktake_lines' ), $id );
				}
				return 1 === $changed;
			}
		);
		$state = $tight ? State::Open : ( $this->find( $id ) ?? throw new \LogicException( 'A stocktake is never deleted.' ) )->state;
		if ( ! in_array( $state, array( State::Open, State::Counting, State::Review ), true ) ) {
			throw new WrongState( $id, $state );
		}
		return $tight;
	}

	/**
	 * The shop's own limit for a second person.
	 */
	public static function limit(): ?Quantity {
		$text = get_option( self::LIMIT, '' );
		return is_string( $text ) && 1 === preg_match( '/\A\d{1,11}(\.\d{1,4})?\z/', $text ) ? Quantity::of( $text ) : null;
	}

	public static function set_limit( ?Quantity $over ): void {
		update_option( self::LIMIT, null === $over ? '' : (string) $over, false );
	}

	private static function stricter( ?Quantity $one, ?Quantity $other ): ?Quantity {
		if ( null === $one || null === $other ) {
			return $one ?? $other;
		}
		return $one->compare( $other ) < 0 ? $one : $other;
	}

	private function now(): string {
		return Clock::sql( $this->clock->now() );
	}
}
