<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Limit;

use WooInventoryGuard\Catalog\SpecialItems;
use WooInventoryGuard\Limit\Customer;
use WooInventoryGuard\Limit\Customers;
use WooInventoryGuard\Limit\LimitReached;
use WooInventoryGuard\Limit\Limits;
use WooInventoryGuard\Limit\MostPerCustomer;
use WooInventoryGuard\Limit\Uses;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Shop\Doors\Holds;
use WooInventoryGuard\Shop\Doors\Refusal;
use WooInventoryGuard\Shop\Order\OrderLine;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\SaleTerms;

/**
 * Under which terms an order may hold its units: whether it was made online (then safety stock is left alone), and which
 * limits of the owner it is held to. Asked by Holds, through which every door goes.
 */
final class PurchaseLimits {

	/** Orders that a shopper makes. */
	private const ONLINE = array( 'checkout', 'store-api', 'agentic' );

	/** Orders that are not paid yet, and so can still be refused. */
	private const OPEN = array( 'checkout-draft', 'pending', 'failed', 'auto-draft', '' );

	/** The order that this request is about: loading it again would cost more than all the rest. */
	private ?\WC_Order $order = null;

	public function __construct(
		private readonly Limits $limits,
		private readonly Customers $customers,
		private readonly Uses $uses,
		private readonly LimitFinder $finder
	) {}

	public function register(): void {
		add_filter( 'woocommerce_order_hold_stock_minutes', $this->remember_second( ... ), PHP_INT_MIN, 2 );
		foreach ( array( 'woocommerce_rest_pre_insert_shop_order_object', 'woocommerce_checkout_order_created', 'woocommerce_store_api_checkout_order_processed' ) as $hook ) {
			add_filter( $hook, $this->remember( ... ), PHP_INT_MIN );
		}
	}

	/**
	 * @param list<OrderLine> $lines
	 * @throws Refusal When one of the limits says no whatever the customer bought before.
	 */
	public function terms( Reference $reference, array $lines ): SaleTerms {
		if ( ! $this->limits->any() && ! SpecialItems::any() ) {
			return new SaleTerms();
		}
		$order = $this->order_of( $reference );
		if ( null === $order ) {
			return new SaleTerms();
		}
		$binds  = $this->binds( $order );
		$online = $binds && in_array( $order->get_created_via(), self::ONLINE, true );
		return new SaleTerms( $online, $this->conditions( $order, $this->finder->demands( $lines ), $binds ) );
	}

	/**
	 * What a shop manager let through is said on the order.
	 */
	public function note( Reference $reference, SaleTerms $terms ): void {
		foreach ( $terms->conditions as $condition ) {
			foreach ( $condition instanceof MostPerCustomer ? $condition->exceeded : array() as $limit ) {
				/* translators: %s: a limit in words, such as: You can buy up to 2 of “Tea”. */
				$this->order_of( $reference )?->add_order_note( sprintf( __( 'This order goes beyond a limit of the shop: %s', 'woo-inventory-guard' ), LimitWords::most( $limit, $this->finder->name( $limit ) ) ) );
			}
		}
	}

	public function refusal( LimitReached $reached ): Refusal {
		return Refusal::limit( LimitWords::most( $reached->limit, $this->finder->name( $reached->limit ), $reached->left ) );
	}

	/**
	 * Units of an order are back, in the transaction that brings them.
	 */
	public function given_back( Reference $reference, int $item_id, Quantity $quantity ): void {
		if ( $this->limits->any() ) {
			$this->uses->given_back( $reference, $item_id, $quantity );
		}
	}

	/**
	 * An account by itself; a guest by e-mail address, also where the address belongs to an account.
	 */
	public function customer( int $account, string $email ): Customer {
		$user = 0 < $account ? get_user_by( 'id', $account ) : ( '' === $email ? false : get_user_by( 'email', $email ) );
		return $user instanceof \WP_User ? $this->customers->of( $user->ID, $user->user_email ) : $this->customers->of( $account, $email );
	}

	/**
	 * The visitor's own order that is not paid yet.
	 */
	public function own_order(): ?Reference {
		$session = function_exists( 'WC' ) ? WC()->session : null;
		$id      = $session instanceof \WC_Session ? absint( $session->get( 'order_awaiting_payment', 0 ) ) : 0;
		$id      = 0 === $id && $session instanceof \WC_Session ? absint( $session->get( 'store_api_draft_order', 0 ) ) : $id;
		return 0 < $id ? Holds::reference( $id ) : null;
	}

	/**
	 * @param list<Demand> $demands
	 * @return list<MostPerCustomer>
	 * @throws Refusal
	 */
	private function conditions( \WC_Order $order, array $demands, bool $binds ): array {
		$asked = array();
		foreach ( $demands as $demand ) {
			$objection = $demand->limit->objection( $demand->wanted );
			if ( $binds && null !== $objection ) {
				throw Refusal::limit( LimitWords::objection( $objection, $demand->limit, $demand->name ) );
			}
			if ( null !== $demand->limit->most_per_customer && array() !== $demand->open ) {
				$asked[] = array(
					'limit' => $demand->limit,
					'units' => $demand->open,
				);
			}
		}
		if ( array() === $asked ) {
			return array();
		}
		$customer = $this->customer( $order->get_customer_id(), $order->get_billing_email() );
		if ( array() === $customer->keys ) {
			return array();
		}
		$condition = new MostPerCustomer( $this->uses, $customer, $asked, $binds );
		$condition->prepare();
		return array( $condition );
	}

	/**
	 * A shop manager in wp-admin decides for himself, and what is paid is not refused any more: both are counted. What a
	 * program changes through REST is asked before anything of it is done, so that can be refused also when it is paid.
	 */
	private function binds( \WC_Order $order ): bool {
		if ( ( is_admin() && Access::can( Access::CONFIGURE ) ) || doing_action( 'woocommerce_pre_payment_complete' ) || doing_filter( 'woocommerce_payment_complete_order_status' ) ) {
			return false;
		}
		return in_array( $order->get_status(), self::OPEN, true )
			|| doing_action( 'woocommerce_rest_set_order_item' ) || doing_filter( 'woocommerce_rest_pre_insert_shop_order_object' );
	}

	private function order_of( Reference $reference ): ?\WC_Order {
		if ( 'order' !== $reference->type ) {
			return 'request' === $reference->type ? $this->order : null;
		}
		if ( null !== $this->order && (string) $this->order->get_id() === $reference->id ) {
			return $this->order;
		}
		$order = wc_get_order( (int) $reference->id );
		return $order instanceof \WC_Order ? $order : null;
	}

	/**
	 * @return mixed The same.
	 */
	private function remember( mixed $order ): mixed {
		$this->order = $order instanceof \WC_Order ? $order : null;
		return $order;
	}

	/**
	 * @return mixed The minutes.
	 */
	private function remember_second( mixed $minutes, mixed $order = null ): mixed {
		$this->remember( $order );
		return $minutes;
	}
}
