<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Settings\Settings;
use WooInventoryGuard\Settings\WhenShort;
use WooInventoryGuard\Shop\Doors\Holds;
use WooInventoryGuard\Shop\Doors\Refusal;
use WooInventoryGuard\Shortfall\Shortfalls;

/**
 * What becomes of an order that is paid and cannot be had. By the owner's policy it waits for a person, or the units are
 * owed to the customer; either way it is on the work list and on the order.
 */
final class Short {

	/** The status that the order would have got; kept on the order until its units have come. */
	private const INTENDED = '_wig_intended_status';

	/** @var array<int, true> Orders that became short in this request. */
	private array $fresh = array();

	/**
	 * @param \Closure(): Settings $settings
	 */
	public function __construct( private readonly Shortfalls $shortfalls, private readonly Taking $taking, private readonly Holds $holds, private readonly \Closure $settings ) {}

	public function register(): void {
		add_action( 'woocommerce_order_status_changed', $this->divert( ... ), PHP_INT_MAX, 4 );
	}

	public function waits_for_a_person(): bool {
		return WhenShort::Hold === ( $this->settings )()->when_short;
	}

	/**
	 * @param list<OrderLine> $lines   Lines whose units could not be had.
	 * @param bool            $may_owe Whether units may leave now, if that is the policy.
	 * @return list<OrderLine> Those that were taken all the same.
	 * @throws Refusal When the books cannot be written.
	 */
	public function found( \WC_Order $order, array $lines, bool $may_owe ): array {
		if ( array() === $lines ) {
			return array();
		}
		$owed = array();
		if ( $may_owe && ! $this->waits_for_a_person() && $order->has_status( array( 'on-hold', ...wc_get_is_paid_statuses() ) ) ) {
			$this->holds->release( Holds::reference( $order->get_id() ) );
			$owed = $this->taking->owe( $order->get_id(), $lines );
		}
		$new = $this->record( $order, $lines, $owed );
		if ( array() === $new ) {
			return $owed;
		}
		if ( array() === $owed ) {
			OrderNotes::short( $order, $new );
			$this->fresh[ $order->get_id() ] = true;
		} else {
			OrderNotes::owed( $order, $new );
		}
		/**
		 * An order is sold and units of it are not there.
		 *
		 * @param int $order_id
		 * @param list<array{item_id: int, line_id: int, missing: string}> $lines
		 */
		do_action( 'woo_inventory_guard_paid_short', $order->get_id(), array_map( self::told( ... ), $new ) );
		return $owed;
	}

	/**
	 * The last line that was short has its units: an order that waited for nothing else goes on.
	 */
	public function supplied( int $order_id ): void {
		foreach ( $this->shortfalls->of_order( $order_id ) as $one ) {
			if ( $one->open && ! $one->owed ) {
				return;
			}
		}
		unset( $this->fresh[ $order_id ] );
		$order    = wc_get_order( $order_id );
		$intended = $order instanceof \WC_Order ? $order->get_meta( self::INTENDED, true ) : '';
		if ( $order instanceof \WC_Order && is_string( $intended ) && '' !== $intended && $order->has_status( 'on-hold' ) ) {
			$order->delete_meta_data( self::INTENDED );
			$order->update_status( $intended, __( 'Everything that was missing has been taken from stock.', 'woo-inventory-guard' ) );
		}
	}

	/**
	 * The order waits for a person now, and would have got this status.
	 */
	public function remember( \WC_Order $order, string $intended ): void {
		$order->update_meta_data( self::INTENDED, $intended );
		$order->save_meta_data();
	}

	/**
	 * No status can be refused any more when it is found out that units are missing, so it is changed after the fact;
	 * once: a person who was told and sets it again means it.
	 */
	private function divert( mixed $order_id, mixed $from, mixed $to, mixed $order ): void {
		if ( ! is_numeric( $order_id ) || ! $order instanceof \WC_Order || ! is_string( $to ) ) {
			return;
		}
		if ( 'on-hold' === $from && '' !== $order->get_meta( self::INTENDED, true ) ) {
			$order->delete_meta_data( self::INTENDED );
			$order->save_meta_data();
		}
		if ( ! isset( $this->fresh[ (int) $order_id ] ) || ! in_array( $to, wc_get_is_paid_statuses(), true ) || ! $this->waits_for_a_person() ) {
			return;
		}
		unset( $this->fresh[ (int) $order_id ] );
		$newest = wc_get_order( (int) $order_id );
		if ( $newest instanceof \WC_Order && $newest->has_status( $to ) ) {
			$newest->update_status( 'on-hold', __( 'Units of this order are not in stock: it waits until you decide what to do.', 'woo-inventory-guard' ) );
			$this->remember( $newest, $to );
		}
	}

	/**
	 * @param list<OrderLine> $lines
	 * @param list<OrderLine> $owed
	 * @return list<OrderLine> Those that were not on the list before.
	 */
	private function record( \WC_Order $order, array $lines, array $owed ): array {
		$taken = array_map( static fn( OrderLine $line ): int => $line->line_id, $owed );
		return array_values(
			array_filter(
				$lines,
				fn( OrderLine $line ): bool => $this->shortfalls->record( $order->get_id(), $line->line_id, (int) $line->item_id, $line->open(), in_array( $line->line_id, $taken, true ) )
			)
		);
	}

	/**
	 * @return array{item_id: int, line_id: int, missing: string}
	 */
	private static function told( OrderLine $line ): array {
		return array(
			'item_id' => (int) $line->item_id,
			'line_id' => $line->line_id,
			'missing' => (string) $line->open(),
		);
	}
}
