<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Shortfall\Outcome;
use WooInventoryGuard\Shortfall\Resolver;
use WooInventoryGuard\Shortfall\Shortfalls;

/**
 * What a person decides on the order about units that are missing.
 */
final class Decisions {

	public function __construct( private readonly Shortfalls $shortfalls, private readonly Resolver $resolver ) {}

	/**
	 * The address was checked by Actions.
	 */
	public function pressed( int $order_id ): void {
		// phpcs:disable WordPress.Security.NonceVerification
		$id      = isset( $_GET['shortfall'] ) && is_scalar( $_GET['shortfall'] ) ? absint( $_GET['shortfall'] ) : 0;
		$outcome = Outcome::tryFrom( isset( $_GET['outcome'] ) ? sanitize_key( wp_unslash( $_GET['outcome'] ) ) : '' );
		// phpcs:enable
		$one = $this->shortfalls->find( $id );
		if ( null !== $one && null !== $outcome && $one->order_id === $order_id && Access::can( Access::ADJUST ) ) {
			$this->resolver->resolve( $one, $outcome );
		}
	}

	/**
	 * @return array<string, string> Labels by outcome.
	 */
	public static function labels(): array {
		return array(
			Outcome::Taken->value      => __( 'Take it now', 'woo-inventory-guard' ),
			Outcome::Substitute->value => __( 'Send something else', 'woo-inventory-guard' ),
			Outcome::Refund->value     => __( 'Give the money back', 'woo-inventory-guard' ),
		);
	}
}
