<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Early;

/**
 * What shoppers read of availability, in the language of the present request.
 */
final class Words {

	/**
	 * @return array<string, string>
	 */
	public static function now(): array {
		$words = array(
			'backorder'      => __( 'Available on backorder', 'woo-inventory-guard' ),
			'out'            => __( 'Out of stock', 'woo-inventory-guard' ),
			'in'             => __( 'In stock', 'woo-inventory-guard' ),
			/* translators: %s: number of units */
			'few'            => __( 'Only %s left.', 'woo-inventory-guard' ),
			/* translators: %s: number of units */
			'many'           => __( '%s in stock', 'woo-inventory-guard' ),
			/* translators: %s: when it ships, such as: ships about 12 December. */
			'backorder_when' => __( 'On backorder: %s', 'woo-inventory-guard' ),
			'preorder'       => __( 'Pre-order', 'woo-inventory-guard' ),
			/* translators: %s: when it ships, such as: ships about 12 December. */
			'preorder_when'  => __( 'Pre-order: %s', 'woo-inventory-guard' ),
			/* translators: %s: a date, such as 12 December. */
			'ships'          => __( 'ships about %s', 'woo-inventory-guard' ),
		);
		/* translators: a date without its year, in PHP's letters: https://www.php.net/date */
		$form = __( 'j F', 'woo-inventory-guard' );
		foreach ( range( 1, 12 ) as $month ) {
			// Names of months, and the cases that they take beside a number, are not there yet when WordPress is loading.
			$words[ 'month_' . $month ] = str_replace( '28', '%s', (string) wp_date( $form, (int) gmmktime( 12, 0, 0, $month, 28, 2001 ), new \DateTimeZone( 'UTC' ) ) );
		}
		return $words;
	}
}
