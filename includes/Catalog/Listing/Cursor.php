<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Listing;

use WooInventoryGuard\Stock\Error\InvalidQuantity;
use WooInventoryGuard\Stock\Quantity;

/**
 * The last row of a page: the next page begins after it, however deep it lies and whatever came in above.
 */
final class Cursor {

	/**
	 * @param string|null $value Of the column that is sorted by.
	 */
	public function __construct( public readonly int $status, public readonly ?string $value, public readonly int $id ) {}

	/**
	 * Opaque, safe in a URL, and bound to the order it was made for.
	 */
	public function encode( ListQuery $query ): string {
		$json = wp_json_encode( array( self::order( $query ), $this->status, $this->value, $this->id ), JSON_UNESCAPED_UNICODE );
		return rtrim( strtr( base64_encode( (string) $json ), '+/', '-_' ), '=' ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- To be safe in a URL.
	}

	/**
	 * @return self|null NULL when the query has none.
	 * @throws InvalidCursor
	 */
	public static function of( ListQuery $query ): ?self {
		if ( '' === $query->after ) {
			return null;
		}
		$json = base64_decode( strtr( $query->after, '-_', '+/' ), true ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- See encode().
		$data = false === $json ? null : json_decode( $json, true );
		if ( ! is_array( $data ) || ! array_is_list( $data ) || 4 !== count( $data ) || self::order( $query ) !== $data[0] ) {
			throw new InvalidCursor();
		}
		list( , $status, $value, $id ) = $data;
		if ( ! is_int( $status ) || ! is_int( $id ) || ! self::is_value( $query->sort, $value ) ) {
			throw new InvalidCursor();
		}
		return new self( $status, $value, $id );
	}

	private static function order( ListQuery $query ): string {
		return $query->sort->value . ( $query->descending ? '-' : '+' );
	}

	/**
	 * @phpstan-assert-if-true string|null $value
	 */
	private static function is_value( SortBy $sort, mixed $value ): bool {
		if ( null === $value ) {
			return SortBy::Sku === $sort;
		}
		if ( ! is_string( $value ) ) {
			return false;
		}
		if ( SortBy::Updated === $sort ) {
			return 1 === preg_match( '/\A\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\z/', $value );
		}
		if ( ! $sort->is_number() ) {
			return true;
		}
		try {
			return Quantity::of( $value )->sql() !== '';
		} catch ( InvalidQuantity ) {
			return false;
		}
	}
}
