<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Platform\Clock;

/**
 * What shoppers are told of units that are not there yet: in the owner's own words, else made from the date.
 */
final class BackorderWords {

	public function __construct( private readonly Clock $clock ) {}

	/**
	 * @return string '' where there is nothing to add to WooCommerce's own words.
	 */
	public function of( Item $item ): string {
		$words    = '' === $item->backorder_text ? $this->from_date( $item ) : $item->backorder_text;
		$preorder = $item->is_preorder( $this->clock->now() );
		if ( '' === $words ) {
			return $preorder ? __( 'Pre-order', 'woo-inventory-guard' ) : '';
		}
		/* translators: %s: when it ships, such as: ships about 12 December. */
		return $preorder ? sprintf( __( 'Pre-order: %s', 'woo-inventory-guard' ), $words ) : $words;
	}

	private function from_date( Item $item ): string {
		$now  = $this->clock->now();
		$from = $item->is_preorder( $now ) ? $item->expected_at ?? $item->available_from : $item->expected_at;
		if ( null === $from || $from <= $now ) {
			// A day that has passed would be a promise that was broken already.
			return '';
		}
		/* translators: a date without its year, in PHP's letters: https://www.php.net/date */
		$date = (string) wp_date( __( 'j F', 'woo-inventory-guard' ), $from->getTimestamp() );
		/* translators: %s: a date, such as 12 December. */
		return sprintf( __( 'ships about %s', 'woo-inventory-guard' ), $date );
	}
}
