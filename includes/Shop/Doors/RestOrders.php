<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Doors;

use WooInventoryGuard\Shop\Order\OrderLines;
use WooInventoryGuard\Shop\Order\OrderNotes;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Reservation;
use WooInventoryGuard\Stock\Reservations;
use WooInventoryGuard\Stock\ReservationState;

/**
 * Orders that are made through WooCommerce's REST API, one by one or in a batch. WooCommerce itself never looks at stock
 * there.
 *
 * A new order has no number yet when its units are held, so the hold begins under the request's own name and is given
 * the order's as soon as that is saved, which is before anything can be paid.
 */
final class RestOrders {

	/** Orders in these states sell nothing. */
	public const SELL_NOTHING = array( 'cancelled', 'refunded', 'failed', 'trash', 'checkout-draft', 'auto-draft' );

	/** The order that is being made: not in the database yet, or not finished. */
	private ?\WC_Order $order = null;

	private ?Reservation $held = null;

	public function __construct( private readonly OrderLines $lines, private readonly Holds $holds, private readonly Reservations $reservations ) {}

	public function register(): void {
		add_filter( 'woocommerce_rest_pre_insert_shop_order_object', $this->hold( ... ), PHP_INT_MAX, 3 );
		add_filter( 'woocommerce_rest_pre_insert_shop_order', $this->hold_v1( ... ), PHP_INT_MAX, 2 );
		add_action( 'woocommerce_after_order_object_save', $this->give_number( ... ), 1 );
		add_action( 'woocommerce_rest_insert_shop_order_object', $this->finished( ... ), 1, 3 );
		add_action( 'woocommerce_rest_insert_shop_order', $this->finished( ... ), 1, 3 );
		add_filter( 'rest_request_after_callbacks', $this->after_request( ... ), PHP_INT_MAX, 3 );
		add_action( 'shutdown', $this->abandon( ... ), 1 );
	}

	/**
	 * @return mixed The order, or the refusal.
	 */
	private function hold( mixed $order, mixed $request, mixed $creating ): mixed {
		if ( true !== $creating || ! $order instanceof \WC_Order || ! $request instanceof \WP_REST_Request ) {
			return $order;
		}
		// In a batch the order before this one has failed if it is still here.
		$this->abandon();
		$status = $request['status'];
		if ( true !== $request['set_paid'] && in_array( is_string( $status ) ? $status : 'pending', self::SELL_NOTHING, true ) ) {
			return $order;
		}
		try {
			$lines = $this->lines->of( $order );
			$key   = $this->key( $request );
			$held  = $this->holds->hold( new Reference( 'request', wp_hash( $key ) ), $lines, (int) get_option( 'woocommerce_hold_stock_minutes', 0 ), $key );
			if ( null !== $held && $held->replayed ) {
				throw Refusal::sent_twice( '' );
			}
		} catch ( Refusal $refusal ) {
			$refusal->tell( 'rest' );
			return new \WP_Error( $refusal->slug, $refusal->getMessage(), $refusal->data() );
		}
		$this->order = null === $held ? null : $order;
		$this->held  = $held;
		return $order;
	}

	/**
	 * Version 1 has a filter of its own, and takes every answer of it for an order.
	 *
	 * @return mixed The order.
	 * @throws \WC_REST_Exception The refusal.
	 */
	private function hold_v1( mixed $order, mixed $request ): mixed {
		$answer = $this->hold( $order, $request, $request instanceof \WP_REST_Request && ! isset( $request['id'] ) );
		if ( $answer instanceof \WP_Error ) {
			throw new \WC_REST_Exception( (string) $answer->get_error_code(), $answer->get_error_message(), 409 ); // phpcs:ignore WordPress.Security.EscapeOutput -- JSON.
		}
		return $answer;
	}

	/**
	 * Version 4 hands over no order before it saves it: the next one that is saved is meant.
	 *
	 * @param \WC_Order $like What it will be.
	 */
	public function await( \WC_Order $like, \WP_REST_Request $request ): ?\WP_Error {
		$answer      = $this->hold( $like, $request, true );
		$this->order = null;
		return $answer instanceof \WP_Error ? $answer : null;
	}

	/**
	 * The order has been made: what is held is its own now.
	 */
	public function made(): void {
		$this->order = null;
		$this->held  = null;
	}

	/**
	 * Runs after the lines are saved and before any change of status takes effect.
	 */
	private function give_number( mixed $order ): void {
		if ( null === $this->held || ! $order instanceof \WC_Order || ( null !== $this->order && $order !== $this->order ) || 'request' !== $this->held->reference->type ) {
			return;
		}
		$reference = Holds::reference( $order->get_id() );
		if ( $this->reservations->refer( $this->held->id, $reference ) ) {
			$this->held = $this->reservations->find( $this->held->id );
			OrderNotes::reserved( $order, $this->lines->of( $order ) );
		}
	}

	private function finished( mixed $order, mixed $request, mixed $creating ): void {
		if ( true === $creating ) {
			$this->made();
		}
	}

	/**
	 * @return mixed The same.
	 */
	private function after_request( mixed $response, mixed $handler, mixed $request ): mixed {
		if ( $request instanceof \WP_REST_Request && str_contains( $request->get_route(), '/orders' ) ) {
			$this->abandon();
		}
		return $response;
	}

	/**
	 * The order that was to be made was not: its units are free. (What it had taken already, it keeps.)
	 */
	private function abandon(): void {
		if ( null !== $this->held ) {
			$this->holds->release_one( $this->held->id );
		}
		$this->order = null;
		$this->held  = null;
	}

	/**
	 * The client's own key, so that an order that is sent again after a lost answer is not made twice; without one each
	 * request stands for itself. A key whose order came to nothing may be used again.
	 *
	 * @throws Refusal When the order was made already.
	 */
	private function key( \WP_REST_Request $request ): string {
		$header = $request->get_header( 'idempotency_key' );
		if ( null === $header || '' === $header ) {
			return 'rest:' . wp_generate_uuid4();
		}
		$key = 'rest:' . hash( 'sha256', get_current_user_id() . "\n" . $header );
		for ( $before = $this->reservations->find_by_key( $key ); null !== $before; $before = $this->reservations->find_by_key( $key ) ) {
			if ( ReservationState::Active === $before->state || ReservationState::Committed === $before->state ) {
				throw Refusal::sent_twice( 'order' === $before->reference->type ? $before->reference->id : '' );
			}
			$key = 'rest:' . hash( 'sha256', $key . $before->id );
		}
		return $key;
	}
}
