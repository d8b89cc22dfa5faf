<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Bundle;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Catalog\Writing\StaleVersion;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Component;
use WooInventoryGuard\Stock\Error\InvalidQuantity;
use WooInventoryGuard\Stock\Error\UnknownItem;
use WooInventoryGuard\Stock\LineExpander;
use WooInventoryGuard\Stock\Quantity;

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

	public function choices_of( array $bundle_ids ): array {
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
		$choices = $this->graph->direct( $bundle_id );
		$items   = $this->items->find_many( array_merge( ...array_map( static fn( Choice $choice ): array => $choice->items, $choices ) ) );
		$list    = array();
		foreach ( $choices as $choice ) {
			$known = array_values( array_filter( array_map( static fn( int $id ): ?Item => $items[ $id ] ?? null, $choice->items ) ) );
			if ( array() !== $known ) {
				$list[] = new BundleComponent( $known[0], $choice->quantity, $choice->optional, array_slice( $known, 1 ) );
			}
		}
		return $list;
	}

	/**
	 * Replaces the whole list. Saying it twice changes nothing more. A simple product of the shop becomes a bundle that
	 * way, and an ordinary product again when all is taken away.
	 *
	 * @param list<Component|Choice> $components Direct ones; the same item twice is added up. Empty takes all away: such a
	 *                                           bundle cannot be sold.
	 * @param int|null               $version    The bundle's version that the writer saw; NULL replaces whatever is there.
	 * @throws UnknownItem|NotABundle|StaleVersion
	 * @throws HasStock When a product that is to become a bundle has units of its own.
	 * @throws InvalidComponent|BundleTooLarge
	 * @throws BundleCycle With the way from the bundle to itself.
	 */
	public function put( int $bundle_id, array $components, ?int $version = null ): void {
		$list = BundleList::of( $components );
		$this->db->transaction(
			function () use ( $bundle_id, $list, $version ): void {
				$this->one_at_a_time();
				if ( array() !== $list->rows ) {
					$this->adopt( $bundle_id );
				}
				$this->touch( $bundle_id, $version );
				$this->require_components( $bundle_id, $list );
				$this->replace( $bundle_id, $list );
				$this->require_sound( $bundle_id );
				if ( array() === $list->rows ) {
					$this->set_free( $bundle_id );
				}
				$this->db->after_commit( fn() => $this->derived->contents_changed( $bundle_id ) );
			}
		);
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
			"UPDATE %i SET kind = 'bundle', tracked = 1, backorders = 'no', own_backorders = NULL, rule_backorders = NULL, backorders_rule = NULL, allowance = 0, available = 0, status = 4
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
		// Changes of bundles happen one after the other, so nobody makes it one meanwhile.
		if ( 0 < $adopted && null !== $this->db->value( 'SELECT bundle_id FROM %i WHERE component_id = %d AND ( choice <> 0 OR is_optional = 1 ) LIMIT 1 LOCK IN SHARE MODE', $this->db->table( 'bundle_components' ), $item_id ) ) {
			throw new InvalidComponent( $item_id, 'chosen' );
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

	private function require_components( int $bundle_id, BundleList $list ): void {
		$ids = array_keys( $list->rows );
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
			if ( Kind::Bundle->value === $kinds[ $id ] && ! $list->is_plain( $id ) ) {
				throw new InvalidComponent( $id, 'bundle' );
			}
		}
		$path = ( new CycleSearch( $this->graph, $this->items ) )->path( $bundle_id, $ids );
		if ( array() !== $path ) {
			throw new BundleCycle( $path );
		}
	}

	private function replace( int $bundle_id, BundleList $list ): void {
		$table = $this->db->table( 'bundle_components' );
		$this->db->execute( 'DELETE FROM %i WHERE bundle_id = %d', $table, $bundle_id );
		$values = array();
		foreach ( $list->rows as $item_id => $row ) {
			array_push( $values, $bundle_id, $item_id, $row['quantity']->sql(), $row['choice'], $row['place'], $row['optional'] ? 1 : 0 );
		}
		if ( array() !== $values ) {
			$this->db->execute( 'INSERT INTO %i (bundle_id, component_id, quantity, choice, place, is_optional) VALUES ' . $this->db->marks( array_keys( $list->rows ), '( %d, %d, CAST( %s AS DECIMAL(19,4) ), %d, %d, %d )' ), $table, ...$values );
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
