<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Early;

/**
 * What shoppers are told of units that are not there yet: in the owner's own words, else made from the date. The page
 * and the answer that keeps a cached page true both ask here, so that they say the same.
 */
final class Delivery {

	/**
	 * @param array<string, string> $words See Words.
	 * @param string                $now   As a DATETIME(6) column holds it; so are the other times.
	 */
	public function __construct( private readonly array $words, private readonly string $now ) {}

	/**
	 * @param string $own The owner's words.
	 * @return string '' where there is nothing to add to "available on backorder".
	 */
	public function words( string $own, ?string $expected_at, ?string $available_from ): string {
		$preorder = $this->is_to_come( $available_from );
		$words    = '' === $own ? $this->from_date( $preorder ? $expected_at ?? $available_from : $expected_at ) : $own;
		if ( ! $preorder ) {
			return $words;
		}
		return '' === $words ? $this->words['preorder'] : sprintf( $this->words['preorder_when'], $words );
	}

	/**
	 * In place of how many are in stock.
	 *
	 * @param string $own The owner's words.
	 */
	public function in_stock_line( string $own, ?string $expected_at, ?string $available_from ): string {
		$words = $this->words( $own, $expected_at, $available_from );
		if ( '' === $words ) {
			return $this->words['backorder'];
		}
		return $this->is_to_come( $available_from ) ? $words : sprintf( $this->words['backorder_when'], $words );
	}

	/**
	 * A day that has passed would be a promise that was broken already.
	 */
	private function is_to_come( ?string $time ): bool {
		return null !== $time && '' !== $time && self::time( $time ) > self::time( $this->now );
	}

	private function from_date( ?string $time ): string {
		if ( null === $time || ! $this->is_to_come( $time ) ) {
			return '';
		}
		// Where the shop is that day has perhaps begun already, or not yet.
		$day = self::time( $time )->setTimezone( wp_timezone() );
		return sprintf( $this->words['ships'], sprintf( $this->words[ 'month_' . $day->format( 'n' ) ], $day->format( 'j' ) ) );
	}

	private static function time( string $column ): \DateTimeImmutable {
		return new \DateTimeImmutable( $column, new \DateTimeZone( 'UTC' ) );
	}
}
