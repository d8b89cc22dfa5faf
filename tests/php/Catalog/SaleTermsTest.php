<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Catalog;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Writing\ItemChanges;
use WooInventoryGuard\Catalog\Writing\LimitTooLow;
use WooInventoryGuard\Catalog\Preorders;
use WooInventoryGuard\Catalog\SpecialItems;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Error\NotEnoughStock;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\SaleTerms;

/**
 * What an item keeps back, and what may be sold before it is there.
 */
final class SaleTermsTest extends CatalogTestCase {

	public function test_safety_stock_reaches_the_statement_that_sells(): void {
		$tea = $this->part( 'Tea', 'TEA', 5 );
		self::assertFalse( SpecialItems::any() );
		$this->change( $tea, array( 'safety_stock' => Quantity::of( 2 ) ) );

		self::assertTrue( SpecialItems::any() );
		self::assertSame( array( '5', '3' ), array( (string) $this->fresh( $tea )->available, (string) $this->fresh( $tea )->offered() ) );
		self::assertTrue( $this->sells( $tea, 3 ) );
		self::assertFalse( $this->sells( $tea, 1 ) );
		$this->change( $tea, array( 'safety_stock' => null ) );
		self::assertTrue( $this->sells( $tea, 2 ) );
	}

	public function test_a_bundle_is_offered_without_the_safety_stock_of_its_parts(): void {
		$tea = $this->part( 'Tea', 'TEA', 9 );
		$set = $this->bundle( 'Set', array( $tea->id => 2 ) );
		self::assertSame( '4', (string) $set->offered() );
		$this->change( $tea, array( 'safety_stock' => Quantity::of( 4 ) ) );

		self::assertSame( '2', (string) $this->fresh( $set )->offered() );
	}

	public function test_a_pre_order_is_sold_up_to_its_number_until_its_day(): void {
		$tea = $this->part( 'Tea', 'TEA', 1 );
		$this->change(
			$tea,
			array(
				'available_from' => $this->clock->now()->modify( '+10 days' ),
				'preorder_limit' => Quantity::of( 2 ),
			)
		);
		self::assertTrue( $this->fresh( $tea )->is_preorder( $this->clock->now() ) );
		self::assertFalse( $this->sells( $tea, 4 ) );
		self::assertTrue( $this->sells( $tea, 2, null ) );
		$this->preorders()->end_due();
		self::assertSame( '2', (string) $this->fresh( $tea )->allowance, 'Its day has not come.' );
		$this->clock->advance( 11 * 86400 );
		$this->preorders()->end_due();

		self::assertSame( '0', (string) $this->fresh( $tea )->allowance );
		self::assertFalse( $this->sells( $tea, 1 ) );
		$this->preorders()->end_due();
	}

	public function test_what_was_pre_ordered_stays_sold_when_the_day_comes(): void {
		$tea = $this->part( 'Tea', 'TEA', 0 );
		$this->change( $tea, array( 'available_from' => $this->clock->now()->modify( '+1 day' ) ) );
		self::assertTrue( $this->sells( $tea, 7, null ) );
		$this->clock->advance( 2 * 86400 );
		$this->preorders()->end_due();

		self::assertSame( array( '0', '-7' ), array( (string) $this->fresh( $tea )->allowance, (string) $this->fresh( $tea )->available ) );
		self::assertEquals( 7.0, (float) $this->catalog->db->value( 'SELECT owed FROM %i WHERE item_id = %d', $this->catalog->db->table( 'levels' ), $tea->id ) );
		self::assertFalse( $this->sells( $tea, 1 ) );
	}

	public function test_the_policy_for_backorders_counts_again_afterwards(): void {
		$tea = $this->part( 'Tea', 'TEA', 0 );
		$this->change(
			$tea,
			array(
				'backorders'      => Backorders::Yes,
				'backorder_limit' => Quantity::of( 5 ),
				'available_from'  => $this->clock->now()->modify( '+1 day' ),
				'preorder_limit'  => Quantity::of( 1 ),
			)
		);
		self::assertSame( '1', (string) $this->fresh( $tea )->allowance );
		$this->clock->advance( 2 * 86400 );
		$this->preorders()->end_due();

		self::assertSame( '5', (string) $this->fresh( $tea )->allowance );
	}

	public function test_a_pre_order_cannot_be_called_off_below_what_is_promised(): void {
		$tea = $this->part( 'Tea', 'TEA', 0 );
		$this->change( $tea, array( 'available_from' => $this->clock->now()->modify( '+1 day' ) ) );
		self::assertTrue( $this->sells( $tea, 3, null ) );

		$this->expectException( LimitTooLow::class );
		$this->change( $tea, array( 'available_from' => null ) );
	}

	/**
	 * @param array{safety_stock?: Quantity|null, available_from?: \DateTimeImmutable|null, preorder_limit?: Quantity, backorders?: Backorders, backorder_limit?: Quantity} $fields
	 */
	private function change( Item $item, array $fields ): void {
		$this->catalog->writer->update( $item->id, ItemChanges::of( $fields ), null );
	}

	private function preorders(): Preorders {
		return new Preorders( $this->catalog->db, $this->clock, $this->catalog->levels );
	}

	private function sells( Item $item, int $units, ?int $seconds = 900 ): bool {
		$key = $this->key();
		try {
			$this->catalog->reservations->reserve( $key, new Reference( 'order', $key ), array( new AskedLine( $item->id, 1, Quantity::of( $units ) ) ), $seconds, 0, new SaleTerms( true ) );
			return true;
		} catch ( NotEnoughStock ) {
			return false;
		}
	}
}
