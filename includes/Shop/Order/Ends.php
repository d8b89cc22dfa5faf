<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Shop\Doors\Holds;
use WooInventoryGuard\Shop\Doors\Refusal;
use WooInventoryGuard\Shortfall\Outcome;
use WooInventoryGuard\Shortfall\Shortfalls;

/**
 * Orders that end without giving their units back by themselves (refunded by status, thrown away, deleted), and those
 * that come back from there.
 */
final class Ends {

	/** From these an order comes back to life. From "failed" a shopper comes back through a checkout, which holds itself. */
	private const ENDED = array( 'cancelled', 'refunded', 'on-hold', 'processing', 'completed', 'trash' );

	/** @var array<int, true> */
	private array $thrown_away = array();

	public function __construct(
		private readonly OrderLines $lines,
		private readonly Holds $holds,
		private readonly Shortfalls $shortfalls
	) {}

	public function register(): void {
		foreach ( array( 'woocommerce_order_status_cancelled', 'woocommerce_order_status_refunded', 'woocommerce_order_status_failed' ) as $hook ) {
			add_action( $hook, $this->nobody_waits( ... ), 20 );
		}
		// After WooCommerce has made its refund.
		add_action( 'woocommerce_order_status_refunded', $this->refunded( ... ), 20 );
		add_action( 'woocommerce_order_status_changed', $this->reopened( ... ), 20, 3 );
		add_action( 'woocommerce_trash_order', $this->thrown_away( ... ), 30 );
		// After WordPress has put the notes of before away with the post.
		add_action( 'trashed_post', $this->thrown_away( ... ), 30 );
		// With orders in their own tables, coming back from the trash is a change of status.
		add_action( 'untrashed_post', $this->brought_back( ... ), 30 );
		add_action( 'woocommerce_before_delete_order', $this->nobody_waits( ... ), 20 );
		add_action( 'before_delete_post', $this->nobody_waits( ... ), 20 );
	}

	/**
	 * No person has decided anything: should the order come back to life, its lines want their units again.
	 */
	private function nobody_waits( mixed $order_id ): void {
		foreach ( is_numeric( $order_id ) ? $this->shortfalls->of_order( (int) $order_id ) : array() as $one ) {
			if ( $one->open ) {
				$this->shortfalls->close( $one->id, Outcome::Wait );
			}
		}
	}

	/**
	 * The money is back; whether the goods are, WooCommerce does not ask.
	 */
	private function refunded( mixed $order_id ): void {
		$order = self::order( $order_id );
		if ( null === $order ) {
			return;
		}
		$this->holds->release( Holds::reference( $order->get_id() ) );
		/* translators: %s: list such as "1 × Gaiwan, white". */
		$this->say_taken( $order, __( 'Refunded without goods coming back. If they do, use “Put back in stock” in the panel Stock: %s', 'woo-inventory-guard' ) );
	}

	private function thrown_away( mixed $order_id ): void {
		$order = self::order( $order_id );
		if ( null !== $order && ! isset( $this->thrown_away[ $order->get_id() ] ) ) {
			// With orders as posts, WordPress and WooCommerce both tell.
			$this->thrown_away[ $order->get_id() ] = true;
			// WooCommerce leaves the stock as it is, since the goods may have been sent.
			/* translators: %s: list such as "1 × Gaiwan, white". */
			$this->say_taken( $order, __( 'Moved to the trash; these units stay sold. To put them back in stock, restore the order and cancel it: %s', 'woo-inventory-guard' ) );
		}
	}

	private function brought_back( mixed $order_id ): void {
		$order = self::order( $order_id );
		if ( null !== $order && $order->has_status( 'pending' ) ) {
			$this->hold_again( $order );
		}
	}

	/**
	 * An order that waits for its payment once more holds its units once more.
	 */
	private function reopened( mixed $order_id, mixed $from, mixed $to ): void {
		// The order in the hands of whoever changes it does not know what its lines gave back a moment ago.
		$order = 'pending' === $to && in_array( $from, self::ENDED, true ) ? self::order( $order_id ) : null;
		if ( null !== $order ) {
			$this->hold_again( $order );
		}
	}

	private function hold_again( \WC_Order $order ): void {
		try {
			$open = array_values( array_filter( OrderLine::known( $this->lines->of( $order ) ), static fn( OrderLine $line ): bool => $line->open()->is_positive() ) );
			if ( array() !== $open && null === $this->holds->covering( Holds::reference( $order->get_id() ), $open ) ) {
				$this->holds->hold( Holds::reference( $order->get_id() ), $open );
				OrderNotes::reserved( $order, $open );
			}
		} catch ( Refusal $refusal ) {
			/* translators: %s: a sentence such as "Only 2 left of “Teapot”." */
			OrderNotes::plain( $order, sprintf( __( 'Nothing could be held for this order: %s', 'woo-inventory-guard' ), $refusal->getMessage() ) );
		}
	}

	private function say_taken( \WC_Order $order, string $sentence ): void {
		try {
			$parts = array();
			foreach ( $this->lines->of( $order ) as $line ) {
				if ( $line->taken->is_positive() ) {
					$parts[] = $line->taken . ' × ' . $line->name;
				}
			}
		} catch ( Refusal ) {
			return;
		}
		if ( array() !== $parts ) {
			OrderNotes::plain( $order, sprintf( $sentence, implode( ', ', $parts ) ) );
		}
	}

	/**
	 * Some of these hooks come for every post of WordPress.
	 */
	private static function order( mixed $order_id ): ?\WC_Order {
		$order = is_numeric( $order_id ) ? wc_get_order( (int) $order_id ) : null;
		return $order instanceof \WC_Order ? $order : null;
	}
}
