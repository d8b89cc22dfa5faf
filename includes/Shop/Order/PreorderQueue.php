<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\SpecialItems;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Shop\Doors\Refusal;
use WooInventoryGuard\Stock\Participant;
use WooInventoryGuard\Stock\Quantity;

/**
 * Paid pre-orders wait here for their units, the oldest first. When units arrive, each order that has all of its own now
 * is told of, once.
 */
final class PreorderQueue implements Participant {

	/** Units of a line that were not there when it was paid; for whoever packs. */
	public const MARK = '_wig_preorder';

	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly Items $items, private readonly OrderLines $lines ) {}

	public function register(): void {
		add_action( 'woocommerce_reduce_order_stock', $this->join( ... ), 5 );
		add_action( 'woocommerce_restore_order_stock', $this->leave( ... ), 5 );
	}

	public function before_commit( array $item_ids ): void {}

	public function after_commit( array $item_ids ): void {
		if ( array() === $item_ids || ! SpecialItems::any() ) {
			return;
		}
		$ready = array();
		foreach ( $this->waiting( $item_ids ) as $item_id => $rows ) {
			$missing = $this->items->find( $item_id )?->on_hand->negated() ?? Quantity::zero();
			foreach ( self::covered( $rows, $missing ) as $row ) {
				$now = 1 === $this->db->execute( 'UPDATE %i SET ready_at = %s WHERE id = %d AND ready_at IS NULL', $this->db->table( 'preorders' ), Clock::sql( $this->clock->now() ), (int) $row['id'] );
				if ( $now ) {
					$ready[ (int) $row['id'] ] = (int) $row['order_id'];
				}
			}
		}
		ksort( $ready );
		foreach ( array_unique( $ready ) as $order_id ) {
			$this->tell( $order_id );
		}
	}

	/**
	 * An order is paid: what of it is not there yet waits.
	 */
	private function join( mixed $order ): void {
		if ( ! $order instanceof \WC_Order || ! SpecialItems::any() ) {
			return;
		}
		try {
			$lines = array_values( array_filter( $this->lines->of( $order ), static fn( OrderLine $line ): bool => null !== $line->item_id && $line->wanted->is_positive() ) );
		} catch ( Refusal ) {
			return;
		}
		$items = $this->items->find_many( array_values( array_unique( array_map( static fn( OrderLine $line ): int => (int) $line->item_id, $lines ) ) ) );
		foreach ( $lines as $line ) {
			$item = $items[ (int) $line->item_id ] ?? null;
			if ( null !== $item && null !== $item->available_from && $item->on_hand->is_negative() ) {
				$this->wait( $order, $line, $item );
			}
		}
	}

	private function wait( \WC_Order $order, OrderLine $line, Item $item ): void {
		$missing = $item->on_hand->negated();
		$units   = $missing->compare( $line->wanted ) < 0 ? $missing : $line->wanted;
		try {
			$this->db->execute(
				'INSERT INTO %i (item_id, order_id, line_id, quantity, made_at) VALUES (%d, %d, %d, CAST( %s AS DECIMAL(19,4) ), %s)',
				$this->db->table( 'preorders' ),
				$item->id,
				$order->get_id(),
				$line->line_id,
				$units->sql(),
				Clock::sql( $this->clock->now() )
			);
		} catch ( DuplicateKey ) {
			// It waits already: paid and completed both end here.
			return;
		}
		wc_update_order_item_meta( $line->line_id, self::MARK, (string) $units );
		/* translators: 1: a number of units, 2: product name. */
		$order->add_order_note( sprintf( __( 'Pre-order: waits for %1$s × %2$s.', 'woo-inventory-guard' ), (string) $units, $line->name ) );
	}

	/**
	 * The order was cancelled and its units given back: it waits no more.
	 */
	private function leave( mixed $order ): void {
		if ( $order instanceof \WC_Order && SpecialItems::any() ) {
			$this->db->execute( 'DELETE FROM %i WHERE order_id = %d', $this->db->table( 'preorders' ), $order->get_id() );
		}
	}

	/**
	 * @param list<int> $item_ids
	 * @return array<int, list<array<string, string|null>>> By item, oldest first.
	 */
	private function waiting( array $item_ids ): array {
		$found = array();
		$rows  = $this->db->rows(
			'SELECT id, item_id, order_id, quantity FROM %i WHERE ready_at IS NULL AND item_id IN (' . $this->db->marks( $item_ids ) . ') ORDER BY id',
			$this->db->table( 'preorders' ),
			...$item_ids
		);
		foreach ( $rows as $row ) {
			$found[ (int) $row['item_id'] ][] = $row;
		}
		return $found;
	}

	/**
	 * Those at the head of the queue for whom there is enough: what is missing is missing at its end.
	 *
	 * @param list<array<string, string|null>> $rows
	 * @return list<array<string, string|null>>
	 */
	private static function covered( array $rows, Quantity $missing ): array {
		while ( array() !== $rows && $missing->is_positive() ) {
			$last    = array_pop( $rows );
			$missing = $missing->minus( Quantity::from_sql( $last['quantity'] ) );
		}
		return $rows;
	}

	private function tell( int $order_id ): void {
		$left  = $this->db->value( 'SELECT COUNT(*) FROM %i WHERE order_id = %d AND ready_at IS NULL', $this->db->table( 'preorders' ), $order_id );
		$order = wc_get_order( $order_id );
		if ( '0' !== (string) $left || ! $order instanceof \WC_Order ) {
			return;
		}
		$order->add_order_note( __( 'Everything that was pre-ordered has arrived. This order can be packed.', 'woo-inventory-guard' ) );
		/**
		 * Fires when all pre-ordered units of an order are there, oldest order first.
		 *
		 * @param int $order_id The order.
		 */
		do_action( 'woo_inventory_guard_preorder_ready', $order_id );
	}
}
