<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use WooInventoryGuard\Stock\Reserving\HeldNow;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * What is promised at this moment, in all.
 */
final class HeldNowTest extends EngineTestCase {

	public function test_it_counts_what_is_active_and_not_yet_due(): void {
		$held = new HeldNow( $this->engine->db, $this->clock );
		self::assertSame( '0 for 0.0000', $this->told_by( $held ) );

		$cup  = $this->item( 20 );
		$tray = $this->item( 20 );
		$this->reserve( array( $cup => 2, $tray => '1.5' ), null );
		$this->reserve( array( $cup => 3 ), 60 );
		self::assertSame( '2 for 6.5000', $this->told_by( $held ) );

		$given_back = $this->reserve( array( $tray => 4 ), null );
		$this->engine->reservations->release( $given_back->id, $this->key() );
		$sold_in_part = $this->reserve( array( $cup => 4 ), null );
		$this->engine->reservations->commit( $sold_in_part->id, $this->key(), 0, array( self::line( $cup, 3 ) ) );
		self::assertSame( '3 for 7.5000', $this->told_by( $held ) );

		// Nobody has ended it yet, and it holds nothing any more.
		$this->clock->advance( 61 );
		self::assertSame( '2 for 4.5000', $this->told_by( $held ) );
	}

	private function told_by( HeldNow $held ): string {
		$now = $held->in_all();
		return $now['reservations'] . ' for ' . $now['units']->sql();
	}
}
