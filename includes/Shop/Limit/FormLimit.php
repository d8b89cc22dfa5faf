<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Limit;

use WooInventoryGuard\Limit\Limit;
use WooInventoryGuard\Limit\Scope;
use WooInventoryGuard\Shop\Product\Products;
use WooInventoryGuard\Stock\Quantity;

/**
 * Reads a purchase limit from a form of wp-admin.
 */
final class FormLimit {

	/**
	 * @param array<mixed> $sent
	 */
	public static function of( Scope $scope, int $scope_id, array $sent ): Limit {
		$days = is_scalar( $sent['window_days'] ?? null ) ? absint( $sent['window_days'] ) : 0;
		return new Limit(
			0,
			$scope,
			$scope_id,
			self::limit( $sent['most_per_order'] ?? '' ),
			self::limit( $sent['most_per_customer'] ?? '' ),
			0 === $days ? null : $days,
			self::limit( $sent['least'] ?? '' ),
			self::limit( $sent['multiple_of'] ?? '' )
		);
	}

	/**
	 * @return Quantity|null NULL for an empty field, and for what is no number or less than zero.
	 */
	public static function quantity( mixed $value ): ?Quantity {
		$text     = is_scalar( $value ) ? trim( (string) $value ) : '';
		$quantity = '' === $text ? null : Products::quantity( wc_format_decimal( $text ) );
		return null === $quantity || $quantity->is_negative() ? null : $quantity;
	}

	/**
	 * A limit of zero would forbid what the owner can simply not sell.
	 */
	private static function limit( mixed $value ): ?Quantity {
		$quantity = self::quantity( $value );
		return null !== $quantity && $quantity->is_positive() ? $quantity : null;
	}
}
