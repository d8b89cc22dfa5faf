<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Doors;

use WooInventoryGuard\Shop\Order\OrderLine;
use WooInventoryGuard\Shop\Order\OrderLines;
use WooInventoryGuard\Stock\Reservations;

/**
 * Lines that are added to an order and changed on its screen in wp-admin. WooCommerce takes their units when the lines are
 * saved, one after the other and whether they are there or not; here all that a request will take is held before its
 * first line is saved.
 *
 * Only orders that take units at once are asked for them, and orders that hold some already. An order that is still being
 * put together promises nothing.
 */
final class AdminLines {

	/** An order in these takes the units of its lines when they are saved. */
	private const TAKES = array( 'processing', 'completed', 'on-hold' );

	public function __construct( private readonly OrderLines $lines, private readonly Holds $holds, private readonly Reservations $reservations ) {}

	public function register(): void {
		add_filter( 'woocommerce_ajax_add_order_item_validation', $this->add_line( ... ), PHP_INT_MAX, 4 );
		add_action( 'woocommerce_before_save_order_items', $this->save_lines( ... ), 1, 2 );
		add_action( 'woocommerce_ajax_order_items_removed', $this->removed( ... ), 10, 4 );
	}

	/**
	 * @return mixed The errors, with the refusal among them: WooCommerce then adds nothing and shows its text.
	 */
	private function add_line( mixed $errors, mixed $product, mixed $order, mixed $quantity ): mixed {
		if ( ! $errors instanceof \WP_Error || $errors->has_errors() || ! $product instanceof \WC_Product || ! $order instanceof \WC_Order || ! is_numeric( $quantity ) ) {
			return $errors;
		}
		$added = new \WC_Order_Item_Product();
		$added->set_product( $product );
		/** @var int $quantity Or a float, where the shop sells by weight. */
		$added->set_quantity( $quantity );
		try {
			$this->hold( $order, array( ...self::saved( $order ), $added ), array( $added ) );
		} catch ( Refusal $refusal ) {
			$refusal->tell( 'admin' );
			$errors->add( $refusal->slug, esc_html( $refusal->getMessage() ) );
		}
		return $errors;
	}

	/**
	 * The order's own buttons hear a refusal, and nothing is saved. The form of the whole page has been sent off by then:
	 * it is saved, what is not there is not taken, and the order and the person are told.
	 */
	private function save_lines( mixed $order_id, mixed $items ): void {
		$order = is_numeric( $order_id ) ? wc_get_order( (int) $order_id ) : null;
		if ( ! $order instanceof \WC_Order || ! is_array( $items ) || ! is_array( $items['order_item_id'] ?? null ) ) {
			return;
		}
		$edited = array();
		$raised = array();
		foreach ( self::saved( $order ) as $line ) {
			$new   = $items['order_item_qty'][ $line->get_id() ] ?? null;
			$after = clone $line;
			if ( is_numeric( $new ) && in_array( (string) $line->get_id(), array_map( strval( ... ), $items['order_item_id'] ), true ) ) {
				/** @var int $amount Or a float, where the shop sells by weight. */
				$amount = wc_stock_amount( (float) $new );
				$after->set_quantity( $amount );
			}
			$edited[] = $after;
			if ( $after->get_quantity() > $line->get_quantity() ) {
				$raised[] = $after;
			}
		}
		try {
			$this->hold( $order, $edited, $raised );
		} catch ( Refusal $refusal ) {
			$refusal->tell( 'admin' );
			if ( wp_doing_ajax() ) {
				wp_send_json_error( array( 'error' => $refusal->getMessage() ) );
			}
			/* translators: %s: what is missing, in whole sentences. */
			$order->add_order_note( esc_html( sprintf( __( 'Saved although it is not all in stock. %s', 'woo-inventory-guard' ), $refusal->getMessage() ) ), 0, false, array( 'note_group' => 'product_stock' ) );
			if ( class_exists( \WC_Admin_Meta_Boxes::class, false ) ) {
				\WC_Admin_Meta_Boxes::add_error( esc_html( $refusal->getMessage() ) );
			}
		}
	}

	/**
	 * A removed line holds nothing any more.
	 */
	private function removed( mixed $item_id, mixed $item, mixed $changed, mixed $order ): void {
		if ( ! $order instanceof \WC_Order ) {
			return;
		}
		try {
			$this->hold( $order, self::saved( $order ), array() );
		} catch ( Refusal ) {
			// It held more before, and may go on holding that until its time is up.
			return;
		}
	}

	/**
	 * Holds what the order holds now, as far as it still wants it, and what has been raised. A line that was short before
	 * is not this request's business.
	 *
	 * @param list<\WC_Order_Item_Product> $lines  As they will be.
	 * @param list<\WC_Order_Item_Product> $raised Those of them that ask for more than before.
	 * @throws Refusal
	 */
	private function hold( \WC_Order $order, array $lines, array $raised ): void {
		$reference = Holds::reference( $order->get_id() );
		$held      = $this->reservations->active_for( $reference );
		if ( null === $held && ( array() === $raised || ! $order->has_status( self::TAKES ) ) ) {
			return;
		}
		$asked = array();
		foreach ( $held->lines ?? array() as $line ) {
			$asked[ $line->item_id ] = true;
		}
		foreach ( $this->lines->of_lines( $order, $raised ) as $line ) {
			$asked[ (int) $line->item_id ] = true;
		}
		$wanted = array_values( array_filter( $this->lines->of_lines( $order, $lines ), static fn( OrderLine $line ): bool => isset( $asked[ (int) $line->item_id ] ) ) );
		if ( ! $this->holds->holds( $reference, $wanted ) ) {
			$this->holds->hold( $reference, $wanted, (int) get_option( 'woocommerce_hold_stock_minutes', 0 ) );
		}
	}

	/**
	 * @return list<\WC_Order_Item_Product>
	 */
	private static function saved( \WC_Order $order ): array {
		return array_values( array_filter( $order->get_items(), static fn( mixed $line ): bool => $line instanceof \WC_Order_Item_Product ) );
	}
}
