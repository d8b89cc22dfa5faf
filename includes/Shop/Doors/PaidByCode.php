<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Doors;

use WooInventoryGuard\Shop\Order\Marks;
use WooInventoryGuard\Shop\Order\OrderLine;
use WooInventoryGuard\Shop\Order\OrderLines;
use WooInventoryGuard\Shop\Order\OrderNotes;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reservations;

/**
 * Orders that came through no door at all: made by another plugin (a renewal, a marketplace) and told to be paid. Their
 * units are held before the status changes, all or nothing. The money has moved already, so nothing is refused here:
 * what cannot be had is for the owner's policy.
 */
final class PaidByCode {

	/** WooCommerce's own list; the filter belongs to it. */
	private const CAN_BE_PAID = array( 'on-hold', 'pending', 'failed', 'cancelled' );

	/** @var array<int, true> Orders that this request holds units for. */
	private array $held = array();

	public function __construct( private readonly OrderLines $lines, private readonly Holds $holds, private readonly Reservations $reservations, private readonly Marks $marks ) {}

	public function register(): void {
		add_action( 'woocommerce_pre_payment_complete', $this->hold( ... ), 1 );
		add_action( 'woocommerce_payment_complete', $this->let_go( ... ), PHP_INT_MAX );
	}

	private function hold( mixed $order_id ): void {
		$order = is_numeric( $order_id ) ? wc_get_order( (int) $order_id ) : null;
		if ( ! $order instanceof \WC_Order || null !== $this->reservations->active_for( Holds::reference( $order->get_id() ) ) ) {
			return;
		}
		/** This filter is documented in woocommerce/includes/class-wc-order.php */
		$statuses = apply_filters( 'woocommerce_valid_order_statuses_for_payment_complete', self::CAN_BE_PAID, $order );
		if ( ! is_array( $statuses ) || ! $order->has_status( $statuses ) ) {
			return;
		}
		try {
			$lines = array_values( array_filter( $this->lines->of( $order ), static fn( OrderLine $line ): bool => $line->open()->is_positive() ) );
			if ( array() !== $lines && null !== $this->holds->hold( Holds::reference( $order->get_id() ), $lines ) ) {
				$this->held[ $order->get_id() ] = true;
				OrderNotes::reserved( $order, $lines );
			}
		} catch ( Refusal ) {
			// Said on the order when the units are to be taken.
			return;
		}
	}

	/**
	 * Another process may have taken the units between our look and our hold; then the hold is for nothing.
	 */
	private function let_go( mixed $order_id ): void {
		$order = is_numeric( $order_id ) && isset( $this->held[ (int) $order_id ] ) ? wc_get_order( (int) $order_id ) : null;
		if ( ! $order instanceof \WC_Order ) {
			return;
		}
		unset( $this->held[ $order->get_id() ] );
		try {
			$lines = $this->lines->of( $order );
		} catch ( Refusal ) {
			return;
		}
		$taken = $this->marks->read( array_map( static fn( OrderLine $line ): int => $line->line_id, $lines ) );
		$lines = array_map( static fn( OrderLine $line ): OrderLine => $line->having( $taken[ $line->line_id ] ?? Quantity::zero() ), $lines );
		if ( array() === Holds::open( $lines ) ) {
			$this->holds->release( Holds::reference( $order->get_id() ) );
		}
	}
}
