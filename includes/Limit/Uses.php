<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Limit;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * What customers have bought of what is limited. A row belongs to a reservation and counts as long as that does: while
 * it is active, and, once committed, until it is given back. Nobody has to take a row away when a cart expires.
 */
final class Uses {

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * Makes the rows at which the sessions of one customer queue. Before the transaction: made inside it, two that make
	 * the same row would wait for one another.
	 */
	public function prepare( Limit $limit, Customer $customer ): void {
		$table = $this->db->table( 'limit_customers' );
		$there = array() === $customer->keys ? array() : $this->db->column( 'SELECT customer FROM %i WHERE limit_id = %d AND customer IN (' . $this->db->marks( $customer->keys, '%s' ) . ')', $table, $limit->id, ...$customer->keys );
		foreach ( array_diff( $customer->keys, $there ) as $key ) {
			try {
				$this->db->execute( 'INSERT INTO %i (limit_id, customer) VALUES (%d, %s)', $table, $limit->id, $key );
			} catch ( DuplicateKey ) {
				// Another session of the customer has just made it.
				continue;
			}
		}
	}

	/**
	 * How to read in a transaction that begins now: see Db::newest().
	 *
	 * @return literal-string
	 */
	public function reading(): string {
		return $this->db->newest();
	}

	/**
	 * To be called in the reservation's transaction: from here to the commit no other session of the customer is counted.
	 *
	 * @return bool False where the owner has taken the limit away this moment, and the rows with it.
	 */
	public function lock( Limit $limit, Customer $customer ): bool {
		return count( $customer->keys ) === $this->db->execute(
			'UPDATE %i SET turn = turn + 1 WHERE limit_id = %d AND customer IN (' . $this->db->marks( $customer->keys, '%s' ) . ')',
			$this->db->table( 'limit_customers' ),
			$limit->id,
			...$customer->keys
		);
	}

	/**
	 * @param array<int, Quantity> $units By item.
	 */
	public function record( Limit $limit, Customer $customer, int $reservation_id, array $units ): void {
		$now    = Clock::sql( $this->clock->now() );
		$values = array();
		foreach ( $units as $item_id => $quantity ) {
			array_push( $values, $limit->id, $customer->keys[0], $reservation_id, $item_id, $quantity->sql(), $now );
		}
		$this->db->execute(
			'INSERT INTO %i (limit_id, customer, reservation_id, item_id, quantity, used_at) VALUES ' . $this->db->marks( array_keys( $units ), '(%d, %s, %d, %d, CAST( %s AS DECIMAL(19,4) ), %s)' ),
			$this->db->table( 'limit_uses' ),
			...$values
		);
	}

	/**
	 * What the limit still lets the customer have; NULL where nothing is limited. Decides only under lock().
	 *
	 * @param Reference|null $own     What an order of the customer's own holds is there for that order.
	 * @param literal-string $reading See reading().
	 */
	public function left( Limit $limit, Customer $customer, ?Reference $own = null, string $reading = '' ): ?Quantity {
		if ( null === $limit->most_per_customer ) {
			return null;
		}
		$used = array() === $customer->keys ? '0' : $this->db->value( $this->sum( $customer ) . $reading, ...$this->sum_values( $limit, $customer ) );
		$left = $limit->most_per_customer->minus( Quantity::from_sql( $used ) )->plus( null === $own ? Quantity::zero() : $this->held_by( $own, $limit ) );
		return $left->is_positive() ? $left : Quantity::zero();
	}

	/**
	 * Units that an order had taken are back: they count no more. In the transaction that brings them back. The order's
	 * rows are locked, so nobody changes them between the look and the write.
	 */
	public function given_back( Reference $reference, int $item_id, Quantity $quantity ): void {
		$rows = $this->db->rows(
			"SELECT u.id, u.limit_id, u.quantity FROM %i r JOIN %i u ON u.reservation_id = r.id
			LEFT JOIN %i l ON l.reservation_id = u.reservation_id AND l.item_id = u.item_id AND l.location_id = 1
			WHERE r.reference_type = %s AND r.reference_id = %s AND u.item_id = %d AND u.quantity > 0 AND ( r.state = 'committed' OR l.committed > 0 ) ORDER BY u.id DESC FOR UPDATE",
			$this->db->table( 'reservations' ),
			$this->db->table( 'limit_uses' ),
			$this->db->table( 'reservation_lines' ),
			$reference->type,
			$reference->id,
			$item_id
		);
		$back = array();
		foreach ( $rows as $row ) {
			$limit          = (int) $row['limit_id'];
			$back[ $limit ] = $back[ $limit ] ?? $quantity;
			$has            = Quantity::from_sql( $row['quantity'] );
			$less           = $has->compare( $back[ $limit ] ) < 0 ? $has : $back[ $limit ];
			$back[ $limit ] = $back[ $limit ]->minus( $less );
			if ( $less->is_positive() ) {
				$this->db->execute( 'UPDATE %i SET quantity = ROUND( quantity - CAST( %s AS DECIMAL(19,4) ), 4 ) WHERE id = %d', $this->db->table( 'limit_uses' ), $less->sql(), (int) $row['id'] );
			}
		}
	}

	private function held_by( Reference $reference, Limit $limit ): Quantity {
		return Quantity::from_sql(
			$this->db->value(
				'SELECT SUM( u.quantity ) FROM %i r JOIN %i u ON u.reservation_id = r.id
				WHERE r.reference_type = %s AND r.reference_id = %s AND r.active = 1 AND ( r.expires_at IS NULL OR r.expires_at > %s ) AND u.limit_id = %d',
				$this->db->table( 'reservations' ),
				$this->db->table( 'limit_uses' ),
				$reference->type,
				$reference->id,
				Clock::sql( $this->clock->now() ),
				$limit->id
			)
		);
	}

	/**
	 * Of a reservation that was given up after a part of it had left, that part counts.
	 *
	 * @return literal-string
	 */
	private function sum( Customer $customer ): string {
		return "SELECT COALESCE( SUM( CASE
				WHEN r.state = 'committed' THEN u.quantity
				WHEN r.state = 'active' AND ( r.expires_at IS NULL OR r.expires_at > %s ) THEN u.quantity
				WHEN COALESCE( l.committed, 0 ) < u.quantity THEN COALESCE( l.committed, 0 )
				ELSE u.quantity END ), 0 )
			FROM %i u JOIN %i r ON r.id = u.reservation_id
			LEFT JOIN %i l ON l.reservation_id = u.reservation_id AND l.item_id = u.item_id AND l.location_id = 1
			WHERE u.limit_id = %d AND u.customer IN (" . $this->db->marks( $customer->keys, '%s' ) . ') AND u.used_at > %s';
	}

	/**
	 * @return list<int|string>
	 */
	private function sum_values( Limit $limit, Customer $customer ): array {
		$now   = $this->clock->now();
		$since = null === $limit->window_days ? new \DateTimeImmutable( '2000-01-01' ) : $now->modify( "-{$limit->window_days} days" );
		return array( Clock::sql( $now ), $this->db->table( 'limit_uses' ), $this->db->table( 'reservations' ), $this->db->table( 'reservation_lines' ), $limit->id, ...$customer->keys, ...array( Clock::sql( $since ) ) );
	}

	/**
	 * What a customer bought of what is limited, the oldest first.
	 *
	 * @return list<array{id: string, at: string, item: string, change: string, note: string}>
	 */
	public function of( Customer $customer, int $limit, int $offset ): array {
		if ( array() === $customer->keys ) {
			return array();
		}
		return array_map(
			static fn( array $row ): array => array(
				'id'     => (string) $row['id'],
				'at'     => (string) $row['used_at'],
				'item'   => (string) $row['name'],
				'change' => (string) $row['quantity'],
				'note'   => '',
			),
			$this->db->rows(
				'SELECT u.id, u.used_at, i.name, u.quantity FROM %i u LEFT JOIN %i i ON i.id = u.item_id WHERE u.customer IN (' . $this->db->marks( $customer->keys, '%s' ) . ') ORDER BY u.id LIMIT %d OFFSET %d',
				$this->db->table( 'limit_uses' ),
				$this->db->table( 'items' ),
				...array( ...$customer->keys, $limit, $offset )
			)
		);
	}

	/**
	 * Forgets a customer: the limits count anew.
	 *
	 * @return int Rows that named the customer.
	 */
	public function forget( Customer $customer ): int {
		if ( array() === $customer->keys ) {
			return 0;
		}
		$marks = $this->db->marks( $customer->keys, '%s' );
		return $this->db->execute( 'DELETE FROM %i WHERE customer IN (' . $marks . ')', $this->db->table( 'limit_uses' ), ...$customer->keys )
			+ $this->db->execute( 'DELETE FROM %i WHERE customer IN (' . $marks . ')', $this->db->table( 'limit_customers' ), ...$customer->keys );
	}
}
