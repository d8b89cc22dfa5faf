<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Import;

use WooInventoryGuard\Alert\Alerts;
use WooInventoryGuard\Alert\Outbox;
use WooInventoryGuard\Alert\Recipients;
use WooInventoryGuard\Alert\Recorder;
use WooInventoryGuard\Alert\Webhooks;
use WooInventoryGuard\Bulk\Matches;
use WooInventoryGuard\Import\Applying\Applying;
use WooInventoryGuard\Import\Applying\ApplyingParts;
use WooInventoryGuard\Import\Checking\Checking;
use WooInventoryGuard\Import\Checking\Counted;
use WooInventoryGuard\Import\Export;
use WooInventoryGuard\Import\Feed\FeedRounds;
use WooInventoryGuard\Import\Feed\Feeds;
use WooInventoryGuard\Import\Feed\FeedSource;
use WooInventoryGuard\Import\File\FileIn;
use WooInventoryGuard\Import\Import;
use WooInventoryGuard\Import\Imports;
use WooInventoryGuard\Import\Lines;
use WooInventoryGuard\Import\Checking\Loops;
use WooInventoryGuard\Import\Applying\ManyFields;
use WooInventoryGuard\Import\File\Mappings;
use WooInventoryGuard\Import\Options;
use WooInventoryGuard\Import\Parts;
use WooInventoryGuard\Import\Problem;
use WooInventoryGuard\Import\Checking\Resolving;
use WooInventoryGuard\Import\Rows;
use WooInventoryGuard\Import\Runner;
use WooInventoryGuard\Import\State;
use WooInventoryGuard\Import\Applying\Undoing;
use WooInventoryGuard\Import\Applying\UndoingParts;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Lines\FoldedLevels;
use WooInventoryGuard\Stock\Integrity\Integrity;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Catalog\Catalog;
use WooInventoryGuard\Tests\Catalog\CatalogTestCase;

/**
 * A shop into which files are brought, two rows in a portion. After each test the books must agree.
 */
abstract class ImportTestCase extends CatalogTestCase {

	protected const ALL = 60.0;

	protected function assertPostConditions(): void {
		self::assertSame( array(), ( new Integrity( $this->db ) )->check()->problems, 'The books agree.' );
		parent::assertPostConditions();
	}

	final protected function imports( ?Catalog $by = null ): Imports {
		$by = $by ?? $this->catalog;
		return new Imports( $by->db, $this->clock, $by->requests );
	}

	final protected function runner( ?Catalog $by = null, ?int $size = 2 ): Runner {
		$by     = $by ?? $this->catalog;
		$rows   = new Rows( $by->db, $size );
		$lists  = Parts::on( $by->db );
		$fields = new ManyFields( $by->many, $by->writer );
		$parts  = new ApplyingParts( $rows, $by->bundles, $by->items, $lists );
		return new Runner(
			$by->db,
			$this->clock,
			$this->imports( $by ),
			array(
				State::Checking->value => array( new Checking( $rows, $by->items, $by->many, $lists, new Counted( $by->db, $this->clock, new FoldedLevels( $by->db ) ) ), new Resolving( $rows, $lists->names ), new Loops( $rows ) ),
				State::Applying->value => array( new Applying( $rows, $by->new, $fields, $by->ledger, $by->moves ), $parts ),
				State::Undoing->value  => array( new UndoingParts( $rows, $parts ), new Undoing( $rows, $fields, $by->ledger, $by->moves ) ),
			)
		);
	}

	final protected function feeds(): Feeds {
		return new Feeds( $this->db, $this->clock, $this->catalog->requests );
	}

	final protected function recorder(): Recorder {
		$outbox = new Outbox( $this->db, $this->clock );
		return new Recorder( $this->db, new Alerts( $this->db, $this->clock ), new Webhooks( $this->db, $this->clock, $outbox, $this->catalog->requests ), $outbox, new Recipients( static fn (): array => array(), static fn (): array => array() ) );
	}

	final protected function feed_rounds(): FeedRounds {
		return new FeedRounds( $this->feeds(), new FeedSource(), new FileIn( $this->imports(), new Mappings( $this->db ), 3 ), $this->imports(), $this->runner( null, 500 ), $this->recorder() );
	}

	/**
	 * A file that was sent, and checked.
	 *
	 * @param list<array<string, string>> $rows    From row 2 on.
	 * @param array<string, mixed>        $options
	 */
	final protected function checked( array $rows, array $options = array(), ?int $size = 2 ): Import {
		$import = $this->imports()->make( 'stock.csv', count( $rows ), Options::from_array( $options + array( 'create' => true ) ), 7, $this->key() )['import'];
		$this->imports()->receive( $import->id, array_combine( range( 2, count( $rows ) + 1 ), $rows ) );
		$this->imports()->check( $import->id );
		self::assertTrue( $this->runner( null, $size )->work( $import->id, self::ALL ) );
		return $this->now( $import );
	}

	final protected function applied( Import $import, ?int $size = 2 ): Import {
		$this->imports()->apply( $import->id, true );
		self::assertTrue( $this->runner( null, $size )->work( $import->id, self::ALL ) );
		return $this->now( $import );
	}

	final protected function undone( Import $import ): Import {
		$this->imports()->undo( $import->id );
		self::assertTrue( $this->runner()->work( $import->id, self::ALL ) );
		return $this->now( $import );
	}

	final protected function now( Import $import ): Import {
		return $this->imports()->get( $import->id );
	}

	/**
	 * "problem sku wig_import_twice:2" or "change on_hand 3>5", by row.
	 *
	 * @param 'problems'|'changes'|'all' $show
	 * @return array<int, string>
	 */
	final protected function told( Import $import, string $show = 'all' ): array {
		$told = array();
		foreach ( ( new Lines( new Rows( $this->db ), $this->catalog->items ) )->page( $import, $show, 0, 500 ) as $line ) {
			$told[ $line['row'] ] = implode(
				' ',
				array(
					$line['state'],
					...array_map( static fn( array $change ): string => $change['field'] . ' ' . ( $change['from'] ?? '+' ) . '>' . $change['to'], $line['changes'] ),
					...array_map( static fn( Problem $problem ): string => trim( $problem->field . ' ' . substr( $problem->code, 11 ) ) . ( '' === $problem->what ? '' : ':' . $problem->what ), $line['problems'] ),
				)
			);
		}
		return $told;
	}

	/**
	 * A column of `items`, by SKU.
	 *
	 * @return array<array-key, string|null>
	 */
	final protected function column( string $column ): array {
		return array_map(
			static fn( ?string $value ): ?string => null === $value || ! is_numeric( $value ) ? $value : (string) Quantity::from_sql( $value ),
			array_column( $this->db->rows( 'SELECT sku, %i AS v FROM %i ORDER BY sku', $column, $this->db->table( 'items' ) ), 'v', 'sku' )
		);
	}

	final protected function sell( string $sku, int|string $units, bool $paid = true, ?Catalog $by = null ): void {
		static $order = 0;
		++$order;
		$by   = $by ?? $this->catalog;
		$item = (int) $by->items->by_sku( $sku )?->id;
		$held = $by->reservations->reserve( "order {$order}", new Reference( 'order', (string) $order ), array( new AskedLine( $item, 1, Quantity::of( $units ) ) ), null, 0 );
		if ( $paid ) {
			$by->reservations->commit( $held->id, "paid {$order}", 0 );
		}
	}

	/**
	 * All that an import reads again, without this shop's own numbers.
	 *
	 * @return list<array<string, string>>
	 */
	final protected function exported(): array {
		$export = new Export( $this->db, $this->catalog->items, Parts::on( $this->db ) );
		$rows   = array();
		$after  = '';
		do {
			$page = $export->page( new Matches(), $after, 3 );
			array_push( $rows, ...$page['rows'] );
			$after = (string) $page['next'];
		} while ( '' !== $after );
		return array_map( static fn( array $row ): array => array_diff_key( $row, array_flip( array( 'item_id', 'product_id', 'reserved', 'available', 'status' ) ) ), $rows );
	}
}
