<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Applying;

use WooInventoryGuard\Catalog\Bundle\BundleCycle;
use WooInventoryGuard\Catalog\Bundle\Bundles;
use WooInventoryGuard\Catalog\CatalogError;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Import\Checking\BadValue;
use WooInventoryGuard\Import\Checking\Resolving;
use WooInventoryGuard\Import\Import;
use WooInventoryGuard\Import\Parts;
use WooInventoryGuard\Import\Phase;
use WooInventoryGuard\Import\Problem;
use WooInventoryGuard\Import\Rows;
use WooInventoryGuard\Import\RowState;
use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Error\StockError;
use WooInventoryGuard\Stock\Quantity;

/**
 * Components, once every item of the file is there: a bundle at a time, since one that is refused must leave nothing.
 */
final class ApplyingParts implements Phase {

	public function __construct( private readonly Rows $rows, private readonly Bundles $bundles, private readonly Items $items, private readonly Parts $parts ) {}

	public function next( Import $import ): array {
		return $this->rows->with_parts( $import, 1, 1 );
	}

	public function act( Import $import, array $rows ): array {
		$row    = $rows[0];
		$change = Rows::changes( $row['changes'] )['components'] ?? null;
		$state  = RowState::tryFrom( (string) $row['state'] );
		if ( null === $change || null === $row['item_id'] || ( RowState::Applied !== $state && RowState::Conflict !== $state ) ) {
			// The item could not be made.
			return array();
		}
		$this->put( (int) $row['item_id'], $change[0] ?? '', $change[1] );
		$this->rows->db->execute( 'UPDATE %i SET parts = 2 WHERE import_id = %d AND row_no = %d', $this->rows->table(), $import->id, (int) $row['row_no'] );
		return array();
	}

	/**
	 * @param string $from What the list has to say still.
	 * @throws Refused
	 */
	public function put( int $bundle, string $from, string $to ): void {
		// Its version is the one that was looked at: who changes the list meanwhile changes that too.
		$item = $this->items->find( $bundle ) ?? throw new Refused( new Problem( 'components', 'wig_import_refused' ) );
		if ( ( $this->parts->texts( array( $bundle ) )[ $bundle ] ?? '' ) !== $from ) {
			throw new Refused( new Problem( 'components', 'wig_import_changed_since' ) );
		}
		try {
			$this->bundles->put( $bundle, '' === $to ? array() : $this->choices( Parts::read( $to ) ), $item->version );
		} catch ( CatalogError | StockError | BadValue $error ) {
			throw new Refused( new Problem( 'components', $error instanceof BundleCycle ? 'wig_import_loop' : 'wig_import_refused' ), $error );
		}
	}

	/**
	 * @param non-empty-list<array{names: non-empty-list<string>, quantity: string, optional: bool}> $parts
	 * @return list<Choice>
	 * @throws Refused
	 */
	private function choices( array $parts ): array {
		$ids = $this->parts->names->ids( array_merge( ...array_column( $parts, 'names' ) ) );
		$id  = static fn( string $name ): int => $ids[ $name ] ?? throw new Refused( Resolving::unknown( $name ) );
		return array_map( static fn( array $part ): Choice => new Choice( array_map( $id, $part['names'] ), Quantity::of( $part['quantity'] ), $part['optional'] ), $parts );
	}
}
