<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Support;

use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\LineExpander;

/**
 * Bundles for tests of the engine, which knows nothing of the catalog.
 */
final class FixedBundles implements LineExpander {

	/** @var array<int, list<Choice>> */
	private array $contents = array();

	/** How often the engine asked: it does so before a transaction, never inside. */
	public int $asked = 0;

	/**
	 * @param list<Choice> $choices
	 */
	public function set( int $bundle_id, array $choices ): void {
		$this->contents[ $bundle_id ] = $choices;
	}

	public function choices_of( array $bundle_ids ): array {
		++$this->asked;
		return array_intersect_key( $this->contents, array_flip( $bundle_ids ) );
	}
}
