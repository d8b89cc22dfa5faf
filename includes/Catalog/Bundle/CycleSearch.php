<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Bundle;

use WooInventoryGuard\Catalog\Items;

/**
 * Looks for a bundle below its own components, level by level.
 */
final class CycleSearch {

	public function __construct( private readonly BundleGraph $graph, private readonly Items $items ) {}

	/**
	 * @param list<int> $component_ids The new components of the bundle.
	 * @return list<array{item_id: int, sku: string, name: string}> The shortest way from the bundle to itself; empty when there is none.
	 */
	public function path( int $bundle_id, array $component_ids ): array {
		$graph = $this->graph->below( $component_ids, true );
		/** @var array<int, int> $reached_from */
		$reached_from = array();
		foreach ( $component_ids as $id ) {
			$reached_from[ $id ] = 0;
		}
		$next = $component_ids;
		while ( array() !== $next && ! isset( $reached_from[ $bundle_id ] ) ) {
			$level = array();
			foreach ( $next as $id ) {
				foreach ( $graph[ $id ] ?? array() as $entry ) {
					foreach ( $entry['choice']->items as $inner ) {
						if ( ! isset( $reached_from[ $inner ] ) ) {
							$reached_from[ $inner ] = $id;
							$level[]                = $inner;
						}
					}
				}
			}
			$next = $level;
		}
		return isset( $reached_from[ $bundle_id ] ) ? $this->named( $this->way( $bundle_id, $reached_from ) ) : array();
	}

	/**
	 * @param array<int, int> $reached_from
	 * @return list<int>
	 */
	private function way( int $bundle_id, array $reached_from ): array {
		$way  = array( $bundle_id );
		$step = $reached_from[ $bundle_id ];
		while ( 0 !== $step ) {
			array_unshift( $way, $step );
			$step = $reached_from[ $step ];
		}
		array_unshift( $way, $bundle_id );
		return $way;
	}

	/**
	 * @param list<int> $way
	 * @return list<array{item_id: int, sku: string, name: string}>
	 */
	private function named( array $way ): array {
		$items = $this->items->find_many( array_values( array_unique( $way ) ) );
		return array_map(
			static fn( int $id ): array => array(
				'item_id' => $id,
				'sku'     => isset( $items[ $id ] ) ? $items[ $id ]->sku : '',
				'name'    => isset( $items[ $id ] ) ? $items[ $id ]->name : '',
			),
			$way
		);
	}
}
