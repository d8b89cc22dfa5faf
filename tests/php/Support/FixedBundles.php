<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Support;

use WooInventoryGuard\Stock\Component;
use WooInventoryGuard\Stock\LineExpander;

/**
 * Bundles for tests of the engine, which knows nothing of the catalog.
 */
final class FixedBundles implements LineExpander {

	/** @var array<int, list<Component>> */
	private array $contents = array();

	/** How often the engine asked: it does so before a transaction, never inside. */
	public int $asked = 0;

	/**
	 * @param list<Component> $components
	 */
	public function set( int $bundle_id, array $components ): void {
		$this->contents[ $bundle_id ] = $components;
	}

	public function components_of( array $bundle_ids ): array {
		++$this->asked;
		return array_intersect_key( $this->contents, array_flip( $bundle_ids ) );
	}
}
