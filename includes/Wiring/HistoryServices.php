<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\History\Balances;
use WooInventoryGuard\History\Choices;
use WooInventoryGuard\History\Conditions;
use WooInventoryGuard\History\Documents;
use WooInventoryGuard\History\LedgerList;
use WooInventoryGuard\History\Preview;
use WooInventoryGuard\History\Reversals;
use WooInventoryGuard\History\ReversalStore;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Stock\DocumentsController;
use WooInventoryGuard\Rest\Stock\DocumentShape;
use WooInventoryGuard\Rest\Stock\LedgerController;
use WooInventoryGuard\Rest\Stock\LedgerLines;
use WooInventoryGuard\Restore\Restore;

/**
 * What the ledger tells, and taking documents back. A part of the composition root.
 */
trait HistoryServices {

	public function ledger_list(): LedgerList {
		return $this->once( LedgerList::class, fn(): LedgerList => new LedgerList( $this->db(), new Conditions( $this->db() ) ) );
	}

	public function balances(): Balances {
		return $this->once( Balances::class, fn(): Balances => new Balances( $this->db(), $this->ledger_list(), $this->folded_levels() ) );
	}

	public function reversals(): Reversals {
		return $this->once( Reversals::class, fn(): Reversals => new Reversals( $this->db(), $this->reversal_store(), new Preview( $this->db() ), $this->ledger(), array( Restore::TYPE => fn( string $id ) => $this->restores()->stop( (int) $id ) ) ) );
	}

	private function reversal_store(): ReversalStore {
		return $this->once( ReversalStore::class, fn(): ReversalStore => new ReversalStore( $this->db(), $this->clock() ) );
	}

	/**
	 * @return list<Controller>
	 */
	private function history_controllers(): array {
		$documents = new Documents( $this->db(), $this->reversal_store(), $this->folded_levels() );
		$lines     = new LedgerLines( $this->db(), $this->items() );
		return array(
			new LedgerController( $this->ledger_list(), $this->balances(), new Choices( $this->db(), $documents ), $lines, $this->items(), $this->clock() ),
			new DocumentsController( $documents, new Preview( $this->db() ), $this->reversals(), new DocumentShape( $this->reversal_store() ), $lines ),
		);
	}
}
