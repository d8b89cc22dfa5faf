<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Bundle;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\HearsReserved;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\StockStatus;

/**
 * Keeps the available and status of bundles: whole sets that could be put together now, safety stock left alone. For lists and product pages
 * only; what a sale may take is asked of the components.
 *
 * Runs after the commit, so that a sale of a component does not wait for the row of a bundle that many share.
 */
final class DerivedBundles implements HearsReserved {

	/** Autoloaded: a shop without bundles pays nothing. */
	public const OPTION = 'woo_inventory_guard_has_bundles';

	/** Bundles of one transaction. */
	private const AT_ONCE = 50;

	/** @var list<BundleWindow> */
	private array $windows = array();

	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly BundleGraph $graph ) {}

	/**
	 * Where bundles that are products of the shop show their status.
	 */
	public function show_in( BundleWindow $window ): void {
		$this->windows[] = $window;
	}

	public function before_commit( array $item_ids ): void {}

	public function after_commit( array $item_ids ): void {
		$this->after_reserved( $item_ids );
	}

	public function after_reserved( array $item_ids ): void {
		if ( array() === $item_ids || ! $this->has_bundles() ) {
			return;
		}
		$this->refresh( array_keys( $this->graph->above( $item_ids ) ) );
	}

	/**
	 * Somebody changed an item's threshold or policy; if it is a bundle, what its parts allow decides its own status.
	 */
	public function item_changed( int $item_id ): void {
		if ( $this->has_bundles() ) {
			$this->refresh( array_merge( array( $item_id ), array_keys( $this->graph->above( array( $item_id ) ) ) ) );
		}
	}

	/**
	 * The same for many at once.
	 *
	 * @param non-empty-list<int> $item_ids
	 */
	public function items_changed( array $item_ids ): void {
		if ( $this->has_bundles() ) {
			$bundles = $this->db->column( "SELECT id FROM %i WHERE kind = 'bundle' AND id IN (" . $this->db->marks( $item_ids ) . ')', $this->db->table( 'items' ), ...$item_ids );
			$this->refresh( array_merge( array_map( 'intval', $bundles ), array_keys( $this->graph->above( $item_ids ) ) ) );
		}
	}

	public function has_bundles(): bool {
		return '1' === get_option( self::OPTION, '' );
	}

	/**
	 * A bundle got other components.
	 */
	public function contents_changed( int $bundle_id ): void {
		update_option( self::OPTION, '1', true );
		$this->item_changed( $bundle_id );
	}

	/**
	 * Computes bundles anew, a bounded number at a time: after a crash between a commit and its refresh, or an import.
	 *
	 * @param int $after Item id to go on from, 0 at first.
	 * @return int|null Where to go on, NULL at the end.
	 */
	public function refresh_all( int $after = 0 ): ?int {
		$ids = array_map(
			'intval',
			$this->db->column( "SELECT id FROM %i WHERE kind = 'bundle' AND id > %d ORDER BY id LIMIT %d", $this->db->table( 'items' ), $after, self::AT_ONCE )
		);
		$this->refresh( $ids );
		return count( $ids ) < self::AT_ONCE ? null : $ids[ self::AT_ONCE - 1 ];
	}

	/**
	 * Locks the bundles, and reads the components after that. So of several refreshes at once the last to write is the
	 * last to read, and sees every commit that caused one of them: in the end the number is right.
	 *
	 * The components are read without a lock: the rows that a flash sale fights over are not made to wait for this.
	 *
	 * @param list<int> $bundle_ids
	 */
	private function refresh( array $bundle_ids ): void {
		sort( $bundle_ids );
		foreach ( array_chunk( array_values( array_unique( $bundle_ids ) ), self::AT_ONCE ) as $some ) {
			$this->db->transaction( fn() => $this->refresh_some( $some ) );
		}
	}

	/**
	 * @param non-empty-list<int> $bundle_ids
	 */
	private function refresh_some( array $bundle_ids ): void {
		$bundles   = $this->db->rows(
			'SELECT id, product_id, available, status, low_at FROM %i WHERE id IN (' . $this->db->marks( $bundle_ids ) . ") AND kind = 'bundle' ORDER BY id FOR UPDATE",
			$this->db->table( 'items' ),
			...$bundle_ids
		);
		$expansion = new Expansion( $this->graph->below( $bundle_ids ) );
		$parts     = array();
		foreach ( $bundle_ids as $id ) {
			$parts[ $id ] = $expansion->of( $id );
		}
		$stock = $this->stock_of( array_merge( ...array_values( $parts ) ) );
		foreach ( $bundles as $row ) {
			$sets = Sets::of( $parts[ (int) $row['id'] ], $stock );
			$this->write( $row, $sets->available, $sets->status( Quantity::from_sql( $row['low_at'] ) ) );
		}
	}

	/**
	 * @param array<string, string|null> $row
	 */
	private function write( array $row, Quantity $available, StockStatus $status ): void {
		if ( 0 === $available->compare( Quantity::from_sql( $row['available'] ) ) && (int) $row['status'] === $status->value ) {
			return;
		}
		$this->db->execute(
			'UPDATE %i SET available = CAST( %s AS DECIMAL(19,4) ), status = %d, version = version + 1, updated_at = %s WHERE id = %d',
			$this->db->table( 'items' ),
			$available->sql(),
			$status->value,
			Clock::sql( $this->clock->now() ),
			(int) $row['id']
		);
		if ( null !== $row['product_id'] && (int) $row['status'] !== $status->value ) {
			$this->db->after_commit( fn() => $this->show( (int) $row['id'], (int) $row['product_id'] ) );
		}
	}

	private function show( int $item_id, int $product_id ): void {
		foreach ( $this->windows as $window ) {
			$window->status_changed( $item_id, $product_id );
		}
	}

	/**
	 * @param list<Choice> $choices
	 * @return array<int, array{tracked: bool, available: Quantity, allowance: Quantity}> By item id.
	 */
	private function stock_of( array $choices ): array {
		$ids = array_values( array_unique( array_merge( ...array_map( static fn( Choice $choice ): array => $choice->items, $choices ) ) ) );
		if ( array() === $ids ) {
			return array();
		}
		$stock = array();
		foreach ( $this->db->rows( 'SELECT id, tracked, available - safety_stock AS available, allowance FROM %i WHERE id IN (' . $this->db->marks( $ids ) . ')', $this->db->table( 'items' ), ...$ids ) as $row ) {
			$stock[ (int) $row['id'] ] = array(
				'tracked'   => 1 === (int) $row['tracked'],
				'available' => Quantity::from_sql( $row['available'] ),
				'allowance' => Quantity::from_sql( $row['allowance'] ),
			);
		}
		return $stock;
	}
}
