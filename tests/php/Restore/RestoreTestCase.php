<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Restore;

use WooInventoryGuard\Bulk\Matches;
use WooInventoryGuard\History\Reversal;
use WooInventoryGuard\Restore\Applying;
use WooInventoryGuard\Restore\Lines;
use WooInventoryGuard\Restore\Looking;
use WooInventoryGuard\Restore\MassEvents;
use WooInventoryGuard\Restore\Restore;
use WooInventoryGuard\Restore\Restores;
use WooInventoryGuard\Restore\Which;
use WooInventoryGuard\Stock\Lines\FoldedLevels;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\History\HistoryTestCase;
use WooInventoryGuard\Tests\Support\Engine;

/**
 * A shop whose numbers are brought back, two items in a portion.
 */
abstract class RestoreTestCase extends HistoryTestCase {

	protected const ALL = 60.0;

	final protected function restores( ?Engine $by = null ): Restores {
		$by ??= $this->engine;
		return new Restores( $by->db, $this->clock, $by->requests, new FoldedLevels( $by->db ) );
	}

	final protected function looking( ?Engine $by = null ): Looking {
		$by ??= $this->engine;
		return new Looking( $by->db, $this->restores( $by ), static fn( array $ids ): array => $ids, 2 );
	}

	final protected function applying( ?Engine $by = null ): Applying {
		$by ??= $this->engine;
		return new Applying( $by->db, $this->clock, $this->restores( $by ), $by->ledger, 2 );
	}

	final protected function events(): MassEvents {
		return new MassEvents( $this->db, $this->clock );
	}

	/**
	 * @param list<int> $only Items; none is all.
	 */
	final protected function look( \DateTimeImmutable $moment, bool $keep_sales = true, array $only = array() ): Restore {
		$id = $this->restores()->make( $moment, $keep_sales, new Which( new Matches( ids: $only ) ), 7, $this->key() )['restore']->id;
		$this->looking()->work( $id, self::ALL );
		$this->clock->advance( 1 );
		return $this->now( $id );
	}

	final protected function apply( Restore $restore ): Restore {
		$this->restores()->start( $restore->id );
		$this->applying()->work( $restore->id, self::ALL );
		$this->clock->advance( 1 );
		return $this->now( $restore->id );
	}

	final protected function undo( Restore $restore ): Reversal {
		$this->restores()->stop( $restore->id );
		$reversal = $this->reversals->begin( new Reference( Restore::TYPE, (string) $restore->id ), 7, $this->key() );
		$done     = $this->reversals->work( $reversal->id, self::ALL );
		$this->clock->advance( 1 );
		return $done;
	}

	final protected function now( int $id ): Restore {
		return $this->restores()->find( $id ) ?? self::fail( 'The restore has gone.' );
	}

	/**
	 * "item: now, then, kept, delta", the largest change first.
	 *
	 * @return list<string>
	 */
	final protected function lines( Restore $restore ): array {
		return array_map( static fn( array $line ): string => "{$line['item_id']}: {$line['now']}, {$line['then']}, {$line['kept']}, {$line['delta']}", ( new Lines( $this->db ) )->page( $restore->id, 0, 100 ) );
	}

	final protected function sell( int $item, int $quantity ): void {
		$this->engine->reservations->commit( $this->reserve( array( $item => $quantity ) )->id, $this->key(), 0 );
		$this->clock->advance( 60 );
	}
}
