<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Limit;

use WooInventoryGuard\Limit\Limit;
use WooInventoryGuard\Limit\Limits;
use WooInventoryGuard\Limit\Objection;
use WooInventoryGuard\Limit\Uses;
use WooInventoryGuard\Shop\Order\OrderLine;
use WooInventoryGuard\Shop\Product\Products;
use WooInventoryGuard\Shop\Product\SoldItems;
use WooInventoryGuard\Stock\Quantity;

/**
 * Tells shoppers of the owner's limits while they fill the cart. Only the reservation decides; here is where it is said
 * in time, on the product page, in the cart and before both checkouts.
 */
final class CartLimits {

	public function __construct(
		private readonly Limits $limits,
		private readonly LimitFinder $finder,
		private readonly Uses $uses,
		private readonly PurchaseLimits $customers,
		private readonly SoldItems $items
	) {}

	public function register(): void {
		add_filter( 'woocommerce_add_to_cart_validation', $this->may_add( ... ), 20, 4 );
		add_filter( 'woocommerce_update_cart_validation', $this->may_change( ... ), 20, 4 );
		add_action( 'woocommerce_check_cart_items', $this->check( ... ), 20 );
		add_action( 'woocommerce_before_add_to_cart_button', $this->show( ... ), 5 );
	}

	/**
	 * @return mixed
	 */
	private function may_add( mixed $may, mixed $product_id, mixed $quantity, mixed $variation_id = 0 ): mixed {
		$bought = is_numeric( $variation_id ) && 0 < (int) $variation_id ? (int) $variation_id : ( is_numeric( $product_id ) ? (int) $product_id : 0 );
		if ( false === $may || ! $this->limits->any() || ! is_numeric( $quantity ) ) {
			return $may;
		}
		$lines   = $this->cart();
		$lines[] = $this->line( $bought, $quantity );
		return $this->say( $this->too_many( $lines, $bought ) ) ? false : $may;
	}

	/**
	 * @return mixed
	 */
	private function may_change( mixed $may, mixed $key, mixed $values, mixed $quantity ): mixed {
		if ( false === $may || ! $this->limits->any() || ! is_numeric( $quantity ) || ! is_string( $key ) || ! is_array( $values ) || ! ( $values['data'] ?? null ) instanceof \WC_Product ) {
			return $may;
		}
		$bought        = $values['data']->get_id();
		$lines         = $this->cart();
		$lines[ $key ] = $this->line( $bought, $quantity );
		return $this->say( $this->too_many( $lines, $bought ) ) ? false : $may;
	}

	/**
	 * All that is wrong with the cart as it stands.
	 */
	private function check(): void {
		if ( ! $this->limits->any() ) {
			return;
		}
		$texts = array();
		foreach ( $this->finder->demands( $this->cart() ) as $demand ) {
			$objection = $demand->limit->objection( $demand->wanted );
			$texts[]   = null === $objection ? $this->had_already( $demand ) : LimitWords::objection( $objection, $demand->limit, $demand->name );
		}
		$this->say( self::said( $texts ) );
	}

	/**
	 * Above the button that puts it into the cart.
	 */
	private function show(): void {
		global $product;
		if ( ! $product instanceof \WC_Product || ! $this->limits->any() ) {
			return;
		}
		$own   = $this->items->own( $product );
		$rules = array();
		foreach ( $this->finder->of_product( $product->get_id() ) as $limit ) {
			$rules = array_merge( $rules, LimitWords::rules( $limit, $own?->id === $limit->scope_id && 'item' === $limit->scope->value ? '' : $this->finder->name( $limit ) ) );
		}
		if ( array() !== $rules ) {
			echo '<p class="wig-limits">' . esc_html( implode( ' ', $rules ) ) . '</p>';
		}
	}

	/**
	 * @param array<OrderLine|null> $lines
	 * @return list<string> Of the limits that speak of this product.
	 */
	private function too_many( array $lines, int $bought ): array {
		$of    = array_map( static fn( Limit $limit ): int => $limit->id, $this->finder->of_product( $bought ) );
		$texts = array();
		foreach ( $this->finder->demands( array_filter( $lines, static fn( ?OrderLine $line ): bool => null !== $line ) ) as $demand ) {
			if ( ! in_array( $demand->limit->id, $of, true ) ) {
				continue;
			}
			$texts[] = Objection::TooMany === $demand->limit->objection( $demand->wanted ) ? LimitWords::most( $demand->limit, $demand->name ) : $this->had_already( $demand );
		}
		return self::said( $texts );
	}

	/**
	 * @param list<string|null> $texts
	 * @return list<string>
	 */
	private static function said( array $texts ): array {
		return array_values( array_filter( $texts, static fn( ?string $text ): bool => null !== $text ) );
	}

	/**
	 * For a shopper whom the shop knows: what was bought before counts.
	 */
	private function had_already( Demand $demand ): ?string {
		$shopper = function_exists( 'WC' ) ? WC()->customer : null;
		if ( null === $demand->limit->most_per_customer || ! $shopper instanceof \WC_Customer ) {
			return null;
		}
		$customer = $this->customers->customer( get_current_user_id(), $shopper->get_billing_email() );
		$left     = array() === $customer->keys ? null : $this->uses->left( $demand->limit, $customer, $this->customers->own_order() );
		return null === $left || $demand->wanted->compare( $left ) <= 0 ? null : LimitWords::most( $demand->limit, $demand->name, $left );
	}

	/**
	 * @return array<string, OrderLine> By cart key.
	 */
	private function cart(): array {
		$cart  = function_exists( 'WC' ) ? WC()->cart : null;
		$lines = array();
		foreach ( $cart instanceof \WC_Cart ? $cart->get_cart() : array() as $key => $values ) {
			$product = $values['data'] ?? null;
			$line    = $product instanceof \WC_Product ? $this->line( $product->get_id(), $values['quantity'] ?? 0 ) : null;
			if ( null !== $line ) {
				$lines[ (string) $key ] = $line;
			}
		}
		return $lines;
	}

	private function line( int $bought, mixed $quantity ): ?OrderLine {
		$product = wc_get_product( $bought );
		$units   = is_numeric( $quantity ) ? Products::quantity( (string) $quantity ) : null;
		if ( ! $product instanceof \WC_Product || null === $units || ! $units->is_positive() ) {
			return null;
		}
		$name = wp_strip_all_tags( wp_specialchars_decode( $product->get_name(), ENT_QUOTES ) );
		return new OrderLine( 0, $product->get_stock_managed_by_id(), $this->items->of( $product )?->id, $name, $units, Quantity::zero(), $bought );
	}

	/**
	 * @param list<string> $texts
	 * @return bool Whether there was anything to say.
	 */
	private function say( array $texts ): bool {
		foreach ( array_unique( $texts ) as $text ) {
			if ( ! wc_has_notice( esc_html( $text ), 'error' ) ) {
				wc_add_notice( esc_html( $text ), 'error' );
			}
		}
		return array() !== $texts;
	}
}
