<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Bundle;

use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Error\InvalidQuantity;

/**
 * Flattens what BundleGraph read: bundles within bundles become the items that are really taken from the shelf.
 */
final class Expansion {

	/** Different items in one set, all depths together: each is a row that a sale may lock. */
	public const MOST_PARTS = 500;

	/** @var array<int, list<Choice>> Finished ones; [] is a bundle that cannot be put together. */
	private array $flat = array();

	/**
	 * @param array<int, list<array{choice: Choice, is_bundle: bool}>> $graph See BundleGraph::below().
	 */
	public function __construct( private readonly array $graph ) {}

	/**
	 * What one set takes: no bundle among it, what every set takes once an item and in the order of ids, after that
	 * alternatives and extras.
	 *
	 * @return list<Choice> Empty when the bundle, or a bundle in it, has no components that it must have: then it cannot
	 *                      be sold, rather than be sold without them.
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
	 * @param list<array{choice: Choice, is_bundle: bool}> $direct
	 * @return list<Choice>
	 */
	private function flatten( array $direct, int $depth ): array {
		$sums = array();
		foreach ( $direct as $entry ) {
			$places = array( $entry['choice'] );
			if ( $entry['is_bundle'] ) {
				$inner = $entry['choice']->is_plain() ? $this->of( $entry['choice']->items[0], $depth + 1 ) : array();
				if ( array() === $inner ) {
					return array();
				}
				$places = array_map( static fn( Choice $place ): Choice => new Choice( $place->items, $place->quantity->times( $entry['choice']->quantity ), $place->optional ), $inner );
			}
			foreach ( $places as $place ) {
				$same          = self::name( $place );
				$sums[ $same ] = new Choice( $place->items, isset( $sums[ $same ] ) ? $sums[ $same ]->quantity->plus( $place->quantity ) : $place->quantity, $place->optional );
			}
		}
		if ( count( array_unique( array_merge( ...array_map( static fn( Choice $place ): array => $place->items, array_values( $sums ) ) ) ) ) > self::MOST_PARTS ) {
			throw new BundleTooLarge( 'parts', self::MOST_PARTS );
		}
		ksort( $sums, SORT_STRING );
		return array() === array_filter( $sums, static fn( Choice $place ): bool => ! $place->optional ) ? array() : array_values( $sums );
	}

	/**
	 * The same for places that can be counted together. What every set takes comes first, then alternatives, then extras.
	 */
	private static function name( Choice $place ): string {
		$ids = implode( ':', array_map( static fn( int $id ): string => sprintf( '%020d', $id ), $place->items ) );
		return ( $place->optional ? 2 : (int) ! $place->is_plain() ) . $ids;
	}
}
