<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Bundle;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Sets\SetCount;

/**
 * Bundles as a person looks at them: what is in them, which part runs out first, and where a part is used. What a sale
 * may take is decided elsewhere; nothing here locks.
 */
final class BundleContents {

	public function __construct( private readonly Db $db, private readonly Items $items, private readonly BundleGraph $graph ) {}

	/**
	 * Every bundle at or below this one with its direct components, and all items that come up. Of what is no bundle: itself.
	 *
	 * @return array{bundles: array<int, list<Choice>>, items: list<Item>}
	 */
	public function of( Item $item ): array {
		if ( Kind::Bundle !== $item->kind ) {
			return array(
				'bundles' => array(),
				'items'   => array( $item ),
			);
		}
		$bundles = array_map(
			static fn( array $entries ): array => array_map( static fn( array $entry ): Choice => $entry['choice'], $entries ),
			$this->graph->below( array( $item->id ) )
		);
		$ids     = array( $item->id );
		foreach ( $bundles as $choices ) {
			array_push( $ids, ...self::items( $choices ) );
		}
		return array(
			'bundles' => $bundles,
			'items'   => array_values( $this->items->find_many( array_values( array_unique( $ids ) ) ) ),
		);
	}

	/**
	 * @param list<int> $bundle_ids
	 * @return array<int, Bottleneck> By bundle id; a bundle without parts that are counted has none.
	 */
	public function bottlenecks( array $bundle_ids ): array {
		$expansion = new Expansion( $this->graph->below( $bundle_ids ) );
		$parts     = array();
		$ids       = array();
		foreach ( $bundle_ids as $id ) {
			$parts[ $id ] = $expansion->of( $id );
			array_push( $ids, ...self::items( $parts[ $id ] ) );
		}
		$items = $this->items->find_many( array_values( array_unique( $ids ) ) );
		return array_filter( array_map( static fn( array $of_bundle ): ?Bottleneck => self::scarcest( $of_bundle, $items ), $parts ) );
	}

	/**
	 * How many components each of these bundles has, alternatives counted as one.
	 *
	 * @param list<int> $bundle_ids
	 * @return array<int, int> By bundle id; one without components is left out.
	 */
	public function sizes( array $bundle_ids ): array {
		if ( array() === $bundle_ids ) {
			return array();
		}
		$sizes = array();
		$rows  = $this->db->rows(
			'SELECT bundle_id, SUM( CASE WHEN place = 0 THEN 1 ELSE 0 END ) AS size FROM %i WHERE bundle_id IN (' . $this->db->marks( $bundle_ids ) . ') GROUP BY bundle_id',
			$this->db->table( 'bundle_components' ),
			...$bundle_ids
		);
		foreach ( $rows as $row ) {
			$sizes[ (int) $row['bundle_id'] ] = (int) $row['size'];
		}
		return $sizes;
	}

	/**
	 * The bundles that have this item as a component, in the order in which they were made.
	 *
	 * @return list<BundleComponent> Each with the bundle as its item, and how many of the item one set takes.
	 */
	public function with( int $item_id, int $offset, int $limit ): array {
		$rows    = $this->db->rows( 'SELECT bundle_id, quantity FROM %i WHERE component_id = %d ORDER BY bundle_id LIMIT %d OFFSET %d', $this->db->table( 'bundle_components' ), $item_id, $limit, $offset );
		$bundles = $this->items->find_many( array_map( static fn( array $row ): int => (int) $row['bundle_id'], $rows ) );
		$found   = array();
		foreach ( $rows as $row ) {
			$bundle = $bundles[ (int) $row['bundle_id'] ] ?? null;
			if ( null !== $bundle ) {
				$found[] = new BundleComponent( $bundle, Quantity::from_sql( $row['quantity'] ) );
			}
		}
		return $found;
	}

	public function count_with( int $item_id ): int {
		return (int) $this->db->value( 'SELECT COUNT(*) FROM %i WHERE component_id = %d', $this->db->table( 'bundle_components' ), $item_id );
	}

	/**
	 * @param list<Choice>     $choices
	 * @param array<int, Item> $items
	 */
	private static function scarcest( array $choices, array $items ): ?Bottleneck {
		$offered = array_map( static fn( Item $item ): Quantity => $item->offered(), array_filter( $items, static fn( Item $item ): bool => $item->tracked ) );
		$least   = SetCount::of( $choices, $offered );
		if ( null === $least ) {
			return null;
		}
		$limits = array_map( static fn( int $id ): Item => $items[ $id ], $least->items );
		// What one of them owes is not made good by another.
		$there = array_map( static fn( int $id ): Quantity => 1 < count( $limits ) && $offered[ $id ]->is_negative() ? Quantity::zero() : $offered[ $id ], $least->items );
		return new Bottleneck(
			$limits[0],
			$least->per_set,
			array_reduce( $there, static fn( Quantity $sum, Quantity $units ): Quantity => $sum->plus( $units ), Quantity::zero() ),
			Quantity::of( $least->sets ),
			array_slice( $limits, 1 )
		);
	}

	/**
	 * @param list<Choice> $choices
	 * @return list<int>
	 */
	private static function items( array $choices ): array {
		return array_merge( ...array_map( static fn( Choice $choice ): array => $choice->items, $choices ) );
	}
}
