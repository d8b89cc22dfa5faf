<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Fold;

use WooInventoryGuard\Fold\Fold;
use WooInventoryGuard\Fold\Folds;
use WooInventoryGuard\Fold\Keys;
use WooInventoryGuard\Fold\Months;
use WooInventoryGuard\Fold\Runner;
use WooInventoryGuard\Fold\Staying;
use WooInventoryGuard\Fold\Waiting;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Correction;
use WooInventoryGuard\Stock\Lines\FoldedLevels;
use WooInventoryGuard\Stock\Lines\Folding;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Restore\RestoreTestCase;
use WooInventoryGuard\Tests\Support\Engine;

/**
 * A shop with years of history, of which some are folded, a few lines in a portion.
 */
abstract class FoldTestCase extends RestoreTestCase {

	protected FoldedLevels $folded;

	protected function setUp(): void {
		parent::setUp();
		$this->folded = new FoldedLevels( $this->db );
	}

	protected function tearDown(): void {
		update_option( 'timezone_string', '' );
		parent::tearDown();
	}

	/**
	 * Moves the clock there.
	 */
	final protected function at( string $time ): void {
		$this->clock->advance( self::time( $time )->getTimestamp() - $this->clock->now()->getTimestamp() );
	}

	final protected static function time( string $time ): \DateTimeImmutable {
		return new \DateTimeImmutable( $time, new \DateTimeZone( 'UTC' ) );
	}

	/**
	 * Lines of an order, or of whatever it says.
	 *
	 * @param list<int> $deltas
	 */
	final protected function happen( string $time, int $item, array $deltas, string $reason = 'sold', string $document = 'order:9', int $location = 1 ): void {
		$this->at( $time );
		list( $type, $id ) = array( ...explode( ':', $document ), '' );
		foreach ( $deltas as $delta ) {
			$this->write( $item, Quantity::of( $delta ), $reason, new Reference( $type, $id ), $location );
			$this->clock->advance( 1 );
		}
	}

	final protected function write( int $item, Quantity $delta, string $reason, Reference $reference, int $location = 1 ): void {
		$this->db->transaction( fn() => $this->engine->ledger->correct( array( new Correction( new Line( $item, $location, $delta ), new Cause( $reason, $reference, 7, 'A note' ) ) ) ) );
	}

	final protected function folds(): Folds {
		return new Folds( $this->db, $this->clock );
	}

	final protected function runner( ?Engine $by = null ): Runner {
		$db = ( $by ?? $this->engine )->db;
		return new Runner( $db, $this->clock, new Folds( $db, $this->clock ), new Keys( $db, 2 ), new Folding( $db, new FoldedLevels( $db ), 3, 4 ), new Staying( $db ), new Waiting( $db ) );
	}

	final protected function begun( int $months = 27 ): Fold {
		return $this->folds()->begin( Months::cut( $this->clock->now(), $months ) );
	}

	final protected function fold_all( int $months = 27 ): Fold {
		$fold = $this->begun( $months );
		self::assertTrue( $this->runner()->work( $fold->id, self::ALL ) );
		return $this->folds()->find( $fold->id ) ?? self::fail( 'It has gone.' );
	}
}
