<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\History;

use WooInventoryGuard\History\Balances;
use WooInventoryGuard\History\Conditions;
use WooInventoryGuard\History\Documents;
use WooInventoryGuard\History\LedgerFilter;
use WooInventoryGuard\History\LedgerList;
use WooInventoryGuard\History\Preview;
use WooInventoryGuard\History\Reversals;
use WooInventoryGuard\History\ReversalStore;
use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Lines\FoldedLevels;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Support\Engine;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * A ledger with something in it.
 */
abstract class HistoryTestCase extends EngineTestCase {

	protected LedgerList $list;
	protected Balances $balances;
	protected Documents $documents;
	protected Preview $preview;
	protected ReversalStore $store;
	protected Reversals $reversals;

	protected function setUp(): void {
		parent::setUp();
		$this->list      = new LedgerList( $this->db, new Conditions( $this->db ) );
		$this->balances  = new Balances( $this->db, $this->list, new FoldedLevels( $this->db ) );
		$this->store     = new ReversalStore( $this->db, $this->clock );
		$this->documents = new Documents( $this->db, $this->store, new FoldedLevels( $this->db ) );
		$this->preview   = new Preview( $this->db );
		$this->reversals = $this->reversals_of( $this->engine );
	}

	final protected function reversals_of( Engine $engine ): Reversals {
		return new Reversals( $engine->db, new ReversalStore( $engine->db, $this->clock ), new Preview( $engine->db ), $engine->ledger );
	}

	final protected function move( int $item, int|string $delta, string $reason, string $document = '', int $actor = 0, int $location = 1 ): void {
		list( $type, $id ) = array( ...explode( ':', $document ), '', '' );
		$this->engine->ledger->adjust( Adjustment::delta( $item, $location, Quantity::of( $delta ), new Cause( $reason, new Reference( $type, $id ), $actor ) ), $this->key() );
		$this->clock->advance( 60 );
	}

	/**
	 * The ids that a filter gives, page by page.
	 *
	 * @return list<int>
	 */
	final protected static function read( LedgerList $list, LedgerFilter $filter, int $size, float $seconds = 5.0 ): array {
		$ids  = array();
		$from = null;
		for ( $page = 0; $page < 500; $page++ ) {
			$some = $list->page( $filter, $from, $size, $seconds );
			foreach ( $some->movements as $movement ) {
				$ids[] = $movement->id;
			}
			if ( null === $some->next ) {
				return $ids;
			}
			$from = $some->next;
		}
		self::fail( 'It has no end.' );
	}
}
