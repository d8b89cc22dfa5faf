<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Bundle\Bundles;
use WooInventoryGuard\Catalog\CatalogError;
use WooInventoryGuard\Catalog\Writing\ItemWriter;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Writing\NewItem;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Level\Levels;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Error\StockError;

/**
 * Items, locations and components of a backup: parts and bundles that are not here are made, and what an item here does
 * not say itself (cost, average, supplier, place, lead time, safety stock) is taken from the backup. What it says stays.
 */
final class Items {

	public function __construct(
		private readonly Db $db,
		private readonly ItemWriter $writer,
		private readonly Bundles $bundles,
		private readonly Levels $levels,
		private readonly Matching $matching
	) {}

	/**
	 * @param list<array<mixed>> $lines Checked.
	 * @return array<int, int> Ours, by their number: the one with this name, or a new one.
	 */
	public function locations( array $lines ): array {
		$known = array_column( array_map( static fn( array $row ): array => array( (int) $row['id'], (string) $row['name'] ), $this->db->rows( 'SELECT id, name FROM %i ORDER BY id', $this->db->table( 'locations' ) ) ), 1, 0 );
		$found = array();
		foreach ( $lines as $line ) {
			$there = Lines::whole( $line, 'id' );
			$name  = Lines::text( $line, 'name', 100 );
			$here  = 1 === $there ? 1 : array_search( $name, $known, true );
			if ( false === $here ) {
				$this->db->execute( 'INSERT INTO %i (name) VALUES (%s)', $this->db->table( 'locations' ), $name );
				$here           = $this->db->insert_id();
				$known[ $here ] = $name;
			}
			$found[ $there ] = $here;
		}
		return $found;
	}

	/**
	 * @param list<array<mixed>> $lines Checked.
	 */
	public function bring_back( int $return_id, array $lines, int $actor ): void {
		$here = $this->matching->here( $return_id, array_map( static fn( array $line ): int => Lines::whole( $line, 'id' ), $lines ) );
		foreach ( $lines as $line ) {
			$there = Lines::whole( $line, 'id' );
			$item  = $here[ $there ]['id'] ?? ( Matching::can_be_made( $line ) ? $this->make( $return_id, $there, $line, $actor ) : null );
			if ( null !== $item ) {
				$this->complete( $item, $line );
			}
		}
	}

	/**
	 * Bundles that have no components here get those of the backup, where all of them are here.
	 *
	 * @param list<array<mixed>> $lines Of components, checked, by bundle.
	 */
	public function components( int $return_id, array $lines ): void {
		$ids     = array_merge( ...array_map( static fn( array $line ): array => array( Lines::whole( $line, 'bundle' ), Lines::whole( $line, 'component' ) ), $lines ) );
		$here    = $this->matching->here( $return_id, $ids );
		$bundles = array();
		foreach ( $lines as $line ) {
			$bundles[ Lines::whole( $line, 'bundle' ) ][] = $line;
		}
		foreach ( $bundles as $there => $parts ) {
			$bundle = $here[ $there ]['id'] ?? null;
			$empty  = null !== $bundle && null === $this->db->value( 'SELECT bundle_id FROM %i WHERE bundle_id = %d LIMIT 1', $this->db->table( 'bundle_components' ), $bundle );
			$found  = array_filter( $parts, static fn( array $part ): bool => isset( $here[ Lines::whole( $part, 'component' ) ] ) );
			if ( null !== $bundle && $empty && count( $found ) === count( $parts ) ) {
				$this->compose( $bundle, $parts, $here );
			}
		}
	}

	/**
	 * @param list<array<mixed>>                     $parts
	 * @param array<int, array{id: int, made: bool}> $here
	 */
	private function compose( int $bundle, array $parts, array $here ): void {
		$groups = array();
		usort( $parts, static fn( array $a, array $b ): int => Lines::whole( $a, 'place' ) <=> Lines::whole( $b, 'place' ) );
		foreach ( $parts as $part ) {
			$choice = Lines::whole( $part, 'choice' );
			$groups[ 0 === $choice ? 'alone ' . Lines::whole( $part, 'component' ) : 'choice ' . $choice ][] = $part;
		}
		try {
			$this->bundles->put(
				$bundle,
				array_values(
					array_map(
						static fn( array $group ): Choice => new Choice(
							array_map( static fn( array $part ): int => $here[ Lines::whole( $part, 'component' ) ]['id'], $group ),
							Lines::quantity( $group[0], 'quantity' ) ?? Quantity::of( 1 ),
							1 === Lines::whole( $group[0], 'optional' )
						),
						$groups
					)
				)
			);
		} catch ( CatalogError | StockError | \InvalidArgumentException ) {
			// Here it is something else by now: it stays what it is.
			return;
		}
	}

	/**
	 * @param array<mixed> $line
	 */
	private function make( int $return_id, int $there, array $line, int $actor ): ?int {
		$new = new NewItem(
			'bundle' === $line['kind'] ? Kind::Bundle : Kind::Part,
			Lines::text( $line, 'name', 255 ),
			Lines::text( $line, 'sku', 100 ),
			Lines::text( $line, 'barcode', 64 ),
			Lines::text( $line, 'category', 100 ),
			Lines::quantity( $line, 'low_stock_threshold' ),
			Backorders::tryFrom( Lines::text( $line, 'backorders', 6 ) ) ?? Backorders::No,
			Lines::quantity( $line, 'backorder_limit' )
		);
		try {
			$cause = new Cause( 'opening', Reference::none(), $actor, __( 'Made from a backup.', 'woo-inventory-guard' ) );
			$made  = $this->writer->create( $new, Quantity::zero(), $cause, "backup-return-{$return_id}-{$there}" )['item']->id;
		} catch ( CatalogError ) {
			// Somebody has just made one with this code: it stays what it is, and is named among those not found.
			return null;
		}
		$this->matching->note_made( $return_id, $there, $made );
		return $made;
	}

	/**
	 * @param array<mixed> $line
	 */
	private function complete( int $item, array $line ): void {
		$safety = Lines::quantity( $line, 'safety_stock' );
		$days   = Lines::whole( $line, 'lead_time_days' );
		$cost   = Lines::quantity( $line, 'unit_cost' );
		$mean   = Lines::quantity( $line, 'average_cost' );
		$this->db->execute(
			"UPDATE %i SET average_cost = COALESCE( average_cost, CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ) ), unit_cost = COALESCE( unit_cost, CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ) ),
				lead_time_days = COALESCE( lead_time_days, NULLIF( %d, 0 ) ),
				supplier = CASE supplier WHEN '' THEN %s ELSE supplier END, bin = CASE bin WHEN '' THEN %s ELSE bin END,
				safety_stock = CASE WHEN safety_stock = 0 THEN CAST( %s AS DECIMAL(19,4) ) ELSE safety_stock END
			WHERE id = %d",
			$this->db->table( 'items' ),
			null === $mean || $mean->is_negative() ? '' : $mean->sql(),
			null === $cost ? '' : $cost->sql(),
			min( $days, 65_535 ),
			Lines::text( $line, 'supplier', 100 ),
			Lines::text( $line, 'bin', 64 ),
			null === $safety || $safety->is_negative() ? '0' : $safety->sql(),
			$item
		);
		if ( null !== $safety && $safety->is_positive() ) {
			$this->levels->keep( $item );
		}
	}
}
