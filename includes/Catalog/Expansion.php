<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

use WooInventoryGuard\Stock\Component;
use WooInventoryGuard\Stock\InvalidQuantity;
use WooInventoryGuard\Stock\Quantity;

/**
 * Flattens what BundleGraph read: bundles within bundles become the items that are really taken from the shelf.
 */
final class Expansion {

	/** Different items in one set, all depths together: each is a row that a sale locks. */
	public const MOST_PARTS = 500;

	/** @var array<int, list<Component>> Finished ones; [] is a bundle that cannot be put together. */
	private array $flat = array();

	/**
	 * @param array<int, list<array{component: Component, kind: Kind}>> $graph See BundleGraph::below().
	 */
	public function __construct( private readonly array $graph ) {}

	/**
	 * What one set takes: no bundle among it, each item once, in the order of ids.
	 *
	 * @return list<Component> Empty when the bundle, or a bundle in it, has no components: then it cannot be sold,
	 *                         rather than be sold without them.
	 * @throws InvalidQuantity When a part would need more than four decimal places.
	 * @throws BundleTooLarge
	 */
	public function of( int $bundle_id, int $depth = 0 ): array {
		if ( $depth > BundleGraph::DEEPEST ) {
			throw new BundleTooLarge( 'depth', BundleGraph::DEEPEST );
		}
		if ( ! isset( $this->flat[ $bundle_id ] ) ) {
			$this->flat[ $bundle_id ] = $this->flatten( $this->graph[ $bundle_id ] ?? array(), $depth );
		}
		return $this->flat[ $bundle_id ];
	}

	/**
	 * @param list<array{component: Component, kind: Kind}> $direct
	 * @return list<Component>
	 */
	private function flatten( array $direct, int $depth ): array {
		$sums = array();
		foreach ( $direct as $entry ) {
			$parts = array( $entry['component'] );
			if ( Kind::Bundle === $entry['kind'] ) {
				$inner = $this->of( $entry['component']->item_id, $depth + 1 );
				if ( array() === $inner ) {
					return array();
				}
				$parts = array_map( static fn( Component $part ): Component => new Component( $part->item_id, $part->quantity->times( $entry['component']->quantity ) ), $inner );
			}
			foreach ( $parts as $part ) {
				$sums[ $part->item_id ] = ( $sums[ $part->item_id ] ?? Quantity::zero() )->plus( $part->quantity );
			}
		}
		if ( count( $sums ) > self::MOST_PARTS ) {
			throw new BundleTooLarge( 'parts', self::MOST_PARTS );
		}
		ksort( $sums );
		return array_map( static fn( int $item_id, Quantity $quantity ): Component => new Component( $item_id, $quantity ), array_keys( $sums ), array_values( $sums ) );
	}
}
