<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Error\NotEnoughStock;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Reservation;
use WooInventoryGuard\Stock\SaleTerms;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * Units that are kept back from online sale: a shopper cannot have them, staff can.
 */
final class SafetyStockTest extends EngineTestCase {

	public function test_online_sells_down_to_the_safety_stock_and_no_further(): void {
		$tea = $this->keeping( 5, 2 );
		$this->online( array( $tea => 3 ) );
		$lines = $this->refused( fn () => $this->online( array( $tea => 1 ) ) );

		self::assertSame( array( '1 asked, 0 left, short' ), self::told( $lines ) );
		self::assertSame( '5 / 3', $this->books( $tea ) );
	}

	public function test_staff_may_sell_the_safety_stock(): void {
		$tea = $this->keeping( 5, 2 );
		$this->online( array( $tea => 3 ) );
		$this->reserve( array( $tea => 2 ) );

		self::assertSame( '5 / 5', $this->books( $tea ) );
	}

	public function test_components_of_a_bundle_are_kept_too(): void {
		$tea = $this->keeping( 5, 2 );
		$cup = $this->item( 9 );
		$set = $this->bundle(
			array(
				$tea => 1,
				$cup => 2,
			)
		);
		$this->online( array( $set => 3 ) );
		$lines = $this->refused( fn () => $this->online( array( $set => 1 ) ) );

		self::assertSame( array( '1 asked, 0 left, short' ), self::told( $lines ) );
		$this->reserve( array( $set => 1 ) );
		self::assertSame( array( '5 / 4', '9 / 8' ), array( $this->books( $tea ), $this->books( $cup ) ) );
	}

	public function test_backorders_begin_where_the_safety_stock_begins(): void {
		$tea = $this->keeping(
			5,
			2,
			array(
				'backorders' => 'yes',
				'allowance'  => '1.0000',
			)
		);
		$this->online( array( $tea => 4 ) );
		$lines = $this->refused( fn () => $this->online( array( $tea => 1 ) ) );

		self::assertSame( array( '1 asked, 0 left, short' ), self::told( $lines ) );
	}

	public function test_a_changed_order_is_held_to_it_too(): void {
		$tea = $this->keeping( 5, 2 );
		$this->online( array( $tea => 2 ), '77' );
		$this->online( array( $tea => 3 ), '77' );
		self::assertSame( '5 / 3', $this->books( $tea ) );

		$lines = $this->refused( fn () => $this->online( array( $tea => 4 ), '77' ) );
		self::assertSame( array( '4 asked, 3 left, short' ), self::told( $lines ) );
		self::assertSame( '5 / 3', $this->books( $tea ) );
		$this->reserve( array( $tea => 5 ), 900, null, '77' );
		$this->online( array( $tea => 4 ), '77' );
		self::assertSame( '5 / 4', $this->books( $tea ), 'Less than it holds is always possible.' );
	}

	public function test_a_level_that_is_opened_later_keeps_what_its_item_keeps(): void {
		$cup = $this->item( 9 );
		$tea = $this->item( 0, array( 'kind' => 'bundle' ) );
		$this->db->execute( "UPDATE %i SET kind = 'part', safety_stock = 2 WHERE id = %d", $this->db->table( 'items' ), $tea );
		$this->db->execute( 'UPDATE %i SET safety_stock = 7 WHERE id = %d', $this->db->table( 'items' ), $cup );
		$far = $this->location( 2 );
		$this->stock( $tea, 1, $far );
		foreach ( array( 1, $far ) as $location ) {
			$this->engine->ledger->adjust( Adjustment::delta( $tea, $location, Quantity::of( 3 ), new Cause( 'received', Reference::none() ) ), $this->key() );
		}

		$kept = $this->db->rows( 'SELECT kept FROM %i WHERE item_id IN ( %d, %d ) ORDER BY item_id, location_id', $this->db->table( 'levels' ), $tea, $cup );
		self::assertSame( array( 0.0, 2.0, 0.0 ), array_map( static fn ( array $row ): float => (float) $row['kept'], $kept ), 'Nothing of the cup, whose level was there before; of the tea at its main place only.' );
	}

	/**
	 * @param array<string, int|string> $columns
	 */
	private function keeping( int $on_hand, int $kept, array $columns = array() ): int {
		$id = $this->item( $on_hand, $columns + array( 'safety_stock' => $kept ) );
		$this->engine->levels->keep( $id );
		return $id;
	}

	/**
	 * @param array<int, int> $wanted
	 * @throws NotEnoughStock
	 */
	private function online( array $wanted, string $order = '' ): Reservation {
		$key = $this->key();
		return $this->engine->reservations->reserve(
			$key,
			new Reference( 'order', '' === $order ? $key : $order ),
			array_map( static fn ( int $item, int $units ) => self::line( $item, $units ), array_keys( $wanted ), array_values( $wanted ) ),
			900,
			0,
			new SaleTerms( true )
		);
	}
}
