<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Bundle;

use WooInventoryGuard\Catalog\CatalogError;

/**
 * A bundle would contain itself, at some depth; nothing was written.
 */
final class BundleCycle extends CatalogError {

	/**
	 * @param list<array{item_id: int, sku: string, name: string}> $path From the bundle down to itself: first and last are the same item.
	 */
	public function __construct( public readonly array $path ) {
		parent::__construct( 'A bundle cannot contain itself: ' . implode( ' > ', array_map( static fn( array $step ): string => '' === $step['sku'] ? (string) $step['item_id'] : $step['sku'], $path ) ) );
	}
}
