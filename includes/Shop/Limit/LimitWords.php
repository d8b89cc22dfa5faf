<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Limit;

use WooInventoryGuard\Limit\Limit;
use WooInventoryGuard\Limit\Objection;
use WooInventoryGuard\Stock\Quantity;

/**
 * Limits in a shopper's words.
 */
final class LimitWords {

	public static function objection( Objection $objection, Limit $limit, string $name ): string {
		return match ( $objection ) {
			Objection::TooMany     => self::most( $limit, $name ),
			/* translators: 1: a number of units, 2: product or category name. */
			Objection::TooFew      => sprintf( __( 'Please take at least %1$s of “%2$s”.', 'woo-inventory-guard' ), (string) $limit->least, $name ),
			/* translators: 1: product or category name, 2: a number of units. */
			Objection::NotMultiple => sprintf( __( '“%1$s” is sold in multiples of %2$s.', 'woo-inventory-guard' ), $name, (string) $limit->multiple_of ),
		};
	}

	/**
	 * @param Quantity|null $left What this customer can still have, if that is less.
	 */
	public static function most( Limit $limit, string $name, ?Quantity $left = null ): string {
		$most = (string) ( $limit->most() ?? Quantity::zero() );
		$text = self::counts_days( $limit )
			/* translators: 1: a number of units, 2: product or category name, 3: number of days. */
			? sprintf( __( 'You can buy up to %1$s of “%2$s” in %3$s days.', 'woo-inventory-guard' ), $most, $name, number_format_i18n( (int) $limit->window_days ) )
			/* translators: 1: a number of units, 2: product or category name. */
			: sprintf( __( 'You can buy up to %1$s of “%2$s”.', 'woo-inventory-guard' ), $most, $name );
		if ( null === $left || null === $limit->most_per_customer || 0 === $left->compare( $limit->most_per_customer ) ) {
			return $text;
		}
		return $text . ' ' . ( $left->is_positive()
			/* translators: %s: a number of units. */
			? sprintf( __( 'You can still have %s.', 'woo-inventory-guard' ), (string) $left )
			: __( 'You have already bought that many.', 'woo-inventory-guard' ) );
	}

	/**
	 * What a product page says: one sentence for each rule.
	 *
	 * @param string $name '' on the product's own page; the name of the category or of the whole product otherwise.
	 * @return list<string>
	 */
	public static function rules( Limit $limit, string $name ): array {
		$rules = array();
		if ( null !== $limit->most() ) {
			$most = (string) $limit->most();
			if ( '' !== $name ) {
				$rules[] = self::most( $limit, $name );
			} elseif ( self::counts_days( $limit ) ) {
				/* translators: 1: a number of units, 2: number of days. */
				$rules[] = sprintf( __( 'You can buy up to %1$s of these in %2$s days.', 'woo-inventory-guard' ), $most, number_format_i18n( (int) $limit->window_days ) );
			} else {
				/* translators: %s: a number of units. */
				$rules[] = sprintf( __( 'You can buy up to %s of these.', 'woo-inventory-guard' ), $most );
			}
		}
		if ( null !== $limit->least ) {
			/* translators: %s: a number of units. */
			$rules[] = '' === $name ? sprintf( __( 'Sold from %s up.', 'woo-inventory-guard' ), (string) $limit->least ) : self::objection( Objection::TooFew, $limit, $name );
		}
		if ( null !== $limit->multiple_of ) {
			/* translators: %s: a number of units. */
			$rules[] = '' === $name ? sprintf( __( 'Sold in multiples of %s.', 'woo-inventory-guard' ), (string) $limit->multiple_of ) : self::objection( Objection::NotMultiple, $limit, $name );
		}
		return $rules;
	}

	/**
	 * Whether the number that is told is the one over a time.
	 */
	private static function counts_days( Limit $limit ): bool {
		return null !== $limit->window_days && null !== $limit->most_per_customer && 0 === ( $limit->most() ?? Quantity::zero() )->compare( $limit->most_per_customer );
	}
}
