<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Settings\Settings;
use WooInventoryGuard\Settings\StockLeaves;

/**
 * Keeps WooCommerce's flag of the whole order ("stock was reduced") in step with the markers of its lines, which are
 * what is true. WooCommerce sets it whether or not anything was taken, and asks nobody any more once it is set.
 */
final class Flag {

	private const REDUCING = array( 'woocommerce_payment_complete', 'woocommerce_order_status_completed', 'woocommerce_order_status_processing', 'woocommerce_order_status_on-hold' );

	private const RESTORING = array( 'woocommerce_order_status_cancelled', 'woocommerce_order_status_failed', 'woocommerce_order_status_pending' );

	/** @var array<int, true> Orders of which something is still to be taken. */
	private array $open = array();

	/** The order that gives back what it took although it waits for its payment. */
	private int $late = 0;

	/**
	 * @param \Closure(): Settings $settings
	 */
	public function __construct( private readonly \Closure $settings ) {}

	public function register(): void {
		foreach ( self::REDUCING as $hook ) {
			add_action( $hook, $this->after_reducing( ... ), 11 );
		}
		foreach ( self::RESTORING as $hook ) {
			add_action( $hook, $this->after_restoring( ... ), 11 );
		}
	}

	public function not_all_taken( int $order_id ): void {
		$this->open[ $order_id ] = true;
	}

	/**
	 * Where stock leaves when an order is placed, one that waits for its payment keeps what it took.
	 */
	public function keeps_taken( \WC_Order $order ): bool {
		return $order->get_id() !== $this->late && $order->has_status( 'pending' ) && StockLeaves::Placed === ( $this->settings )()->stock_leaves;
	}

	/**
	 * So that cancelling gives back what the books have taken by themselves.
	 */
	public function set( int $order_id, bool $reduced ): void {
		$store = \WC_Data_Store::load( 'order' );
		$read  = array( $store, 'get_stock_reduced' );
		$write = array( $store, 'set_stock_reduced' );
		if ( is_callable( $read ) && is_callable( $write ) && $reduced !== (bool) $read( $order_id ) ) {
			$write( $order_id, $reduced );
		}
	}

	/**
	 * The time of an unpaid order is up: it gives back what it took, also where stock leaves when an order is placed.
	 */
	public function give_back( \WC_Order $order ): void {
		$this->late = $order->get_id();
		wc_increase_stock_levels( $order );
		$this->late = 0;
		$this->set( $order->get_id(), false );
	}

	/**
	 * The next time that the order is paid or changes its status, what is still open is tried again: units that were
	 * short, that are committed by hand, or lines that were added to an order that had none.
	 */
	private function after_reducing( mixed $order_id ): void {
		$id    = is_numeric( $order_id ) ? (int) $order_id : 0;
		$order = wc_get_order( $id );
		if ( ! $order instanceof \WC_Order || ( ! isset( $this->open[ $id ] ) && array() !== $order->get_items() ) ) {
			return;
		}
		unset( $this->open[ $id ] );
		$this->set( $id, false );
	}

	private function after_restoring( mixed $order_id ): void {
		$order = is_numeric( $order_id ) ? wc_get_order( (int) $order_id ) : null;
		if ( ! $order instanceof \WC_Order || ! self::has_taken( $order ) ) {
			return;
		}
		if ( $this->keeps_taken( $order ) ) {
			$this->set( $order->get_id(), true );
			return;
		}
		// The flag was not set although lines have taken units.
		wc_increase_stock_levels( $order );
		$this->set( $order->get_id(), false );
	}

	private static function has_taken( \WC_Order $order ): bool {
		foreach ( $order->get_items() as $line ) {
			if ( 0.0 < (float) $line->get_meta( '_reduced_stock', true ) ) {
				return true;
			}
		}
		return false;
	}
}
