<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Doors;

use Automattic\WooCommerce\Checkout\Helpers\ReserveStockException;
use Automattic\WooCommerce\StoreApi\Exceptions\RouteException;
use WooInventoryGuard\Shop\Cart\OwnOrders;
use WooInventoryGuard\Shop\Order\OrderLine;
use WooInventoryGuard\Shop\Order\OrderLines;
use WooInventoryGuard\Shop\Order\OrderNotes;
use WooInventoryGuard\Stock\Reservation;

/**
 * The one place where every checkout of WooCommerce asks for its units, before money moves: the filter in front of
 * WooCommerce's own hold. It runs for the block checkout, the classic one and agents, whatever the hold setting says.
 */
final class Checkout {

	/** @var array<int, true> Orders that this request holds units for. */
	private array $held = array();

	public function __construct(
		private readonly OrderLines $lines,
		private readonly Holds $holds,
		private readonly OwnOrders $own,
		private readonly RefusedOrders $refused
	) {}

	public function register(): void {
		add_filter( 'woocommerce_order_hold_stock_minutes', $this->hold( ... ), PHP_INT_MAX, 2 );
		// Where another plugin switches WooCommerce's hold off, the filter never runs.
		add_action( 'woocommerce_checkout_order_created', $this->hold_classic( ... ), 20 );
		add_action( 'woocommerce_store_api_checkout_order_processed', $this->hold_block( ... ), 1 );
		add_action( 'woocommerce_checkout_order_exception', $this->release( ... ) );
		add_filter( 'rest_request_after_callbacks', $this->after_request( ... ), PHP_INT_MAX, 3 );
		add_filter( 'woocommerce_payment_successful_result', $this->paid( ... ), PHP_INT_MAX );
		add_action( 'shutdown', $this->after_crash( ... ), 1 );
		foreach ( array( 'woocommerce_order_status_cancelled', 'woocommerce_order_status_failed', 'woocommerce_trash_order', 'woocommerce_before_delete_order' ) as $ended ) {
			add_action( $ended, $this->release( ... ), 20 );
		}
		// The list of orders as posts throws them away without a word of WooCommerce.
		add_action( 'wp_trash_post', fn( mixed $id ) => is_numeric( $id ) && 'shop_order' === get_post_type( (int) $id ) ? $this->release( $id ) : null );
	}

	/**
	 * @param mixed $minutes WooCommerce's own setting, 0 where it is blank.
	 * @param mixed $order   The order with its final lines.
	 * @return mixed 0 where the books hold everything: WooCommerce then holds nothing itself.
	 * @throws ReserveStockException The refusal, in a shopper's words.
	 */
	private function hold( mixed $minutes, mixed $order ): mixed {
		if ( ! $order instanceof \WC_Order ) {
			return $minutes;
		}
		try {
			$lines = $this->lines->of( $order );
			$this->hold_lines( $order, $lines, is_numeric( $minutes ) ? (int) $minutes : 0 );
		} catch ( Refusal $refusal ) {
			$this->refuse( $order, $refusal );
			throw new ReserveStockException( $refusal->slug, $refusal->getMessage(), $refusal->status, $refusal->data() ); // phpcs:ignore WordPress.Security.EscapeOutput -- Escaped where it is shown.
		}
		$foreign = array_filter( $lines, static fn( OrderLine $line ): bool => null === $line->item_id );
		return array() === $foreign ? 0 : $minutes;
	}

	/**
	 * @throws Refusal WooCommerce shows its text as a notice.
	 */
	private function hold_classic( mixed $order ): void {
		if ( ! $order instanceof \WC_Order || isset( $this->held[ $order->get_id() ] ) ) {
			return;
		}
		try {
			$this->hold_lines( $order, $this->lines->of( $order ), 0 );
		} catch ( Refusal $refusal ) {
			$this->refuse( $order, $refusal );
			throw $refusal;
		}
	}

	/**
	 * Also the block page on which an order is paid that was made before: nothing else looks at its stock there.
	 *
	 * @throws RouteException The refusal, in a shopper's words.
	 */
	private function hold_block( mixed $order ): void {
		if ( ! $order instanceof \WC_Order || isset( $this->held[ $order->get_id() ] ) ) {
			return;
		}
		try {
			$lines = $this->lines->of( $order );
			$known = $this->holds->holds( Holds::reference( $order->get_id() ), $lines );
			$this->hold_lines( $order, $lines, 0 );
			if ( $known ) {
				// What it held before it came here it may keep, however this payment ends.
				unset( $this->held[ $order->get_id() ] );
			}
		} catch ( Refusal $refusal ) {
			$refusal->tell( 'store-api' === $order->get_created_via() ? 'block' : 'pay_for_order' );
			throw new RouteException( $refusal->slug, esc_html( $refusal->getMessage() ), $refusal->status, $refusal->data() ); // phpcs:ignore WordPress.Security.EscapeOutput -- A slug and numbers.
		}
	}

	/**
	 * @param list<OrderLine> $lines
	 */
	private function hold_lines( \WC_Order $order, array $lines, int $minutes ): void {
		$held = $this->own->hold( $order, $lines, $minutes );

		$this->held[ $order->get_id() ] = true;
		if ( $held instanceof Reservation ) {
			OrderNotes::reserved( $order, $lines );
		}
	}

	private function refuse( \WC_Order $order, Refusal $refusal ): void {
		$doors = array(
			'checkout'  => 'classic',
			'store-api' => 'block',
		);
		$this->refused->refused( $order->get_id() );
		$refusal->tell( $doors[ $order->get_created_via() ] ?? 'code' );
	}

	/**
	 * @param mixed $order The order or its id.
	 */
	private function release( mixed $order ): void {
		$id = $order instanceof \WC_Order ? $order->get_id() : ( is_numeric( $order ) ? (int) $order : 0 );
		if ( 0 < $id ) {
			unset( $this->held[ $id ] );
			$this->holds->release( Holds::reference( $id ) );
		}
	}

	/**
	 * A checkout that ends in an error, whoever caused it, keeps nothing from other shoppers. (What is paid is no longer
	 * held, so nothing is taken from it.)
	 *
	 * @param mixed $response
	 * @return mixed The same.
	 */
	private function after_request( mixed $response, mixed $handler, mixed $request ): mixed {
		if ( ! $request instanceof \WP_REST_Request || ! str_contains( $request->get_route(), 'checkout' ) ) {
			return $response;
		}
		if ( array() !== $this->held && ( is_wp_error( $response ) || ( $response instanceof \WP_REST_Response && 400 <= $response->get_status() ) ) ) {
			foreach ( array_keys( $this->held ) as $order_id ) {
				$this->release( $order_id );
			}
		}
		$this->held = array();
		return $response;
	}

	/**
	 * @return mixed The same.
	 */
	private function paid( mixed $result ): mixed {
		$this->held = array();
		return $result;
	}

	/**
	 * A payment method that breaks off with a PHP error is heard by nobody: not an exception, no answer.
	 */
	private function after_crash(): void {
		$error = error_get_last();
		if ( null === $error || 0 === ( $error['type'] & ( E_ERROR | E_PARSE | E_CORE_ERROR | E_COMPILE_ERROR | E_USER_ERROR | E_RECOVERABLE_ERROR ) ) ) {
			return;
		}
		foreach ( array_keys( $this->held ) as $order_id ) {
			$this->release( $order_id );
		}
	}
}
