<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Bundle;

use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Choice;
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
	 * @return array<int, list<array{choice: Choice, is_bundle: bool}>> By bundle id; an empty bundle has an empty list. Only
	 *         a component by itself can be a bundle.
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
			$lists   = array();
			foreach ( $this->components( $next, $locked ) as $row ) {
				$id = (int) $row['component_id'];

				$lists[ (int) $row['bundle_id'] ][] = $row;
				if ( Kind::Bundle->value === $row['kind'] && ! isset( $found[ $id ] ) ) {
					$bundles[ $id ] = $id;
				}
			}
			$found = array_replace( $found, array_map( self::choices( ... ), $lists ) );
			$next  = array_values( $bundles );
		}
		return $found;
	}

	/**
	 * One bundle's rows, alternatives together where the first of them stands.
	 *
	 * @param list<array<string, string|null>> $rows In the order of components.
	 * @return list<array{choice: Choice, is_bundle: bool}>
	 */
	private static function choices( array $rows ): array {
		$groups = array();
		foreach ( $rows as $row ) {
			$groups[ (int) $row['choice'] > 0 ? (int) $row['choice'] : (int) $row['component_id'] ][ (int) $row['place'] ] = $row;
		}
		ksort( $groups );
		$found = array();
		foreach ( $groups as $group ) {
			ksort( $group );
			$group   = array_values( $group );
			$found[] = array(
				'choice'    => new Choice(
					array_map( static fn( array $row ): int => (int) $row['component_id'], $group ),
					Quantity::from_sql( $group[0]['quantity'] ),
					1 === (int) $group[0]['is_optional']
				),
				'is_bundle' => in_array( Kind::Bundle->value, array_column( $group, 'kind' ), true ),
			);
		}
		return $found;
	}

	/**
	 * One bundle's own list.
	 *
	 * @return list<Choice>
	 */
	public function direct( int $bundle_id ): array {
		return array_column( self::choices( $this->components( array( $bundle_id ), false ) ), 'choice' );
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
			'SELECT c.bundle_id, c.component_id, c.quantity, c.choice, c.place, c.is_optional, i.kind FROM %i c JOIN %i i ON i.id = c.component_id
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
