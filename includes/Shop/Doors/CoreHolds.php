<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Doors;

use Automattic\WooCommerce\Utilities\OrderUtil;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Shop\Order\OrderLine;
use WooInventoryGuard\Shop\Order\OrderLines;
use WooInventoryGuard\Stock\Reservations;

/**
 * WooCommerce keeps what unpaid orders hold in a table of its own. When the guard is switched on these holds become
 * reservations, and when it is switched off the other way round: no order loses its units on the way.
 */
final class CoreHolds {

	private const AT_ONCE = 100;

	/** For what is held until somebody ends it: WooCommerce knows no such hold. */
	private const NO_END = 31_536_000;

	private const UNPAID = array( 'pending', 'checkout-draft' );

	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly Reservations $reservations,
		private readonly OrderLines $lines,
		private readonly Holds $holds
	) {}

	/**
	 * Turns WooCommerce's holds into reservations. Done again it finds nothing more to do, so it may be cut off anywhere.
	 *
	 * @param int $seconds How long it may work.
	 * @return bool Whether all is done.
	 */
	public function take_over( int $seconds ): bool {
		$until = microtime( true ) + $seconds;
		$last  = 0;
		do {
			$rows = $this->db->rows(
				'SELECT order_id, MAX( expires ) AS latest, NOW() AS now FROM %i WHERE order_id > %d AND expires > NOW() GROUP BY order_id ORDER BY order_id LIMIT %d',
				$this->db->wp_table( 'wc_reserved_stock' ),
				$last,
				self::AT_ONCE
			);
			foreach ( $rows as $row ) {
				$last = (int) $row['order_id'];
				$this->take_over_one( $last, max( 1, (int) ceil( ( (int) strtotime( (string) $row['latest'] ) - (int) strtotime( (string) $row['now'] ) ) / 60 ) ) );
			}
			$more = isset( $rows[ self::AT_ONCE - 1 ] );
		} while ( $more && microtime( true ) < $until );
		return ! $more;
	}

	private function take_over_one( int $order_id, int $minutes ): void {
		$order = wc_get_order( $order_id );
		if ( ! $order instanceof \WC_Order || ! in_array( $order->get_status(), self::UNPAID, true ) ) {
			return;
		}
		try {
			$lines = $this->lines->of( $order );
			if ( null === $this->reservations->active_for( Holds::reference( $order_id ) ) ) {
				$this->holds->hold( Holds::reference( $order_id ), $lines, $minutes );
			}
		} catch ( Refusal $refusal ) {
			// More was held than there is: shops that oversold before. The order tries again when it is paid.
			Log::error( "What order {$order_id} held could not be taken over.", $refusal );
			return;
		}
		$owners = array_map( static fn( OrderLine $line ): int => $line->product_id, array_filter( $lines, static fn( OrderLine $line ): bool => null !== $line->item_id ) );
		if ( array() !== $owners ) {
			$this->db->execute( 'DELETE FROM %i WHERE order_id = %d AND product_id IN (' . $this->db->marks( $owners ) . ')', $this->db->wp_table( 'wc_reserved_stock' ), $order_id, ...array_values( $owners ) );
		}
	}

	/**
	 * Gives what unpaid orders hold back to WooCommerce, each in one transaction. Holds of sold orders WooCommerce does not
	 * know: see Order\KeptOrders.
	 */
	public function hand_back(): void {
		$last = 0;
		do {
			$held = $this->unpaid_after( $last );
			foreach ( $held as $row ) {
				$last = (int) $row['id'];
				try {
					$this->db->transaction( fn() => $this->hand_back_one( $row ) );
				} catch ( \RuntimeException $error ) {
					// Paid or run out meanwhile, or a busy database: the hold ends by itself.
					Log::error( "What order {$row['reference_id']} holds was not handed back.", $error );
				}
			}
		} while ( isset( $held[ self::AT_ONCE - 1 ] ) );
	}

	/**
	 * @param array<string, string|null> $row
	 */
	private function hand_back_one( array $row ): void {
		$ends    = Clock::from_sql( $row['expires_at'] );
		$seconds = null === $ends ? self::NO_END : $ends->getTimestamp() - $this->clock->now()->getTimestamp();
		if ( 0 < $seconds ) {
			$this->db->execute(
				'INSERT INTO %i (order_id, product_id, stock_quantity, `timestamp`, expires)
				SELECT %d, i.product_id, rl.quantity - rl.committed, NOW(), NOW() + INTERVAL %d SECOND FROM %i rl JOIN %i i ON i.id = rl.item_id
				WHERE rl.reservation_id = %d AND i.product_id IS NOT NULL AND rl.quantity > rl.committed
				ON DUPLICATE KEY UPDATE stock_quantity = VALUES( stock_quantity ), expires = VALUES( expires )',
				$this->db->wp_table( 'wc_reserved_stock' ),
				(int) $row['reference_id'],
				$seconds,
				$this->db->table( 'reservation_lines' ),
				$this->db->table( 'items' ),
				(int) $row['id']
			);
		}
		$this->reservations->release( (int) $row['id'], 'handed-back:' . $row['id'] );
	}

	/**
	 * @return list<array<string, string|null>>
	 */
	private function unpaid_after( int $last ): array {
		$orders = OrderUtil::custom_orders_table_usage_is_enabled()
			? array( $this->db->wp_table( 'wc_orders' ), 'id', 'status' )
			: array( $this->db->wp_table( 'posts' ), 'ID', 'post_status' );
		return $this->db->rows(
			"SELECT r.id, r.reference_id, r.expires_at FROM %i r JOIN %i o ON o.%i = CAST( r.reference_id AS UNSIGNED )
			WHERE r.active = 1 AND r.reference_type = 'order' AND r.id > %d AND o.%i IN ( 'wc-pending', 'wc-checkout-draft' ) ORDER BY r.id LIMIT %d",
			$this->db->table( 'reservations' ),
			$orders[0],
			$orders[1],
			$last,
			$orders[2],
			self::AT_ONCE
		);
	}
}
