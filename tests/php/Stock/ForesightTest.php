<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * A cart is told what a reservation would be refused for.
 */
final class ForesightTest extends EngineTestCase {

	public function test_nothing_is_said_of_what_is_there(): void {
		$tea = $this->item( 5 );
		$cup = $this->item( 5 );
		$set = $this->bundle(
			array(
				$tea => 2,
				$cup => 1,
			)
		);

		self::assertSame( array(), $this->foreseen( array( $set => 2, $tea => 1 ) ) );
	}

	public function test_a_bundle_and_its_component_side_by_side_are_short_together(): void {
		$tea = $this->item( 5 );
		$set = $this->bundle( array( $tea => 2 ) );

		self::assertSame( array( '2 asked, 2 left, short', '2 asked, 5 left, short' ), $this->foreseen( array( $set => 2, $tea => 2 ) ) );
	}

	public function test_what_others_hold_is_gone_and_what_the_asker_holds_is_there(): void {
		$tea = $this->item( 5 );
		$set = $this->bundle( array( $tea => 2 ) );
		$this->reserve( array( $set => 2 ), 900, null, '77' );

		self::assertSame( array( '1 asked, 0 left, short' ), $this->foreseen( array( $set => 1 ) ) );
		self::assertSame( array(), $this->foreseen( array( $set => 2 ), array( new Reference( 'order', '77' ) ) ) );
	}

	public function test_a_hold_whose_time_is_up_is_ended_first(): void {
		$tea = $this->item( 5 );
		$this->reserve( array( $tea => 5 ), 900, null, '77' );
		self::assertSame( array( '1 asked, 0 left, short' ), $this->foreseen( array( $tea => 1 ) ) );
		$this->clock->advance( 901 );

		self::assertSame( array(), $this->foreseen( array( $tea => 1 ) ) );
		self::assertSame( '5 / 0', $this->books( $tea ) );
	}

	/**
	 * @param array<int, int> $wanted Item => units.
	 * @param list<Reference> $own
	 * @return list<string>
	 */
	private function foreseen( array $wanted, array $own = array() ): array {
		$asked = array_map( static fn ( int $item, int $units ): AskedLine => new AskedLine( $item, 1, Quantity::of( $units ) ), array_keys( $wanted ), array_values( $wanted ) );
		return self::told( $this->engine->foresight->shortages( $asked, $own ) );
	}
}
