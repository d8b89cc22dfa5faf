<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Catalog;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Writing\ItemChanges;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Writing\NewItem;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Stock\Integrity\Integrity;
use WooInventoryGuard\Stock\Quantity;

/**
 * Many items made at once are what each of them would be, made by itself.
 */
final class ManyNewTest extends CatalogTestCase {

	public function test_many_at_once_are_as_each_by_itself(): void {
		$all = array(
			array( new NewItem( Kind::Part, 'Cup', 'CUP', '4006381333931', 'Cups' ), array(), '7' ),
			array( new NewItem( Kind::Part, '茶叶', '42' ), array( 'unit_cost' => Quantity::of( '1.25' ), 'supplier' => "O'Mei", 'bin' => 'A-1', 'lead_time_days' => 9 ), '0.25' ),
			array( new NewItem( Kind::Bundle, 'Set', 'SET' ), array( 'low_stock_threshold' => Quantity::of( 3 ) ), '0' ),
			array( new NewItem( Kind::Part, 'Lamp', 'lamp' ), array( 'backorders' => Backorders::Notify, 'backorder_limit' => Quantity::of( '1.5' ), 'backorder_text' => 'Soon', 'lead_time_days' => 0 ), '0' ),
			array( new NewItem( Kind::Part, 'LAMP', 'LAMP' ), array( 'backorders' => Backorders::No, 'safety_stock' => Quantity::of( 2 ) ), '5' ),
			array( new NewItem( Kind::Part, 'Oversold', 'OVER' ), array( 'low_stock_threshold' => Quantity::zero() ), '-2' ),
			array( new NewItem( Kind::Part, 'Nameless' ), array( 'bin' => 'B-1' ), '1' ),
			array( new NewItem( Kind::Part, 'Low', 'LOW' ), array(), '2' ),
			array( new NewItem( Kind::Part, 'Nameless' ), array(), '3' ),
		);
		foreach ( $all as list( $new, $fields, $on_hand ) ) {
			$item = $this->make( $new, $on_hand );
			$this->catalog->writer->update( $item->id, ItemChanges::of( $fields ), null );
		}
		$alone = $this->tables( $this->items_there() );
		self::empty_tables();

		$ids = $this->db->transaction(
			fn(): array => $this->catalog->new->create(
				array_column( $all, 0 ),
				array_map( ItemChanges::of( ... ), array_column( $all, 1 ) ),
				array_map( Quantity::of( ... ), array_column( $all, 2 ) ),
				self::cause()
			)
		);
		self::assertSame( array_map( static fn( array $row ): string => $row[0]->sku, $all ), array_map( fn( int $id ): string => (string) $this->catalog->items->find( $id )?->sku, $ids ) );
		self::assertSame( $alone, $this->tables( $ids ) );
		self::assertSame( array(), ( new Integrity( $this->db ) )->check()->problems );
		self::assertSame( array( 'SET' ), $this->db->column( 'SELECT sku FROM %i WHERE told_status IS NULL OR told_status <> status', $this->db->table( 'items' ) ), 'What an item begins with is no news.' );
		self::assertSame( array(), $this->catalog->new->create( array(), array(), array(), self::cause() ) );
	}

	public function test_others_stay_as_they_are(): void {
		$there  = $this->part( 'There', 'THERE', 4 );
		$before = $this->tables( array( $there->id ) );
		$ids    = $this->db->transaction( fn(): array => $this->catalog->new->create( array( new NewItem( Kind::Part, 'New', 'NEW' ) ), array(), array( Quantity::of( 3 ) ), self::cause() ) );
		self::assertNotContains( $there->id, $ids );
		self::assertSame( $before, $this->tables( array( $there->id ) ) );
	}

	public function test_one_that_somebody_else_has_just_made_leaves_none_of_them(): void {
		$rival = $this->rival(
			fn() => $this->rival_catalog()->writer->create( new NewItem( Kind::Part, 'Theirs', 'HOT' ), Quantity::of( 1 ), self::cause(), 'theirs' ),
			'/^INSERT INTO `wp_wig_items`/'
		);
		try {
			$this->db->transaction( fn(): array => $this->catalog->new->create( array( new NewItem( Kind::Part, 'Cold', 'COLD' ), new NewItem( Kind::Part, 'Ours', 'HOT' ) ), array(), array(), self::cause() ) );
			self::fail( 'Two items with one SKU.' );
		} catch ( DuplicateKey ) {
			self::assertSame( 1, $rival->acted() );
		}
		self::assertNull( $this->catalog->items->by_sku( 'COLD' ) );
		self::assertSame( 'Theirs', $this->catalog->items->by_sku( 'HOT' )?->name );
	}

	/**
	 * @return list<int>
	 */
	private function items_there(): array {
		return array_map( 'intval', $this->db->column( 'SELECT id FROM %i ORDER BY id', $this->db->table( 'items' ) ) );
	}

	/**
	 * What all tables say of some items, by place instead of id, without what only counts how often something was written.
	 *
	 * @param list<int> $ids
	 */
	private function tables( array $ids ): string {
		$told  = array();
		$place = array_flip( $ids );
		foreach ( array( 'items' => 'id', 'levels' => 'item_id', 'movements' => 'item_id', 'item_texts' => 'item_id', 'item_terms' => 'item_id' ) as $table => $column ) {
			$rows = array();
			foreach ( $this->db->rows( 'SELECT * FROM %i WHERE %i IN (' . $this->db->marks( $ids ) . ')', $this->db->table( $table ), $column, ...$ids ) as $row ) {
				$rows[] = $place[ (int) $row[ $column ] ] . json_encode( array_diff_key( $row, array( 'version' => 1, 'id' => 1, 'item_id' => 1, 'told_status' => 1, 'created_at' => 1, 'updated_at' => 1 ) ), JSON_UNESCAPED_UNICODE );
			}
			sort( $rows );
			$told[] = implode( "\n", $rows );
		}
		return implode( "\n\n", $told );
	}
}
