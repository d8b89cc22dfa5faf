<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Bulk;

use WooInventoryGuard\Bulk\BulkChange;
use WooInventoryGuard\Bulk\BulkChanges;
use WooInventoryGuard\Bulk\FieldPortion;
use WooInventoryGuard\Bulk\Matches;
use WooInventoryGuard\Bulk\Preview;
use WooInventoryGuard\Bulk\Runner;
use WooInventoryGuard\Bulk\Step;
use WooInventoryGuard\Bulk\StockPortion;
use WooInventoryGuard\Bulk\Values;
use WooInventoryGuard\Bulk\Wish;
use WooInventoryGuard\Stock\Integrity\Integrity;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Tests\Catalog\Catalog;
use WooInventoryGuard\Tests\Catalog\CatalogTestCase;

/**
 * A shop with a catalog in which many items are changed at once, two in a portion. After each test the books must agree.
 */
abstract class BulkTestCase extends CatalogTestCase {

	protected const ALL = 60.0;

	protected function assertPostConditions(): void {
		self::assertSame( array(), ( new Integrity( $this->db ) )->check()->problems, 'The books agree.' );
		parent::assertPostConditions();
	}

	final protected function changes( ?Catalog $by = null ): BulkChanges {
		$by = $by ?? $this->catalog;
		return new BulkChanges( $by->db, $this->clock, $by->requests, new Preview( $by->db, $by->many ) );
	}

	final protected function runner( ?Catalog $by = null ): Runner {
		$by = $by ?? $this->catalog;
		return new Runner( $by->db, $this->clock, $this->changes( $by ), new FieldPortion( $by->db, $by->many ), new StockPortion( $by->db, $by->moves ), 2 );
	}

	/**
	 * @param array<string, mixed> $fields
	 */
	final protected function started( array $fields, ?Matches $matches = null ): BulkChange {
		return $this->begin( Wish::of_fields( Values::of( $fields ) ), $matches );
	}

	final protected function started_stock( string $how, int|string $amount, ?Matches $matches = null ): BulkChange {
		$how = 'set' === $how || 'percent' === $how ? $how : 'delta';
		return $this->begin( Wish::of_stock( new Step( $how, Quantity::of( $amount ), 'received', 'Box 2' ) ), $matches );
	}

	final protected function now( BulkChange $change ): BulkChange {
		return $this->changes()->find( $change->id ) ?? self::fail( 'The change has gone.' );
	}

	/**
	 * State, looked at, changed, put back, kept.
	 */
	final protected function told( BulkChange $change ): string {
		$now = $this->now( $change );
		return "{$now->state->value} {$now->done}, {$now->changed} changed, {$now->put_back} back, {$now->kept} kept";
	}

	/**
	 * A column of `items`, by name of the item.
	 *
	 * @return array<string, string|null>
	 */
	final protected function column( string $column ): array {
		return array_map(
			static fn( ?string $value ): ?string => null === $value || ! is_numeric( $value ) ? $value : (string) Quantity::from_sql( $value ),
			array_column( $this->db->rows( 'SELECT name, %i AS v FROM %i ORDER BY id', $column, $this->db->table( 'items' ) ), 'v', 'name' )
		);
	}

	private function begin( Wish $wish, ?Matches $matches ): BulkChange {
		return $this->changes()->start( $this->changes()->make( $matches ?? new Matches(), $wish, 7, $this->key() )['change']->id );
	}
}
