<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * A difference that is made as far as what is promised allows.
 */
final class ChangeAsFarTest extends EngineTestCase {

	public function test_what_is_free_is_taken_and_what_is_promised_stays(): void {
		// Others have more, and less: another item, and the same one elsewhere.
		$this->item( 3 );
		$tea = $this->item( 10 );
		$this->item( 90 );
		$this->location( 2 );
		$this->stock( $tea, 50, 2 );
		$this->location( 3 );
		$this->stock( $tea, 1, 3 );
		$this->reserve( array( $tea => 4 ) );

		self::assertSame( '-6', $this->change( $tea, -8 ) );
		self::assertSame( array( '4 / 4', '50 / 0', '1 / 0' ), array( $this->books( $tea ), $this->books( $tea, 2 ), $this->books( $tea, 3 ) ) );
		self::assertSame( '2: -6 -> 4 reversal', $this->ledger( $tea )[1] );
		self::assertSame( '0', $this->change( $tea, -1 ), 'Nothing is free.' );
		self::assertSame( '-20', $this->change( $tea, -20, 2 ) );
		self::assertSame( '-30', $this->change( $tea, -40, 2 ), 'What is free there.' );
		self::assertSame( '0.25', $this->change( $tea, '0.25' ) );
		self::assertCount( 3, $this->ledger( $tea ) );
	}

	public function test_never_more_than_was_asked_and_nothing_of_what_is_not_counted(): void {
		$tea = $this->item( 10, array( 'tracked' => 0 ) );
		self::assertSame( '0', $this->change( $tea, -2 ) );
		self::assertSame( '0', $this->change( $tea, 0 ) );
		self::assertSame( '10 / 0', $this->books( $tea ) );
	}

	public function test_a_rival_who_takes_what_was_free_is_not_overruled(): void {
		$tea   = $this->item( 10 );
		$this->reserve( array( $tea => 1 ) );
		$rival = $this->rival( fn () => $this->reserve( array( $tea => 7 ), 900, $this->rival_engine() ), '/^\s*UPDATE\s.*levels/' );
		self::assertSame( '-2', $this->change( $tea, -10 ) );
		self::assertSame( 1, $rival->acted() );
		self::assertSame( '8 / 8', $this->books( $tea ) );
	}

	private function change( int $item, int|string $by, int $location = 1 ): string {
		return (string) $this->db->transaction(
			fn (): Quantity => $this->engine->ledger->change_as_far( new Line( $item, $location, Quantity::of( $by ) ), new Cause( 'reversal', new Reference( 'reversal', '1' ) ) )
		);
	}
}
