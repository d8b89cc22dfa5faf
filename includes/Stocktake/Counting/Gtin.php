<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Counting;

/**
 * GTIN-8, -12, -13 and -14. Check digit: from the right of the data, weights 3, 1, 3, 1 ...; what is missing to the next
 * ten (GS1 General Specifications, 7.9).
 */
final class Gtin {

	/**
	 * @param string $data Digits without the check digit.
	 */
	public static function check_digit( string $data ): int {
		$sum = 0;
		foreach ( array_reverse( str_split( $data ) ) as $place => $digit ) {
			$sum += (int) $digit * ( 0 === $place % 2 ? 3 : 1 );
		}
		return ( 10 - $sum % 10 ) % 10;
	}

	public static function is_valid( string $digits ): bool {
		return 1 === preg_match( '/\A(\d{8}|\d{12,14})\z/', $digits ) && (int) substr( $digits, -1 ) === self::check_digit( substr( $digits, 0, -1 ) );
	}
}
