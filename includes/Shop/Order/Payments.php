<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Shop\Doors\Holds;
use WooInventoryGuard\Shop\Doors\Refusal;
use WooInventoryGuard\Stock\Error\StockError;

/**
 * A payment comes in, perhaps long after the hold ran out. Before the order changes its status its units are held once
 * more; when that fails, the order does not become "processing" first and "on hold" later: it waits from the beginning.
 */
final class Payments {

	/** @var array<int, bool> Orders that are being paid after their hold ran out => whether their units could be had. */
	private array $late = array();

	/** @var array<int, string> Orders whose units could not be held => the status that they would have got. */
	private array $refused = array();

	public function __construct( private readonly OrderLines $lines, private readonly Holds $holds, private readonly Short $short ) {}

	public function register(): void {
		add_action( 'woocommerce_pre_payment_complete', $this->note_late( ... ), 0 );
		add_action( 'woocommerce_pre_payment_complete', $this->hold( ... ), 5 );
		add_filter( 'woocommerce_payment_complete_order_status', $this->status( ... ), PHP_INT_MAX, 2 );
		// After stock was taken at 10.
		add_action( 'woocommerce_payment_complete', $this->paid( ... ), 20 );
	}

	/**
	 * Before anybody holds again.
	 */
	private function note_late( mixed $order_id ): void {
		$id    = is_numeric( $order_id ) ? (int) $order_id : 0;
		$order = wc_get_order( $id );
		unset( $this->late[ $id ], $this->refused[ $id ] );
		if ( $this->holds->ran_out( Holds::reference( $id ) ) || ( $order instanceof \WC_Order && '' !== $order->get_meta( Expiry::RAN_OUT ) ) ) {
			$this->late[ $id ] = true;
		}
	}

	private function hold( mixed $order_id ): void {
		$order = is_numeric( $order_id ) ? wc_get_order( (int) $order_id ) : null;
		if ( ! $order instanceof \WC_Order ) {
			return;
		}
		try {
			$open = array_values( array_filter( OrderLine::known( $this->lines->of( $order ) ), static fn( OrderLine $line ): bool => $line->open()->is_positive() ) );
			if ( array() === $open ) {
				unset( $this->late[ $order->get_id() ] );
			} elseif ( null === $this->holds->covering( Holds::reference( $order->get_id() ), $open ) ) {
				$this->holds->hold( Holds::reference( $order->get_id() ), $open );
			}
		} catch ( Refusal $refusal ) {
			if ( 409 === $refusal->status ) {
				$this->refused[ $order->get_id() ] = '';
				$this->late                        = isset( $this->late[ $order->get_id() ] ) ? array( $order->get_id() => false ) + $this->late : $this->late;
			}
		} catch ( StockError ) {
			// Said on the order when the units are to be taken.
			return;
		}
	}

	/**
	 * Only looks at what is known already: WooCommerce asks this at other times too.
	 */
	private function status( mixed $status, mixed $order_id ): mixed {
		$id = is_numeric( $order_id ) ? (int) $order_id : 0;
		if ( ! isset( $this->refused[ $id ] ) || ! is_string( $status ) || 'on-hold' === $status || ! $this->short->waits_for_a_person() ) {
			return $status;
		}
		$this->refused[ $id ] = $status;
		return 'on-hold';
	}

	private function paid( mixed $order_id ): void {
		$id       = is_numeric( $order_id ) ? (int) $order_id : 0;
		$intended = $this->refused[ $id ] ?? '';
		$order    = wc_get_order( $id );
		if ( '' !== $intended && $order instanceof \WC_Order && $order->has_status( 'on-hold' ) ) {
			$this->short->remember( $order, $intended );
			// They may have come back between the two tries.
			$this->short->supplied( $id );
		}
		$had = $this->late[ $id ] ?? null;
		unset( $this->late[ $id ], $this->refused[ $id ] );
		if ( null === $had || ! $order instanceof \WC_Order ) {
			return;
		}
		$order->delete_meta_data( Expiry::RAN_OUT );
		$order->save_meta_data();
		if ( $had ) {
			OrderNotes::plain( $order, __( 'This payment came after the hold had run out; everything was still in stock.', 'woo-inventory-guard' ) );
		}
		/**
		 * An order was paid after its hold ran out.
		 *
		 * @param int  $order_id
		 * @param bool $could_be_had Whether its units were still there.
		 */
		do_action( 'woo_inventory_guard_paid_late', $id, $had );
	}
}
