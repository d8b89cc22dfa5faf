<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Stock\ExpiryListener;
use WooInventoryGuard\Stock\Reservation;

/**
 * Which orders have to be looked at because their hold ran out. The entry is made in the transaction that ends the hold,
 * whoever ends it, and goes when the order was looked at: a crash between the two loses nothing. Orders that took their
 * units before they were paid have theirs beforehand.
 */
final class ExpiredHolds implements ExpiryListener {

	/** Whoever takes an entry has so many seconds before somebody else may. */
	private const CLAIM_SECONDS = 300;

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	public function expired( Reservation $reservation ): void {
		if ( 'order' !== $reservation->reference->type || ! ctype_digit( $reservation->reference->id ) ) {
			return;
		}
		$this->db->execute(
			'INSERT INTO %i (reservation_id, order_id, not_before) VALUES (%d, %s, %s)',
			$this->db->table( 'expired_holds' ),
			$reservation->id,
			$reservation->reference->id,
			Clock::sql( $this->clock->now() )
		);
	}

	/**
	 * For an order that took its units before it was paid. Its time begins anew each time that it is placed.
	 *
	 * @param int $reservation_id What it took them from.
	 */
	public function look_later( int $reservation_id, int $order_id, int $minutes ): void {
		$then = Clock::sql( $this->clock->now()->modify( "+{$minutes} minutes" ) );
		if ( 0 < $this->db->execute( 'UPDATE %i SET not_before = %s WHERE reservation_id = %d', $this->db->table( 'expired_holds' ), $then, $reservation_id ) ) {
			return;
		}
		try {
			$this->db->execute( 'INSERT INTO %i (reservation_id, order_id, not_before) VALUES (%d, %d, %s)', $this->db->table( 'expired_holds' ), $reservation_id, $order_id, $then );
		} catch ( DuplicateKey ) {
			// The same click twice: one of the two has said when.
			return;
		}
	}

	/**
	 * Whether the order has an entry whose time is still to come.
	 *
	 * @param int $but A reservation whose entry does not count.
	 */
	public function waits( int $order_id, int $but = 0 ): bool {
		return array() !== $this->db->rows(
			'SELECT reservation_id FROM %i WHERE order_id = %d AND reservation_id <> %d AND not_before > %s LIMIT 1',
			$this->db->table( 'expired_holds' ),
			$order_id,
			$but,
			Clock::sql( $this->clock->now() )
		);
	}

	/**
	 * @param int $order_id Only those of this order; 0 for all.
	 * @return array<int, int> Order ids by reservation id, oldest first.
	 */
	public function due( int $limit, int $order_id = 0 ): array {
		$rows = $this->db->rows(
			'SELECT reservation_id, order_id FROM %i WHERE not_before <= %s AND ( 0 = %d OR order_id = %d ) ORDER BY not_before LIMIT %d',
			$this->db->table( 'expired_holds' ),
			Clock::sql( $this->clock->now() ),
			$order_id,
			$order_id,
			$limit
		);
		$due  = array();
		foreach ( $rows as $row ) {
			$due[ (int) $row['reservation_id'] ] = (int) $row['order_id'];
		}
		return $due;
	}

	/**
	 * Takes an entry: one of many who try gets it.
	 */
	public function claim( int $reservation_id ): bool {
		$now = $this->clock->now();
		return 1 === $this->db->execute(
			'UPDATE %i SET not_before = %s WHERE reservation_id = %d AND not_before <= %s',
			$this->db->table( 'expired_holds' ),
			Clock::sql( $now->modify( '+' . self::CLAIM_SECONDS . ' seconds' ) ),
			$reservation_id,
			Clock::sql( $now )
		);
	}

	public function done( int $reservation_id ): void {
		$this->db->execute( 'DELETE FROM %i WHERE reservation_id = %d', $this->db->table( 'expired_holds' ), $reservation_id );
	}
}
