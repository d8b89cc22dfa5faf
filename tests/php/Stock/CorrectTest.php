<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Correction;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * Differences that somebody has found are facts: each is written, whatever was promised.
 */
final class CorrectTest extends EngineTestCase {

	private function found( int $item, int|string $units ): Correction {
		return new Correction( new Line( $item, 1, Quantity::of( $units ) ), new Cause( 'stocktake', new Reference( 'stocktake', '7' ), 5, 'lost' ) );
	}

	public function test_each_difference_is_a_line_of_the_ledger_and_no_limit_applies(): void {
		$tea = $this->item( 20 );
		$cup = $this->item( 4 );
		$this->reserve( array( $cup => 4 ) );
		$this->db->transaction( fn() => $this->engine->ledger->correct( array( $this->found( $cup, -3 ), $this->found( $tea, '2.5' ) ) ) );

		self::assertSame( array( '22.5 / 0', '1 / 4' ), array( $this->books( $tea ), $this->books( $cup ) ) );
		self::assertSame( array( '2: 2.5 -> 22.5 stocktake' ), array_slice( $this->ledger( $tea ), 1 ) );
		self::assertSame( '3.0000', $this->owed( $cup ) );
		self::assertSame( array( 'stocktake', '7', '5', 'lost' ), array_values( (array) $this->db->row( 'SELECT reference_type, reference_id, actor_id, note FROM %i WHERE item_id = %d AND seq = 2', $this->db->table( 'movements' ), $cup ) ) );

		$this->db->transaction( fn() => $this->engine->ledger->correct( array( $this->found( $cup, 2 ) ) ) );
		self::assertSame( array( '3 / 4', '1.0000' ), array( $this->books( $cup ), $this->owed( $cup ) ) );
	}

	public function test_a_level_that_is_not_there_is_made(): void {
		$tea = $this->item( 20 );
		$this->db->execute( 'INSERT INTO %i (id, name) VALUES (2, %s)', $this->db->table( 'locations' ), 'Cellar' );
		$this->db->transaction( fn() => $this->engine->ledger->correct( array( new Correction( new Line( $tea, 2, Quantity::of( 3 ) ), new Cause( 'stocktake', Reference::none() ) ) ) ) );
		self::assertSame( '3 / 0', $this->books( $tea, 2 ) );
	}

	/**
	 * From the lock to the commit nobody else moves these items, and only these, and only there.
	 */
	public function test_locked_levels_wait_for_the_commit_and_others_do_not(): void {
		if ( self::is_sqlite() ) {
			self::markTestSkipped( 'SQLite has one writer at a time.' );
		}
		$tea   = $this->item( 20 );
		$cup   = $this->item( 4 );
		$rival = $this->rival_db();
		$touch = static function ( int $item, int $location ) use ( $rival ): string {
			try {
				$rival->rows( 'SELECT item_id FROM %i WHERE item_id = %d AND location_id = %d FOR UPDATE NOWAIT', $rival->table( 'levels' ), $item, $location );
				return 'free';
			} catch ( \RuntimeException ) {
				return 'locked';
			}
		};
		$this->db->execute( 'INSERT INTO %i (item_id, location_id) VALUES (%d, 2)', $this->db->table( 'levels' ), $tea );
		$this->db->transaction(
			function () use ( $touch, $tea, $cup ): void {
				$this->engine->ledger->lock( array( $tea ), 1 );
				self::assertSame( array( 'locked', 'free', 'free' ), array( $touch( $tea, 1 ), $touch( $tea, 2 ), $touch( $cup, 1 ) ) );
			}
		);
		self::assertSame( 'free', $touch( $tea, 1 ) );
	}
}
