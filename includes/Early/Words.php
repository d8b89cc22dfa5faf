<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Early;

/**
 * What shoppers read of availability, in the language of the present request.
 */
final class Words {

	/**
	 * @return array{backorder: string, out: string, in: string, few: string, many: string}
	 */
	public static function now(): array {
		return array(
			'backorder' => __( 'Available on backorder', 'woo-inventory-guard' ),
			'out'       => __( 'Out of stock', 'woo-inventory-guard' ),
			'in'        => __( 'In stock', 'woo-inventory-guard' ),
			/* translators: %s: number of units */
			'few'       => __( 'Only %s left.', 'woo-inventory-guard' ),
			/* translators: %s: number of units */
			'many'      => __( '%s in stock', 'woo-inventory-guard' ),
		);
	}
}
