<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Catalog;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Writing\ItemChanges;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Writing\LimitTooLow;
use WooInventoryGuard\Catalog\Writing\NewItem;
use WooInventoryGuard\Catalog\Writing\OwnedByShop;
use WooInventoryGuard\Catalog\Writing\StaleVersion;
use WooInventoryGuard\Catalog\Writing\Taken;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Lines\HistoryFilter;
use WooInventoryGuard\Stock\Error\KeyReused;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\StockStatus;
use WooInventoryGuard\Stock\Error\UnknownItem;

/**
 * Making, finding and changing items.
 */
final class ItemsTest extends CatalogTestCase {

	public function test_a_new_part_is_there_with_its_stock_and_the_first_line_of_its_ledger(): void {
		$made = $this->catalog->writer->create(
			new NewItem( Kind::Part, "  Gift box \u{1F381} 大 ", ' BOX-1 ', '4006381333931', 'Packaging', Quantity::of( 4 ) ),
			Quantity::of( '12.5' ),
			self::cause(),
			'once'
		);
		$item = $made['item'];
		self::assertFalse( $made['replayed'] );
		self::assertSame( array( "Gift box \u{1F381} 大", 'BOX-1', '4006381333931', 'Packaging' ), array( $item->name, $item->sku, $item->barcode, $item->category ) );
		self::assertSame( array( '12.5', '0', '12.5', '4' ), array( (string) $item->on_hand, (string) $item->reserved, (string) $item->available, (string) $item->low_at ) );
		self::assertSame( StockStatus::Ok, $item->status );
		$history = $this->catalog->ledger->history( $item->id, new HistoryFilter() );
		self::assertCount( 1, $history );
		self::assertSame( '12.5', (string) $history[0]->balance_after );
	}

	public function test_the_same_key_makes_an_item_once(): void {
		$new    = new NewItem( Kind::Part, 'Ribbon', 'RIB' );
		$first  = $this->catalog->writer->create( $new, Quantity::of( 5 ), self::cause(), 'one-key' );
		$second = $this->catalog->writer->create( $new, Quantity::of( 5 ), self::cause(), 'one-key' );
		self::assertTrue( $second['replayed'] );
		self::assertSame( $first['item']->id, $second['item']->id );
		$this->expectException( KeyReused::class );
		$this->catalog->writer->create( new NewItem( Kind::Part, 'Another ribbon' ), Quantity::of( 5 ), self::cause(), 'one-key' );
	}

	public function test_a_taken_sku_is_refused_and_leaves_nothing_behind(): void {
		$mug    = $this->part( 'Mug', 'MUG' );
		$before = self::checksum();
		try {
			$this->catalog->writer->create( new NewItem( Kind::Part, 'Other mug', 'MUG ' ), Quantity::of( 3 ), self::cause(), 'free' );
			self::fail( 'Two items with one SKU.' );
		} catch ( Taken $taken ) {
			self::assertSame( array( 'sku', 'MUG', $mug->id ), array( $taken->field, $taken->value, $taken->item_id ) );
		}
		self::assertSame( $before, self::checksum() );
		self::assertFalse( $this->catalog->writer->create( new NewItem( Kind::Part, 'Other mug', 'MUG-2' ), Quantity::of( 3 ), self::cause(), 'free' )['replayed'] );
	}

	public function test_a_taken_barcode_is_refused(): void {
		$this->part( 'Mug', 'MUG', 0, '123' );
		try {
			$this->part( 'Cup', 'CUP', 0, '123' );
			self::fail( 'Two items with one barcode.' );
		} catch ( Taken $taken ) {
			self::assertSame( 'barcode', $taken->field );
		}
	}

	public function test_of_two_who_make_the_same_sku_at_once_one_is_refused(): void {
		$rival = $this->rival(
			fn() => $this->rival_catalog()->writer->create( new NewItem( Kind::Part, 'Theirs', 'HOT' ), Quantity::of( 1 ), self::cause(), 'theirs' ),
			'/^INSERT INTO `wp_wig_items`/'
		);
		try {
			$this->part( 'Ours', 'HOT', 1 );
			self::fail( 'Two items with one SKU.' );
		} catch ( Taken $taken ) {
			self::assertSame( 'HOT', $taken->value );
		}
		self::assertSame( 1, $rival->acted() );
		self::assertSame( 'Theirs', $this->catalog->items->by_sku( 'HOT' )?->name );
	}

	public function test_sku_and_barcode_are_found_exactly(): void {
		$small = $this->part( 'Small', 'ab', 0, 'x1' );
		$large = $this->part( 'Large', 'AB', 0, 'X1' );
		self::assertSame( $small->id, $this->catalog->items->by_sku( 'ab' )?->id );
		self::assertSame( $large->id, $this->catalog->items->by_sku( 'AB' )?->id );
		self::assertNull( $this->catalog->items->by_sku( 'ab ' ) );
		self::assertNull( $this->catalog->items->by_sku( 'Ab' ) );
		self::assertNull( $this->catalog->items->by_sku( '' ) );
		self::assertSame( $large->id, $this->catalog->items->by_barcode( 'X1' )?->id );
		self::assertNull( $this->catalog->items->by_barcode( 'x1 ' ) );
		self::assertSame( array( 'AB', 'ab' ), array_keys( $this->sorted( $this->catalog->items->by_skus( array( 'ab', 'AB', 'aB', 'ab ' ) ) ) ) );
	}

	public function test_items_without_codes_do_not_get_in_each_others_way(): void {
		$one = $this->part( 'One' );
		$two = $this->part( 'Two' );
		self::assertSame( array( '', '' ), array( $one->sku, $two->barcode ) );
		self::assertSame( array( $two->id, $one->id ), array_keys( $this->catalog->items->find_many( array( $two->id, 999, $one->id ) ) ) );
	}

	public function test_a_change_names_the_version_it_was_made_from(): void {
		$item    = $this->part( 'Cup', 'CUP', 5 );
		$changed = $this->catalog->writer->update( $item->id, ItemChanges::of( array( 'name' => 'Tea cup' ) ), $item->version );
		self::assertSame( array( 'Tea cup', 'CUP', $item->version + 1 ), array( $changed->name, $changed->sku, $changed->version ) );
		try {
			$this->catalog->writer->update( $item->id, ItemChanges::of( array( 'name' => 'Old cup' ) ), $item->version );
			self::fail( 'An old version was overwritten.' );
		} catch ( StaleVersion $stale ) {
			self::assertSame( $changed->version, $stale->version );
		}
		self::assertSame( 'Tea cup', $this->fresh( $item )->name );
	}

	public function test_of_two_who_change_one_version_at_once_one_wins(): void {
		$item  = $this->part( 'Cup', 'CUP', 5 );
		$rival = $this->rival(
			fn() => $this->rival_catalog()->writer->update( $item->id, ItemChanges::of( array( 'name' => 'Theirs' ) ), $item->version ),
			'/^UPDATE `wp_wig_items`/'
		);
		try {
			$this->catalog->writer->update( $item->id, ItemChanges::of( array( 'name' => 'Ours' ) ), $item->version );
			self::fail( 'Both won.' );
		} catch ( StaleVersion ) {
			self::assertSame( 'Theirs', $this->fresh( $item )->name );
		}
		self::assertSame( 1, $rival->acted() );
	}

	public function test_an_unknown_item_cannot_be_changed(): void {
		$this->expectException( UnknownItem::class );
		$this->catalog->writer->update( 999, ItemChanges::of( array( 'name' => 'Ghost' ) ), null );
	}

	public function test_a_threshold_decides_at_once_what_is_low(): void {
		$item = $this->part( 'Cup', 'CUP', 5 );
		self::assertSame( StockStatus::Ok, $item->status );
		$low = $this->change( $item->id, array( 'low_stock_threshold' => Quantity::of( 5 ) ) );
		self::assertSame( array( StockStatus::Low, '5' ), array( $low->status, (string) $low->low_at ) );
		$back = $this->change( $item->id, array( 'low_stock_threshold' => null ) );
		self::assertSame( array( StockStatus::Ok, '2', null ), array( $back->status, (string) $back->low_at, $back->low_stock_threshold ) );
	}

	public function test_the_shops_threshold_reaches_the_items_without_their_own(): void {
		$shops = $this->part( 'Shop\'s', '', 5 );
		$own   = $this->make( new NewItem( Kind::Part, 'Own', low_stock_threshold: Quantity::of( 1 ) ), 5 );
		$after = 0;
		while ( null !== $after ) {
			$after = $this->catalog->thresholds->follow( Quantity::of( 10 ), $after );
		}
		self::assertSame( array( StockStatus::Low, '10' ), array( $this->fresh( $shops )->status, (string) $this->fresh( $shops )->low_at ) );
		self::assertSame( $own->version, $this->fresh( $own )->version );
		$version = $this->fresh( $shops )->version;
		$this->catalog->thresholds->follow( Quantity::of( 10 ), 0 );
		self::assertSame( $version, $this->fresh( $shops )->version );
	}

	public function test_backorders_are_allowed_up_to_their_limit(): void {
		$item = $this->make( new NewItem( Kind::Part, 'Lamp', backorders: Backorders::Yes ), 0 );
		self::assertSame( array( StockStatus::Backorder, '100000000000000' ), array( $item->status, (string) $item->allowance ) );
		$limited = $this->change( $item->id, array( 'backorder_limit' => Quantity::of( 3 ) ) );
		self::assertSame( '3', (string) $limited->allowance );
		$ended = $this->change( $item->id, array( 'backorders' => Backorders::No ) );
		self::assertSame( array( StockStatus::Out, '0', '3' ), array( $ended->status, (string) $ended->allowance, (string) $ended->backorder_limit ) );
	}

	public function test_a_limit_below_what_is_promised_is_refused_with_what_is_promised(): void {
		$item = $this->make( new NewItem( Kind::Part, 'Lamp', backorders: Backorders::Yes ), 2 );
		$this->reserve( $item->id, 7 );
		$before = self::checksum();
		foreach ( array( array( 'backorder_limit' => Quantity::of( 4 ) ), array( 'backorders' => Backorders::No ) ) as $fields ) {
			try {
				$this->change( $item->id, $fields );
				self::fail( 'The limit is below what is promised.' );
			} catch ( LimitTooLow $refusal ) {
				self::assertSame( '5', (string) $refusal->promised );
			}
		}
		self::assertSame( $before, self::checksum() );
		self::assertSame( '5', (string) $this->change( $item->id, array( 'backorder_limit' => Quantity::of( 5 ) ) )->allowance );
	}

	public function test_a_promise_made_while_the_limit_is_lowered_counts(): void {
		$item  = $this->make( new NewItem( Kind::Part, 'Lamp', backorders: Backorders::Yes ), 0 );
		$rival = $this->rival( fn() => $this->reserve( $item->id, 7, $this->rival_catalog() ) );
		try {
			$this->change( $item->id, array( 'backorder_limit' => Quantity::of( 4 ) ) );
			self::fail( 'The limit is below what is promised.' );
		} catch ( LimitTooLow $refusal ) {
			self::assertSame( '7', (string) $refusal->promised );
		}
		self::assertSame( 1, $rival->acted() );
	}

	public function test_what_a_product_owns_is_changed_in_the_shop(): void {
		$item = $this->part( 'Shirt', 'TS' );
		$this->db->execute( "UPDATE %i SET product_id = 10, kind = 'simple' WHERE id = %d", $this->db->table( 'items' ), $item->id );
		try {
			$this->change(
				$item->id,
				array(
					'name'            => 'Blouse',
					'backorder_limit' => Quantity::of( 4 ),
				)
			);
			self::fail( 'The product owns the name.' );
		} catch ( OwnedByShop $owned ) {
			self::assertSame( array( 'name' ), $owned->fields );
		}
		self::assertSame( '4', (string) $this->change( $item->id, array( 'backorder_limit' => Quantity::of( 4 ) ) )->backorder_limit );
		self::assertSame( $item->id, $this->catalog->items->by_product_ids( array( 10, 11 ) )[10]->id );
	}

	/**
	 * @param array{name?: string, low_stock_threshold?: Quantity|null, backorders?: Backorders, backorder_limit?: Quantity|null} $fields
	 */
	private function change( int $id, array $fields ): \WooInventoryGuard\Catalog\Item {
		return $this->catalog->writer->update( $id, ItemChanges::of( $fields ), null );
	}

	private function reserve( int $item_id, int $units, ?Catalog $by = null ): void {
		$key = $this->key();
		( $by ?? $this->catalog )->reservations->reserve( $key, new Reference( 'order', $key ), array( new AskedLine( $item_id, 1, Quantity::of( $units ) ) ), null, 0 );
	}

	/**
	 * @template T
	 * @param array<T> $values
	 * @return array<T>
	 */
	private function sorted( array $values ): array {
		ksort( $values );
		return $values;
	}
}
