<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Doors;

use WooInventoryGuard\Shop\Order\OrderLines;

/**
 * Version 4 of WooCommerce's orders over REST (behind a switch in 11.0). It has none of the filters with which the
 * versions before it could be refused, and takes out the lines that a body does not name. So the whole request is held
 * here, all or nothing: when its sender is let in, and before anything of it is carried out.
 */
final class RestVersion4 {

	public function __construct(
		private readonly OrderLines $lines,
		private readonly Holds $holds,
		private readonly RestOrders $new_orders,
		private readonly RestEdits $edits
	) {}

	public function register(): void {
		add_filter( 'rest_dispatch_request', $this->hold( ... ), PHP_INT_MAX, 2 );
		add_action( 'woocommerce_rest_api_v4_orders_created', $this->new_orders->made( ... ), 1, 0 );
	}

	/**
	 * @return mixed NULL lets WooCommerce carry it out; else the refusal.
	 */
	private function hold( mixed $response, mixed $request ): mixed {
		if ( null !== $response || ! $request instanceof \WP_REST_Request || ! in_array( $request->get_method(), array( 'POST', 'PUT', 'PATCH' ), true ) ) {
			return $response;
		}
		if ( '/wc/v4/orders' === $request->get_route() ) {
			return $this->hold_new( $request );
		}
		$order = 1 === preg_match( '#^/wc/v4/orders/(\d+)$#', $request->get_route(), $found ) ? wc_get_order( (int) $found[1] ) : null;
		return $order instanceof \WC_Order ? $this->hold_change( $order, $request ) : null;
	}

	private function hold_new( \WP_REST_Request $request ): ?\WP_Error {
		$order = new \WC_Order();
		foreach ( EditedLines::of( $order, self::posted( $request ) ?? array() ) as $line ) {
			$order->add_item( $line );
		}
		return $this->new_orders->await( $order, $request );
	}

	private function hold_change( \WC_Order $order, \WP_REST_Request $request ): ?\WP_Error {
		$posted = self::posted( $request );
		$status = $request['status'];
		if ( ( null === $posted && null === $status ) || in_array( is_string( $status ) && '' !== $status ? $status : $order->get_status(), RestOrders::SELL_NOTHING, true ) ) {
			return null;
		}
		try {
			$lines = null === $posted ? $this->lines->of( $order ) : $this->lines->of_lines( $order, EditedLines::named( $order, $posted ) );
			$this->holds->hold( Holds::reference( $order->get_id() ), $lines, (int) get_option( 'woocommerce_hold_stock_minutes', 0 ) );
			$this->edits->admit( $order->get_id() );
		} catch ( Refusal $refusal ) {
			$refusal->tell( 'rest' );
			return new \WP_Error( $refusal->slug, $refusal->getMessage(), $refusal->data() );
		}
		return null;
	}

	/**
	 * @return array<mixed>|null
	 */
	private static function posted( \WP_REST_Request $request ): ?array {
		return is_array( $request['line_items'] ) ? $request['line_items'] : null;
	}
}
