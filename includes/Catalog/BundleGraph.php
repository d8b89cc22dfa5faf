<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Component;
use WooInventoryGuard\Stock\Quantity;

/**
 * Which bundle contains what, read level by level: one query for each depth, however many bundles there are.
 */
final class BundleGraph {

	/** Bundles within bundles; deeper ones are refused, and a damaged table cannot make us walk for ever. */
	public const DEEPEST = 10;

	public function __construct( private readonly Db $db ) {}

	/**
	 * All bundles at or below these, with their direct components.
	 *
	 * @param list<int> $bundle_ids
	 * @param bool      $locked     Inside a transaction: the newest rows, kept as they are until its end. A plain read
	 *                              would show the state at the transaction's first read.
	 * @return array<int, list<array{component: Component, kind: Kind}>> By bundle id; an empty bundle has an empty list.
	 * @throws BundleTooLarge When there are more levels than there can be.
	 */
	public function below( array $bundle_ids, bool $locked = false ): array {
		$found = array();
		$next  = array_values( array_unique( $bundle_ids ) );
		for ( $depth = 0; array() !== $next; $depth++ ) {
			if ( $depth > self::DEEPEST ) {
				throw new BundleTooLarge( 'depth', self::DEEPEST );
			}
			foreach ( $next as $id ) {
				$found[ $id ] = array();
			}
			$bundles = array();
			foreach ( $this->components( $next, $locked ) as $row ) {
				$kind                               = Kind::from( (string) $row['kind'] );
				$component                          = new Component( (int) $row['component_id'], Quantity::from_sql( $row['quantity'] ) );
				$found[ (int) $row['bundle_id'] ][] = array(
					'component' => $component,
					'kind'      => $kind,
				);
				if ( Kind::Bundle === $kind && ! isset( $found[ $component->item_id ] ) ) {
					$bundles[ $component->item_id ] = $component->item_id;
				}
			}
			$next = array_values( $bundles );
		}
		return $found;
	}

	/**
	 * All bundles that contain one of these items, at any depth.
	 *
	 * @param list<int> $item_ids
	 * @return array<int, int> Levels above, by bundle id, in the order of ids.
	 */
	public function above( array $item_ids, bool $locked = false ): array {
		$found = array();
		$next  = $item_ids;
		for ( $depth = 1; array() !== $next && $depth <= self::DEEPEST + 1; $depth++ ) {
			$bundles = array();
			foreach ( $this->bundles_with( $next, $locked ) as $id ) {
				// Again when it is found higher up: the longest way counts.
				$found[ $id ]   = $depth;
				$bundles[ $id ] = $id;
			}
			$next = array_values( $bundles );
		}
		ksort( $found );
		return $found;
	}

	/**
	 * @param non-empty-list<int> $bundle_ids
	 * @return list<array<string, string|null>>
	 */
	private function components( array $bundle_ids, bool $locked ): array {
		return $this->db->rows(
			'SELECT c.bundle_id, c.component_id, c.quantity, i.kind FROM %i c JOIN %i i ON i.id = c.component_id
			WHERE c.bundle_id IN (' . $this->db->marks( $bundle_ids ) . ') ORDER BY c.bundle_id, c.component_id' . ( $locked ? ' LOCK IN SHARE MODE' : '' ),
			$this->db->table( 'bundle_components' ),
			$this->db->table( 'items' ),
			...$bundle_ids
		);
	}

	/**
	 * @param non-empty-list<int> $item_ids
	 * @return list<int>
	 */
	private function bundles_with( array $item_ids, bool $locked ): array {
		return array_map(
			'intval',
			$this->db->column(
				'SELECT DISTINCT bundle_id FROM %i WHERE component_id IN (' . $this->db->marks( $item_ids ) . ')' . ( $locked ? ' LOCK IN SHARE MODE' : '' ),
				$this->db->table( 'bundle_components' ),
				...$item_ids
			)
		);
	}
}
