<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Reserving;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Platform\RowId;
use WooInventoryGuard\Platform\Statement;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Reservation;
use WooInventoryGuard\Stock\ReservationState;

/**
 * The rows of reservations and their lines. Changes of state are conditional statements; whoever changes a row wins.
 */
final class ReservationStore {

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * @throws DuplicateKey When the key was seen before, or the reference holds a reservation already.
	 */
	public function insert( Wish $wish ): int {
		return $this->db->in_turn( ...$this->insertion( $wish ) );
	}

	/**
	 * The statements of insert().
	 *
	 * @return list<Statement>
	 */
	public function insertion( Wish $wish ): array {
		$expiry = null === $wish->expires_at ? '' : Clock::sql( $wish->expires_at );
		$values = array();
		foreach ( $wish->plan->lines as $line ) {
			array_push( $values, RowId::Inserted, $line->item_id, $line->location_id, $line->quantity->sql() );
		}
		return array(
			Statement::of(
				"INSERT INTO %i (idem_key, fingerprint, state, active, reference_type, reference_id, asked, expires_at, first_expires_at, actor_id, created_at)
				VALUES (%s, %s, 'active', 1, %s, %s, %s, NULLIF( %s, '' ), NULLIF( %s, '' ), %d, %s)",
				$this->db->table( 'reservations' ),
				$wish->key,
				$wish->fingerprint,
				$wish->reference->type,
				$wish->reference->id,
				self::encoded( $wish->plan->asked ),
				$expiry,
				$expiry,
				$wish->actor,
				Clock::sql( $wish->created_at )
			),
			Statement::of(
				'INSERT INTO %i (reservation_id, item_id, location_id, quantity) VALUES ' . $this->db->marks( array_keys( $wish->plan->lines ), '(%d, %d, %d, %s)' ),
				$this->db->table( 'reservation_lines' ),
				...$values
			),
		);
	}

	/**
	 * Ends a reservation that still holds: one caller wins, once.
	 */
	public function close( int $id, ReservationState $state ): bool {
		$now = Clock::sql( $this->clock->now() );
		return 1 === $this->db->execute(
			"UPDATE %i SET state = %s, active = NULL, closed_at = %s WHERE id = %d AND state = 'active' AND ( expires_at IS NULL OR expires_at > %s )",
			$this->db->table( 'reservations' ),
			$state->value,
			$now,
			$id,
			$now
		);
	}

	/**
	 * Ends a reservation whose time is up.
	 */
	public function close_due( int $id ): bool {
		$now = Clock::sql( $this->clock->now() );
		return 1 === $this->db->execute(
			"UPDATE %i SET state = 'expired', active = NULL, closed_at = %s WHERE id = %d AND state = 'active' AND expires_at <= %s",
			$this->db->table( 'reservations' ),
			$now,
			$id,
			$now
		);
	}

	/**
	 * Ends a reservation in favour of a newer one for the same reference, whether or not its time is up.
	 */
	public function close_replaced( int $id ): bool {
		return 1 === $this->db->execute(
			"UPDATE %i SET state = 'released', active = NULL, closed_at = %s WHERE id = %d AND state = 'active'",
			$this->db->table( 'reservations' ),
			Clock::sql( $this->clock->now() ),
			$id
		);
	}

	/**
	 * Ends a reservation of which every line has been committed in parts. To be called with its row locked, see lock().
	 */
	public function close_if_all_committed( int $id ): bool {
		return 1 === $this->db->execute(
			"UPDATE %i SET state = 'committed', active = NULL, closed_at = %s
			WHERE id = %d AND NOT EXISTS ( SELECT 1 FROM %i WHERE reservation_id = %d AND committed < quantity )",
			$this->db->table( 'reservations' ),
			Clock::sql( $this->clock->now() ),
			$id,
			$this->db->table( 'reservation_lines' ),
			$id
		);
	}

	/**
	 * Marks a part of one line as committed, if that much of it is still held.
	 */
	public function commit_part( int $id, Line $part ): bool {
		return 1 === $this->db->execute(
			'UPDATE %i SET committed = ROUND( committed + CAST( %s AS DECIMAL(19,4) ), 4 )
			WHERE reservation_id = %d AND item_id = %d AND location_id = %d AND ROUND( quantity - committed - CAST( %s AS DECIMAL(19,4) ), 4 ) >= 0',
			$this->db->table( 'reservation_lines' ),
			$part->quantity->sql(),
			$id,
			$part->item_id,
			$part->location_id,
			$part->quantity->sql()
		);
	}

	/**
	 * Gives a reservation that still holds a new end.
	 */
	public function extend( int $id, \DateTimeImmutable $until ): bool {
		return 1 === $this->db->execute(
			"UPDATE %i SET expires_at = %s WHERE id = %d AND state = 'active' AND ( expires_at IS NULL OR expires_at > %s )",
			$this->db->table( 'reservations' ),
			Clock::sql( $until ),
			$id,
			Clock::sql( $this->clock->now() )
		);
	}

	/**
	 * Locks a reservation that still holds, so that its state and lines stay as they are until the commit.
	 */
	public function lock( int $id ): bool {
		return null !== $this->db->value(
			"SELECT id FROM %i WHERE id = %d AND state = 'active' AND ( expires_at IS NULL OR expires_at > %s ) FOR UPDATE",
			$this->db->table( 'reservations' ),
			$id,
			Clock::sql( $this->clock->now() )
		);
	}

	/**
	 * What was asked and how much of it has gone, with the row locked: see lock().
	 *
	 * @return list<AskedLine>
	 */
	public function asked( int $id ): array {
		return self::decoded( $this->db->value( 'SELECT asked FROM %i WHERE id = %d FOR UPDATE', $this->db->table( 'reservations' ), $id ) );
	}

	/**
	 * Remembers how many sets of each line have gone, in the transaction that has read asked().
	 *
	 * @param list<AskedLine> $asked
	 */
	public function note_gone( int $id, array $asked ): void {
		$this->db->execute( 'UPDATE %i SET asked = %s WHERE id = %d', $this->db->table( 'reservations' ), self::encoded( $asked ), $id );
	}

	/**
	 * Says what an active reservation is for, once that is known (an order that had no number yet).
	 *
	 * @throws DuplicateKey When that reference holds one already.
	 */
	public function refer( int $id, Reference $reference ): bool {
		return 1 === $this->db->execute(
			"UPDATE %i SET reference_type = %s, reference_id = %s WHERE id = %d AND state = 'active'",
			$this->db->table( 'reservations' ),
			$reference->type,
			$reference->id,
			$id
		);
	}

	/**
	 * What it still holds, locked: a locking read sees the newest rows and opens no snapshot that could be outdated
	 * when the hot rows are changed afterwards.
	 *
	 * @return list<Line> Sorted as every writer locks.
	 */
	public function held( int $id ): array {
		return $this->remaining(
			$this->db->rows(
				'SELECT item_id, location_id, quantity, committed FROM %i WHERE reservation_id = %d ORDER BY item_id, location_id FOR UPDATE',
				$this->db->table( 'reservation_lines' ),
				$id
			)
		);
	}

	/**
	 * What a reference holds, as a plain read sees it: for telling, not for deciding.
	 *
	 * @return list<Line>
	 */
	public function held_for( Reference $reference ): array {
		return $this->remaining(
			$this->db->rows(
				'SELECT rl.item_id, rl.location_id, rl.quantity, rl.committed FROM %i r JOIN %i rl ON rl.reservation_id = r.id
				WHERE r.reference_type = %s AND r.reference_id = %s AND r.active = 1' . $this->db->newest(),
				$this->db->table( 'reservations' ),
				$this->db->table( 'reservation_lines' ),
				$reference->type,
				$reference->id
			)
		);
	}

	/**
	 * The active reservation of a reference, with its row locked.
	 */
	public function lock_active( Reference $reference ): ?int {
		$id = $this->db->value(
			'SELECT id FROM %i WHERE reference_type = %s AND reference_id = %s AND active = 1 FOR UPDATE',
			$this->db->table( 'reservations' ),
			$reference->type,
			$reference->id
		);
		return null === $id ? null : (int) $id;
	}

	public function fingerprint_of( string $key ): ?string {
		return $this->db->value( 'SELECT fingerprint FROM %i WHERE idem_key = %s' . $this->db->newest(), $this->db->table( 'reservations' ), $key );
	}

	/**
	 * As it is now: another request may have ended it since the last look.
	 *
	 * @phpstan-impure
	 */
	public function find( int $id ): ?Reservation {
		return $this->one( $this->db->row( 'SELECT * FROM %i WHERE id = %d' . $this->db->newest(), $this->db->table( 'reservations' ), $id ) );
	}

	public function find_by_key( string $key ): ?Reservation {
		return $this->one( $this->db->row( 'SELECT * FROM %i WHERE idem_key = %s', $this->db->table( 'reservations' ), $key ) );
	}

	/**
	 * The answer that a key was given at first, whatever has happened since.
	 */
	public function first_answer( string $key ): ?Reservation {
		$row = $this->db->row( 'SELECT * FROM %i WHERE idem_key = %s' . $this->db->newest(), $this->db->table( 'reservations' ), $key );
		return $this->one( $row )?->as_of( ReservationState::Active, Clock::from_sql( $row['first_expires_at'] ?? null ), true );
	}

	/**
	 * Reservations of a reference, newest first, whatever their state.
	 *
	 * @return list<Reservation>
	 */
	public function of_reference( Reference $reference, int $limit = 50 ): array {
		return $this->many(
			$this->db->rows(
				'SELECT * FROM %i WHERE reference_type = %s AND reference_id = %s ORDER BY id DESC LIMIT %d',
				$this->db->table( 'reservations' ),
				$reference->type,
				$reference->id,
				$limit
			)
		);
	}

	/**
	 * Those of which units have left, newest first, whatever became of the rest.
	 *
	 * @return list<Reservation>
	 */
	public function committed_of( Reference $reference ): array {
		return $this->many(
			$this->db->rows(
				"SELECT r.* FROM %i r WHERE r.reference_type = %s AND r.reference_id = %s
				AND ( r.state = 'committed' OR EXISTS ( SELECT 1 FROM %i rl WHERE rl.reservation_id = r.id AND rl.committed > 0 ) ) ORDER BY r.id DESC",
				$this->db->table( 'reservations' ),
				$reference->type,
				$reference->id,
				$this->db->table( 'reservation_lines' )
			)
		);
	}

	/**
	 * Active reservations that hold units of an item. Found from the few active ones, so that lines need no index by
	 * item that every sale would have to pay for.
	 *
	 * @return list<array{reservation: Reservation, quantity: Quantity}>
	 */
	public function active_for_item( int $item_id, int $limit = 50 ): array {
		$rows  = $this->db->rows(
			'SELECT r.*, SUM( rl.quantity - rl.committed ) AS held FROM %i r JOIN %i rl ON rl.reservation_id = r.id
			WHERE r.active = 1 AND ( r.expires_at IS NULL OR r.expires_at > %s ) AND rl.item_id = %d
			GROUP BY r.id ORDER BY r.id DESC LIMIT %d',
			$this->db->table( 'reservations' ),
			$this->db->table( 'reservation_lines' ),
			Clock::sql( $this->clock->now() ),
			$item_id,
			$limit
		);
		$found = array();
		foreach ( $rows as $row ) {
			$reservation = $this->one( $row );
			if ( null !== $reservation ) {
				$found[] = array(
					'reservation' => $reservation,
					'quantity'    => Quantity::from_sql( $row['held'] ),
				);
			}
		}
		return $found;
	}

	/**
	 * Ids of reservations whose time is up and that nobody has ended yet, oldest first.
	 *
	 * @param list<int> $items Only those that hold one of these; empty for all.
	 * @return list<int>
	 */
	public function due( int $limit, array $items = array() ): array {
		$now = Clock::sql( $this->clock->now() );
		$ids = array() === $items
			? $this->db->column(
				'SELECT id FROM %i WHERE active = 1 AND expires_at <= %s ORDER BY expires_at LIMIT %d',
				$this->db->table( 'reservations' ),
				$now,
				$limit
			)
			: $this->db->column(
				'SELECT DISTINCT r.id FROM %i r JOIN %i rl ON rl.reservation_id = r.id
				WHERE r.active = 1 AND r.expires_at <= %s AND rl.item_id IN (' . $this->db->marks( $items ) . ') LIMIT %d',
				$this->db->table( 'reservations' ),
				$this->db->table( 'reservation_lines' ),
				$now,
				...array( ...$items, $limit )
			);
		return array_map( 'intval', $ids );
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return list<Line>
	 */
	private function remaining( array $rows ): array {
		return Line::merge(
			array_map(
				static fn( array $row ): Line => new Line(
					(int) $row['item_id'],
					(int) $row['location_id'],
					Quantity::from_sql( $row['quantity'] )->minus( Quantity::from_sql( $row['committed'] ) )
				),
				$rows
			)
		);
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return list<Reservation>
	 */
	private function many( array $rows ): array {
		return array_values( array_filter( array_map( $this->one( ... ), $rows ) ) );
	}

	/**
	 * @param array<string, string|null>|null $row
	 */
	private function one( ?array $row ): ?Reservation {
		if ( null === $row ) {
			return null;
		}
		$state   = ReservationState::from( (string) $row['state'] );
		$expires = Clock::from_sql( $row['expires_at'] );
		$now     = $this->clock->now();
		if ( ReservationState::Active === $state && null !== $expires && $expires <= $now ) {
			// Nobody has swept it yet, but it counts no more.
			$state = ReservationState::Expired;
		}
		return new Reservation(
			(int) $row['id'],
			(string) $row['idem_key'],
			$state,
			new Reference( (string) $row['reference_type'], (string) $row['reference_id'] ),
			$expires,
			self::decoded( $row['asked'] ),
			Clock::from_sql( $row['created_at'] ) ?? $now
		);
	}

	/**
	 * @param list<AskedLine> $asked
	 */
	private static function encoded( array $asked ): string {
		return json_encode( array_map( static fn( AskedLine $line ): array => $line->to_array(), $asked ), JSON_THROW_ON_ERROR );
	}

	/**
	 * @return list<AskedLine>
	 */
	private static function decoded( ?string $json ): array {
		/** @var list<array{item_id: int, location_id: int, quantity: string, sku: string, components: list<array{int, string}>, made?: list<array{string, list<array{int, string}>}>, gone?: string}> $asked */
		$asked = json_decode( (string) $json, true, 16, JSON_THROW_ON_ERROR );
		return array_map( AskedLine::from_array( ... ), $asked );
	}
}
