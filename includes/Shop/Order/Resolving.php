<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Shortfall\Outcome;
use WooInventoryGuard\Shortfall\Resolver;
use WooInventoryGuard\Shortfall\Shortfall;
use WooInventoryGuard\Shortfall\Shortfalls;

/**
 * Does what a person has decided about units that are sold and not there.
 */
final class Resolving implements Resolver {

	public function __construct( private readonly Shortfalls $shortfalls, private readonly Retry $retry ) {}

	public function resolve( Shortfall $shortfall, Outcome $outcome ): Shortfall {
		if ( ! $shortfall->open ) {
			return Outcome::Wait === $outcome ? $this->reopen( $shortfall ) : $shortfall;
		}
		match ( $outcome ) {
			Outcome::Wait  => null,
			Outcome::Taken => $this->retry->supply( $shortfall ),
			default        => $this->decide( $shortfall, $outcome ),
		};
		return $this->shortfalls->find( $shortfall->id ) ?? $shortfall;
	}

	/**
	 * Takes "something else" or "money back" back, as long as the order still wants the units: a refund that was really
	 * made stays.
	 */
	private function reopen( Shortfall $shortfall ): Shortfall {
		$order = $this->retry->order_that_wants( $shortfall );
		if ( null !== $order && (float) $order->get_qty_refunded_for_item( $shortfall->line_id ) >= 0.0 && $this->shortfalls->reopen( $shortfall->id ) ) {
			OrderNotes::plain( $order, __( 'The decision about what is missing was taken back: the customer waits for it.', 'woo-inventory-guard' ) );
		}
		return $this->shortfalls->find( $shortfall->id ) ?? $shortfall;
	}

	private function decide( Shortfall $shortfall, Outcome $outcome ): void {
		$order = wc_get_order( $shortfall->order_id );
		if ( $this->shortfalls->close( $shortfall->id, $outcome ) && $order instanceof \WC_Order ) {
			$line = $order->get_item( $shortfall->line_id );
			$name = $line instanceof \WC_Order_Item ? $line->get_name() : '';
			$text = Outcome::Refund === $outcome
				/* translators: 1: units, 2: product name. */
				? __( 'The customer gets the money back for what is missing: %1$s × %2$s', 'woo-inventory-guard' )
				/* translators: 1: units, 2: product name. */
				: __( 'The customer gets something else instead of what is missing: %1$s × %2$s', 'woo-inventory-guard' );
			OrderNotes::plain( $order, sprintf( $text, (string) $shortfall->missing, $name ) );
		}
	}
}
