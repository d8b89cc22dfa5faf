<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Writers;

use WooInventoryGuard\Shop\Product\Products;
use WooInventoryGuard\Stock\Quantity;

/**
 * What a form of wp-admin has sent. Only read, after or before WooCommerce has checked the form's nonce itself.
 *
 * phpcs:disable WordPress.Security.NonceVerification, WordPress.Security.ValidatedSanitizedInput -- Only compared, as numbers.
 */
final class Posted {

	/** The hidden field of quick edit with the number that the person saw. */
	public const SEEN = 'wig_stock_seen';

	public static function is_quick_edit(): bool {
		return isset( $_REQUEST['woocommerce_quick_edit'] ) && ! isset( $_REQUEST['bulk_edit'] );
	}

	public static function is_bulk_edit(): bool {
		return isset( $_REQUEST['woocommerce_bulk_edit'], $_REQUEST['bulk_edit'] );
	}

	/**
	 * The product whose row is being edited.
	 */
	public static function quick_edited(): int {
		return self::is_quick_edit() && isset( $_REQUEST['post_ID'] ) ? absint( $_REQUEST['post_ID'] ) : 0;
	}

	public static function seen(): ?Quantity {
		return self::number( $_REQUEST[ self::SEEN ] ?? null );
	}

	public static function stock(): ?Quantity {
		return self::number( $_REQUEST['_stock'] ?? null );
	}

	public static function number( mixed $value ): ?Quantity {
		return is_string( $value ) ? Products::quantity( trim( wp_unslash( $value ) ) ) : null;
	}
}
