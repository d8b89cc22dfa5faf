<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Doors;

use WooInventoryGuard\Shop\Order\OrderLines;

/**
 * Orders that are changed through WooCommerce's REST API. WooCommerce saves a line and moves its stock before the filter
 * that could refuse the order, so everything that a request asks for is held, all or nothing, when its first line
 * comes by; the lines then take from what is held.
 */
final class RestEdits {

	/** @var array<int, list<array<mixed>>> Order id => the bodies that change it, in order; a batch may hold several. */
	private array $bodies = array();

	/** The order that WooCommerce has just allowed to be edited; 0 while one is made. */
	private int $editing = 0;

	/** @var array<mixed> The body that changes it. */
	private array $body = array();

	/** @var array<int, true> Orders whose change is held. */
	private array $admitted = array();

	public function __construct( private readonly OrderLines $lines, private readonly Holds $holds ) {}

	public function register(): void {
		add_filter( 'rest_request_before_callbacks', $this->before_request( ... ), 1, 3 );
		add_filter( 'woocommerce_rest_check_permissions', $this->allowed( ... ), PHP_INT_MAX, 4 );
		add_action( 'woocommerce_rest_set_order_item', $this->hold_lines( ... ), 1 );
		add_filter( 'woocommerce_prevent_adjust_line_item_product_stock', $this->number_line( ... ), 1, 2 );
		add_filter( 'woocommerce_rest_pre_insert_shop_order_object', $this->hold_status( ... ), PHP_INT_MAX, 3 );
		add_filter( 'woocommerce_rest_pre_insert_shop_order', $this->hold_status_v1( ... ), PHP_INT_MAX, 2 );
		add_action( 'woocommerce_rest_insert_shop_order', $this->move_v1( ... ), 10, 3 );
		add_filter( 'rest_request_after_callbacks', $this->after_request( ... ), PHP_INT_MAX, 3 );
	}

	/**
	 * What this order will be is held already (version 4): at the end it holds no more than it needs then.
	 */
	public function admit( int $order_id ): void {
		$this->admitted[ $order_id ] = true;
	}

	/**
	 * A line comes by alone; the body tells what else the request will change.
	 *
	 * @return mixed The same.
	 */
	private function before_request( mixed $response, mixed $handler, mixed $request ): mixed {
		if ( ! $request instanceof \WP_REST_Request || 1 !== preg_match( '#^/wc/v\d+/orders/(\d+|batch)$#', $request->get_route(), $found ) ) {
			return $response;
		}
		$this->bodies = array();
		$updates      = 'batch' === $found[1] ? $request['update'] : array( array( 'id' => $found[1] ) + $request->get_params() );
		foreach ( is_array( $updates ) ? $updates : array() as $update ) {
			if ( is_array( $update ) && is_numeric( $update['id'] ?? null ) ) {
				$this->bodies[ (int) $update['id'] ][] = $update;
			}
		}
		return $response;
	}

	/**
	 * In a batch this is the only sign of which order comes next.
	 *
	 * @return mixed The same.
	 */
	private function allowed( mixed $permission, mixed $context = '', mixed $object_id = 0, mixed $post_type = '' ): mixed {
		if ( 'shop_order' !== $post_type ) {
			return $permission;
		}
		$this->editing = 'edit' === $context && is_numeric( $object_id ) ? (int) $object_id : 0;
		if ( isset( $this->bodies[ $this->editing ][0] ) ) {
			$this->body = array_shift( $this->bodies[ $this->editing ] );
			$this->trim( $this->editing );
		}
		return $permission;
	}

	/**
	 * @throws \WC_REST_Exception The refusal, before anything is saved or moved.
	 */
	private function hold_lines( mixed $item ): void {
		if ( 0 === $this->editing || isset( $this->admitted[ $this->editing ] ) || ! $item instanceof \WC_Order_Item_Product ) {
			return;
		}
		$order  = wc_get_order( $this->editing );
		$posted = $this->body['line_items'] ?? null;
		if ( ! $order instanceof \WC_Order || ! is_array( $posted ) || ! self::sells( $order, $this->body ) ) {
			return;
		}
		try {
			$this->holds->hold( Holds::reference( $this->editing ), $this->lines->of_lines( $order, EditedLines::of( $order, $posted ) ), self::minutes() );
			$this->admitted[ $this->editing ] = true;
		} catch ( Refusal $refusal ) {
			$refusal->tell( 'rest' );
			throw new \WC_REST_Exception( $refusal->slug, $refusal->getMessage(), $refusal->status, $refusal->data() ); // phpcs:ignore WordPress.Security.EscapeOutput -- JSON.
		}
	}

	/**
	 * WooCommerce moves the units of a new line before it saves the line. The books mark lines by their number.
	 *
	 * @return mixed The same.
	 */
	private function number_line( mixed $prevent, mixed $item ): mixed {
		if ( 0 < $this->editing && $item instanceof \WC_Order_Item_Product && 0 === $item->get_id() && $item->get_order_id() === $this->editing ) {
			$item->save();
		}
		return $prevent;
	}

	/**
	 * A change of status that will take units is refused here; afterwards nothing can be.
	 *
	 * @return mixed The order, or the refusal.
	 */
	private function hold_status( mixed $order, mixed $request, mixed $creating ): mixed {
		if ( false !== $creating || ! $order instanceof \WC_Order || ! $request instanceof \WP_REST_Request || isset( $this->admitted[ $order->get_id() ] ) ) {
			return $order;
		}
		if ( ( null === $request['status'] && true !== $request['set_paid'] ) || ! self::sells( $order, $request->get_params() ) ) {
			return $order;
		}
		try {
			$lines = $this->lines->of( $order );
			if ( ! $this->holds->holds( Holds::reference( $order->get_id() ), $lines ) ) {
				$this->holds->hold( Holds::reference( $order->get_id() ), $lines, self::minutes() );
				$this->admitted[ $order->get_id() ] = true;
			}
		} catch ( Refusal $refusal ) {
			$refusal->tell( 'rest' );
			return new \WP_Error( $refusal->slug, $refusal->getMessage(), $refusal->data() );
		}
		return $order;
	}

	/**
	 * Version 1 has a filter of its own, and takes every answer of it for an order.
	 *
	 * @return mixed The order.
	 * @throws \WC_REST_Exception The refusal.
	 */
	private function hold_status_v1( mixed $order, mixed $request ): mixed {
		$answer = $this->hold_status( $order, $request, ! ( $request instanceof \WP_REST_Request && isset( $request['id'] ) ) );
		if ( $answer instanceof \WP_Error ) {
			throw new \WC_REST_Exception( (string) $answer->get_error_code(), $answer->get_error_message(), 409 ); // phpcs:ignore WordPress.Security.EscapeOutput -- JSON.
		}
		return $answer;
	}

	/**
	 * Version 1 changes the lines of a paid order and moves nothing. The later versions do, in this way.
	 */
	private function move_v1( mixed $post, mixed $request, mixed $creating ): void {
		$order = true !== $creating && $post instanceof \WP_Post ? wc_get_order( $post->ID ) : null;
		if ( ! $order instanceof \WC_Order || ! $request instanceof \WP_REST_Request || null === $request['line_items'] || ! $order->has_status( array( 'processing', 'completed', 'on-hold' ) ) ) {
			return;
		}
		require_once WC()->plugin_path() . '/includes/admin/wc-admin-functions.php';
		foreach ( $order->get_items() as $item ) {
			wc_maybe_adjust_line_item_product_stock( $item );
		}
	}

	/**
	 * What was held for a change holds no more than the order needs in the end: the change may have failed later on.
	 *
	 * @return mixed The same.
	 */
	private function after_request( mixed $response, mixed $handler, mixed $request ): mixed {
		if ( array() === $this->admitted || ! $request instanceof \WP_REST_Request || ! str_contains( $request->get_route(), '/orders' ) ) {
			return $response;
		}
		foreach ( array_keys( $this->admitted ) as $order_id ) {
			$this->trim( $order_id );
		}
		return $response;
	}

	/**
	 * The order as it stands in the database holds what it still has to take, and no more.
	 */
	private function trim( int $order_id ): void {
		if ( ! isset( $this->admitted[ $order_id ] ) ) {
			return;
		}
		unset( $this->admitted[ $order_id ] );
		$order     = wc_get_order( $order_id );
		$reference = Holds::reference( $order_id );
		$lines     = $order instanceof \WC_Order && self::sells( $order, array() ) ? $this->lines->of( $order ) : array();
		try {
			if ( ! $this->holds->holds( $reference, $lines ) ) {
				$this->holds->hold( $reference, $lines, self::minutes() );
			}
		} catch ( Refusal ) {
			$this->holds->release( $reference );
		}
	}

	/**
	 * Whether the order, with the status that the body gives it, promises goods.
	 *
	 * @param array<mixed> $body
	 */
	private static function sells( \WC_Order $order, array $body ): bool {
		$status = is_string( $body['status'] ?? null ) && '' !== $body['status'] ? $body['status'] : $order->get_status();
		return true === ( $body['set_paid'] ?? null ) || ! in_array( $status, RestOrders::SELL_NOTHING, true );
	}

	private static function minutes(): int {
		return (int) get_option( 'woocommerce_hold_stock_minutes', 0 );
	}
}
