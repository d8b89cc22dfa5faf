<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Cart;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Shop\Doors\Holds;
use WooInventoryGuard\Shop\Limit\LimitFinder;
use WooInventoryGuard\Shop\Product\SoldItems;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reservations;
use WooInventoryGuard\Stock\StockStatus;

/**
 * The quantities that a shopper is offered, on product pages, in the cart and in both checkouts: what could really be
 * had, not what lies on the shelf, in the portions that the owner sells.
 */
final class QuantityLimits {

	public function __construct( private readonly SoldItems $items, private readonly LimitFinder $limits, private readonly Reservations $reservations ) {}

	public function register(): void {
		add_filter( 'woocommerce_quantity_input_min', $this->least( ... ), 20, 2 );
		add_filter( 'woocommerce_quantity_input_step', $this->step( ... ), 20, 2 );
		add_filter( 'woocommerce_quantity_input_max', $this->most( ... ), 20, 2 );
		// WooCommerce takes "none left" for "no limit" on the way here.
		add_filter( 'woocommerce_store_api_product_quantity_limit', $this->most( ... ), 20, 2 );
	}

	/**
	 * How many of a product this shopper could have now: what is offered, what the own order holds already, and what may
	 * be sold beyond stock. NULL where nothing stands in the way.
	 */
	public function possible( \WC_Product $product ): ?Quantity {
		$item = $this->items->of( $product );
		if ( null === $item || ! $item->tracked || ( Kind::Bundle === $item->kind && StockStatus::Backorder === $item->status ) || $this->is_unlimited( $item ) ) {
			return null;
		}
		$free = $item->offered()->plus( $item->allowance );
		return ( $free->is_positive() ? $free : Quantity::zero() )->plus( $this->own_hold( $item ) );
	}

	/**
	 * @return mixed
	 */
	private function least( mixed $least, mixed $product ): mixed {
		$limit = $product instanceof \WC_Product && ! is_admin() ? $this->limits->own( $product ) : null;
		$ours  = $limit->least ?? $limit?->multiple_of;
		return null === $ours || ! is_numeric( $least ) ? $least : max( $least, self::number( $ours ) );
	}

	/**
	 * @return mixed
	 */
	private function step( mixed $step, mixed $product ): mixed {
		$limit = $product instanceof \WC_Product && ! is_admin() ? $this->limits->own( $product ) : null;
		return null === $limit?->multiple_of ? $step : self::number( $limit->multiple_of );
	}

	/**
	 * @param mixed $most Below 1 for "no limit".
	 * @return mixed
	 */
	private function most( mixed $most, mixed $product ): mixed {
		if ( ! $product instanceof \WC_Product || ! is_numeric( $most ) || is_admin() ) {
			return $most;
		}
		$ours = array();
		foreach ( $this->limits->of_product( $product->get_id() ) as $limit ) {
			$ours[] = $limit->most();
		}
		$ours[] = $product->is_type( 'variable' ) && ! $product->managing_stock() ? null : $this->possible( $product );
		foreach ( array_filter( $ours ) as $quantity ) {
			// Zero would mean "no limit" to WooCommerce: what cannot be had at all is refused when it is added.
			$number = max( $quantity->is_positive() ? self::number( $quantity ) : 0, self::least_portion() );
			$most   = 0 < $most ? min( $most, $number ) : $number;
		}
		return $most;
	}

	/**
	 * What this visitor's own unpaid order holds is there for it. Nobody gets a session for being asked.
	 */
	private function own_hold( Item $item ): Quantity {
		$session = function_exists( 'WC' ) ? WC()->session : null;
		if ( ! $session instanceof \WC_Session ) {
			return Quantity::zero();
		}
		$held = Quantity::zero();
		foreach ( array_unique( array( absint( $session->get( 'order_awaiting_payment', 0 ) ), absint( $session->get( 'store_api_draft_order', 0 ) ) ) ) as $order_id ) {
			$lines = 0 < $order_id ? $this->reservations->active_for( Holds::reference( $order_id ) )->lines ?? array() : array();
			foreach ( $lines as $line ) {
				$held = $line->item_id === $item->id ? $held->plus( $line->quantity ) : $held;
			}
		}
		return $held;
	}

	/**
	 * Backorders without an end.
	 */
	private function is_unlimited( Item $item ): bool {
		return $item->allowance->compare( Quantity::of( '99999999999' ) ) > 0;
	}

	private static function number( Quantity $quantity ): int|float {
		$number = (float) (string) $quantity;
		return floor( $number ) === $number ? (int) $number : $number;
	}

	/**
	 * One, or the smallest part that the shop sells.
	 */
	private static function least_portion(): int|float {
		return wc_is_stock_amount_integer() ? 1 : 0.0001;
	}
}
