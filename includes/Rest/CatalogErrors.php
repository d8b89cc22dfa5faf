<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

use WooInventoryGuard\Catalog\Bundle\BundleCycle;
use WooInventoryGuard\Catalog\Bundle\BundleTooLarge;
use WooInventoryGuard\Catalog\CatalogError;
use WooInventoryGuard\Catalog\Bundle\HasStock;
use WooInventoryGuard\Catalog\Bundle\InvalidComponent;
use WooInventoryGuard\Catalog\Listing\InvalidCursor;
use WooInventoryGuard\Catalog\Writing\LimitTooLow;
use WooInventoryGuard\Catalog\Bundle\NotABundle;
use WooInventoryGuard\Catalog\Writing\OwnedByShop;
use WooInventoryGuard\Catalog\Listing\PageTooDeep;
use WooInventoryGuard\Catalog\Writing\StaleVersion;
use WooInventoryGuard\Catalog\Writing\Taken;
use WooInventoryGuard\Rest\Item\ItemShape;

/**
 * The catalog's half of Errors.
 */
final class CatalogErrors {

	/**
	 * @return array{string, int, string, array<string, mixed>} Code, status, sentence, data.
	 */
	public static function of( CatalogError $error, ?Call $call ): array {
		return match ( true ) {
			$error instanceof StaleVersion     => Stale::since( $error->version, null === $error->present ? array() : array( 'item' => ItemShape::row( $error->present ) ) ),
			$error instanceof Taken            => self::field( 'wig_duplicate_' . $error->field, $error->field, self::sentence_for_taken( $error ), array( 'item_id' => $error->item_id ) ),
			$error instanceof LimitTooLow      => self::limit_too_low( $error ),
			$error instanceof OwnedByShop      => self::owned_by_shop( $error ),
			$error instanceof BundleCycle      => self::cycle( $error ),
			$error instanceof BundleTooLarge   => self::field( 'wig_bundle_too_large', 'components', self::sentence_for_size( $error ) ),
			/* translators: %s: a number */
			$error instanceof PageTooDeep      => self::field( 'rest_invalid_param', 'page', sprintf( __( 'page: go by number to page %s at most. Further on, send the header X-WIG-Next of the page before as after.', 'woo-inventory-guard' ), number_format_i18n( $error->last ) ) ),
			$error instanceof InvalidCursor    => self::field( 'rest_invalid_param', 'after', __( 'after: this is not a cursor of a list in this order. Take it from the header X-WIG-Next of the page before.', 'woo-inventory-guard' ) ),
			$error instanceof NotABundle       => array( 'wig_not_a_bundle', 400, __( 'Only a bundle has components. Make a bundle first: POST items with kind bundle.', 'woo-inventory-guard' ), array() ),
			$error instanceof HasStock         => array( 'wig_has_stock', 409, __( 'This product still has units of its own. Set its stock to 0 first; as a bundle, what its components allow is sold instead.', 'woo-inventory-guard' ), array() ),
			$error instanceof InvalidComponent => self::invalid_component( $error, $call ),
			default                            => array( 'wig_refused', 400, __( 'This cannot be done to this item.', 'woo-inventory-guard' ), array() ),
		};
	}

	/**
	 * @param array<string, mixed> $data
	 * @return array{string, int, string, array<string, mixed>}
	 */
	private static function field( string $code, string $field, string $sentence, array $data = array() ): array {
		return array( $code, 400, $sentence, array( 'params' => array( $field => $sentence ) ) + $data );
	}

	private static function sentence_for_taken( Taken $error ): string {
		return 'sku' === $error->field
			/* translators: %s: an SKU */
			? sprintf( __( 'sku: another item has the SKU %s already. Choose another one.', 'woo-inventory-guard' ), $error->value )
			/* translators: %s: a barcode */
			: sprintf( __( 'barcode: another item has the barcode %s already. Choose another one.', 'woo-inventory-guard' ), $error->value );
	}

	private static function sentence_for_size( BundleTooLarge $error ): string {
		$limit = number_format_i18n( $error->limit );
		return match ( $error->what ) {
			/* translators: %s: a number */
			'depth' => sprintf( __( 'components: bundles can be nested at most %s deep.', 'woo-inventory-guard' ), $limit ),
			/* translators: %s: a number */
			'parts' => sprintf( __( 'components: a bundle can have at most %s different parts, those of bundles within it included.', 'woo-inventory-guard' ), $limit ),
			/* translators: %s: a number */
			default => sprintf( __( 'components: a bundle can have at most %s components.', 'woo-inventory-guard' ), $limit ),
		};
	}

	/**
	 * @return array{string, int, string, array<string, mixed>}
	 */
	private static function limit_too_low( LimitTooLow $error ): array {
		return self::field(
			'wig_limit_too_low',
			'backorder_limit',
			/* translators: %s: a number of units */
			sprintf( __( 'backorder_limit: %s more units than there are have been promised to orders already. Set at least that many, or release some of them first.', 'woo-inventory-guard' ), (string) $error->promised ),
			array( 'promised' => $error->promised->json() )
		);
	}

	/**
	 * @return array{string, int, string, array<string, mixed>}
	 */
	private static function owned_by_shop( OwnedByShop $error ): array {
		/* translators: %s: names of fields, with commas between */
		$sentence = sprintf( __( 'This item follows a WooCommerce product. Change these in the product itself: %s.', 'woo-inventory-guard' ), implode( ', ', $error->fields ) );
		return array( 'wig_owned_by_shop', 400, $sentence, array( 'params' => array_fill_keys( $error->fields, $sentence ) ) );
	}

	/**
	 * @return array{string, int, string, array<string, mixed>}
	 */
	private static function cycle( BundleCycle $error ): array {
		$names = array_map( static fn( array $step ): string => '' === $step['name'] ? $step['sku'] : $step['name'], $error->path );
		/* translators: %s: names of items, with arrows between */
		$sentence = sprintf( __( 'components: a bundle cannot contain itself: %s. Take one of them out.', 'woo-inventory-guard' ), implode( ' → ', $names ) );
		return self::field( 'wig_bundle_cycle', 'components', $sentence, array( 'path' => $error->path ) );
	}

	/**
	 * @return array{string, int, string, array<string, mixed>}
	 */
	private static function invalid_component( InvalidComponent $error, ?Call $call ): array {
		$field    = $call?->field_of( 'item', $error->item_id ) ?? 'components';
		$sentence = match ( $error->why ) {
			/* translators: %s: name of a field */
			'variable' => sprintf( __( '%s: a product with variations is not counted itself. Choose one of its variations.', 'woo-inventory-guard' ), $field ),
			/* translators: %s: name of a field */
			'quantity' => sprintf( __( '%s: the quantity of a component must be more than 0.', 'woo-inventory-guard' ), $field ),
			/* translators: %s: name of a field */
			'twice' => sprintf( __( '%s: this item is an alternative or optional, so it can be in the list only once. Take it out of one of its places.', 'woo-inventory-guard' ), $field ),
			/* translators: %s: name of a field */
			'only_extras' => sprintf( __( '%s: at least one component must not be optional, or the bundle would never sell out.', 'woo-inventory-guard' ), $field ),
			/* translators: %s: name of a field */
			'bundle' => sprintf( __( '%s: a bundle cannot be optional or an alternative. Put what is in it into the list instead.', 'woo-inventory-guard' ), $field ),
			'chosen' => __( 'components: this product is optional or an alternative in another bundle, where no bundle can be. Take it out there first.', 'woo-inventory-guard' ),
			/* translators: %s: name of a field */
			default    => sprintf( __( '%s: there is no such item.', 'woo-inventory-guard' ), $field ),
		};
		return self::field( 'rest_invalid_param', $field, $sentence );
	}
}
