<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Stock\Component;
use WooInventoryGuard\Stock\InvalidQuantity;
use WooInventoryGuard\Stock\LineExpander;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\UnknownItem;

/**
 * What bundles are made of.
 */
final class Bundles implements LineExpander {

	public const MOST_COMPONENTS = 100;

	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly Items $items,
		private readonly BundleGraph $graph,
		private readonly DerivedBundles $derived
	) {}

	public function components_of( array $bundle_ids ): array {
		$expansion = new Expansion( $this->graph->below( $bundle_ids ) );
		$found     = array();
		foreach ( $bundle_ids as $id ) {
			$found[ $id ] = $expansion->of( $id );
		}
		return $found;
	}

	/**
	 * The list as it was entered: a bundle in a bundle stays one line.
	 *
	 * @return list<BundleComponent>
	 * @throws UnknownItem|NotABundle
	 */
	public function list_of( int $bundle_id ): array {
		$bundle = $this->items->find( $bundle_id ) ?? throw new UnknownItem( $bundle_id );
		if ( Kind::Bundle !== $bundle->kind ) {
			throw new NotABundle( $bundle_id );
		}
		$rows  = $this->db->rows( 'SELECT component_id, quantity FROM %i WHERE bundle_id = %d ORDER BY component_id', $this->db->table( 'bundle_components' ), $bundle_id );
		$items = $this->items->find_many( array_map( static fn( array $row ): int => (int) $row['component_id'], $rows ) );
		$list  = array();
		foreach ( $rows as $row ) {
			$item = $items[ (int) $row['component_id'] ] ?? null;
			if ( null !== $item ) {
				$list[] = new BundleComponent( $item, Quantity::from_sql( $row['quantity'] ) );
			}
		}
		return $list;
	}

	/**
	 * Replaces the whole list. Saying it twice changes nothing more. A simple product of the shop becomes a bundle that
	 * way, and an ordinary product again when all is taken away.
	 *
	 * @param list<Component> $components Direct ones; the same item twice is added up. Empty takes all away: such a
	 *                                    bundle cannot be sold.
	 * @param int|null        $version    The bundle's version that the writer saw; NULL replaces whatever is there.
	 * @throws UnknownItem|NotABundle|StaleVersion
	 * @throws HasStock When a product that is to become a bundle has units of its own.
	 * @throws InvalidComponent|BundleTooLarge
	 * @throws BundleCycle With the way from the bundle to itself.
	 */
	public function put( int $bundle_id, array $components, ?int $version = null ): void {
		$sums = $this->add_up( $components );
		$this->db->transaction(
			function () use ( $bundle_id, $sums, $version ): void {
				$this->one_at_a_time();
				if ( array() !== $sums ) {
					$this->adopt( $bundle_id );
				}
				$this->touch( $bundle_id, $version );
				$this->require_components( $bundle_id, array_keys( $sums ) );
				$this->replace( $bundle_id, $sums );
				$this->require_sound( $bundle_id );
				if ( array() === $sums ) {
					$this->set_free( $bundle_id );
				}
				$this->db->after_commit( fn() => $this->derived->contents_changed( $bundle_id ) );
			}
		);
	}

	/**
	 * @param list<Component> $components
	 * @return array<int, Quantity> By item id, in the order of ids.
	 */
	private function add_up( array $components ): array {
		$sums = array();
		foreach ( $components as $component ) {
			if ( ! $component->quantity->is_positive() ) {
				throw new InvalidComponent( $component->item_id, 'quantity' );
			}
			$sums[ $component->item_id ] = ( $sums[ $component->item_id ] ?? Quantity::zero() )->plus( $component->quantity );
		}
		if ( count( $sums ) > self::MOST_COMPONENTS ) {
			throw new BundleTooLarge( 'components', self::MOST_COMPONENTS );
		}
		ksort( $sums );
		return $sums;
	}

	/**
	 * Two changes that are each sound can make a cycle together (A into B, B into A), and no row of theirs is the same.
	 * So every change writes this one row first: here the second waits for the first, on a cluster the second to commit
	 * fails certification and starts over. What is read afterwards is read with a lock, so it is not older than that.
	 */
	private function one_at_a_time(): void {
		$table = $this->db->table( 'bundle_edition' );
		if ( 1 === $this->db->execute( 'UPDATE %i SET edition = edition + 1 WHERE id = 1', $table ) ) {
			return;
		}
		try {
			$this->db->execute( 'INSERT INTO %i (id, edition) VALUES (1, 1)', $table );
		} catch ( DuplicateKey ) {
			$this->db->execute( 'UPDATE %i SET edition = edition + 1 WHERE id = 1', $table );
		}
	}

	/**
	 * A simple product of the shop becomes a bundle. Units of its own would be in nobody's count then, so there must be
	 * none: the statement itself asks. Its status is "not counted" until the components have been looked at.
	 */
	private function adopt( int $item_id ): void {
		// Levels before the item, as every writer locks them.
		$this->db->rows( 'SELECT location_id FROM %i WHERE item_id = %d FOR UPDATE', $this->db->table( 'levels' ), $item_id );
		$adopted = $this->db->execute(
			"UPDATE %i SET kind = 'bundle', tracked = 1, backorders = 'no', allowance = 0, available = 0, status = 4
			WHERE id = %d AND kind = 'simple' AND product_id IS NOT NULL
				AND NOT EXISTS ( SELECT 1 FROM %i l WHERE l.item_id = %d AND ( l.on_hand <> 0 OR l.reserved <> 0 ) )",
			$this->db->table( 'items' ),
			$item_id,
			$this->db->table( 'levels' ),
			$item_id
		);
		if ( 0 === $adopted && null !== $this->db->value( "SELECT id FROM %i WHERE id = %d AND kind = 'simple' AND product_id IS NOT NULL FOR UPDATE", $this->db->table( 'items' ), $item_id ) ) {
			throw new HasStock( $item_id );
		}
	}

	/**
	 * A product without components is an ordinary one again, which does not count units until its owner says so.
	 */
	private function set_free( int $item_id ): void {
		$this->db->execute(
			"UPDATE %i SET kind = 'simple', tracked = 0, available = 0, status = 4 WHERE id = %d AND kind = 'bundle' AND product_id IS NOT NULL",
			$this->db->table( 'items' ),
			$item_id
		);
	}

	private function touch( int $bundle_id, ?int $version ): void {
		$same    = null === $version ? new Clause( '1 = 1' ) : new Clause( 'version = %d', $version );
		$touched = $this->db->execute(
			"UPDATE %i SET version = version + 1, updated_at = %s WHERE id = %d AND kind = 'bundle' AND " . $same->sql,
			$this->db->table( 'items' ),
			Clock::sql( $this->clock->now() ),
			$bundle_id,
			...$same->args
		);
		if ( 0 === $touched ) {
			$row = $this->db->row( 'SELECT kind, version FROM %i WHERE id = %d FOR UPDATE', $this->db->table( 'items' ), $bundle_id ) ?? throw new UnknownItem( $bundle_id );
			throw Kind::Bundle->value === $row['kind'] ? new StaleVersion( $bundle_id, (int) $row['version'] ) : new NotABundle( $bundle_id );
		}
	}

	/**
	 * @param list<int> $ids
	 */
	private function require_components( int $bundle_id, array $ids ): void {
		if ( array() === $ids ) {
			return;
		}
		$kinds = array();
		foreach ( $this->db->rows( 'SELECT id, kind FROM %i WHERE id IN (' . $this->db->marks( $ids ) . ') LOCK IN SHARE MODE', $this->db->table( 'items' ), ...$ids ) as $row ) {
			$kinds[ (int) $row['id'] ] = (string) $row['kind'];
		}
		foreach ( $ids as $id ) {
			if ( ! isset( $kinds[ $id ] ) ) {
				throw new InvalidComponent( $id, 'unknown' );
			}
			if ( Kind::Variable->value === $kinds[ $id ] ) {
				throw new InvalidComponent( $id, 'variable' );
			}
		}
		$path = ( new CycleSearch( $this->graph, $this->items ) )->path( $bundle_id, $ids );
		if ( array() !== $path ) {
			throw new BundleCycle( $path );
		}
	}

	/**
	 * @param array<int, Quantity> $sums
	 */
	private function replace( int $bundle_id, array $sums ): void {
		$table = $this->db->table( 'bundle_components' );
		$this->db->execute( 'DELETE FROM %i WHERE bundle_id = %d', $table, $bundle_id );
		$values = array();
		foreach ( $sums as $item_id => $quantity ) {
			array_push( $values, $bundle_id, $item_id, $quantity->sql() );
		}
		if ( array() !== $values ) {
			$this->db->execute( 'INSERT INTO %i (bundle_id, component_id, quantity) VALUES ' . $this->db->marks( array_keys( $sums ), '( %d, %d, CAST( %s AS DECIMAL(19,4) ) )' ), $table, ...$values );
		}
	}

	/**
	 * The bundle, and every bundle that contains it, can be flattened.
	 */
	private function require_sound( int $bundle_id ): void {
		$above = $this->graph->above( array( $bundle_id ), true );
		$tops  = array_merge( array( $bundle_id ), array_keys( $above ) );
		try {
			$expansion = new Expansion( $this->graph->below( $tops, true ) );
			foreach ( $tops as $id ) {
				$expansion->of( $id );
			}
		} catch ( InvalidQuantity ) {
			throw new InvalidComponent( $bundle_id, 'quantity' );
		}
	}
}
