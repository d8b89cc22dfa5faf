<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rule;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Writing\ItemChanges;
use WooInventoryGuard\Catalog\ProductFields;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Rule\Inheritance;
use WooInventoryGuard\Rule\Matching;
use WooInventoryGuard\Rule\Names;
use WooInventoryGuard\Rule\Origins;
use WooInventoryGuard\Rule\Preview;
use WooInventoryGuard\Rule\Rule;
use WooInventoryGuard\Rule\RuleList;
use WooInventoryGuard\Rule\Scope;
use WooInventoryGuard\Rule\Turn;
use WooInventoryGuard\Rule\Work;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Tests\Catalog\Catalog;
use WooInventoryGuard\Tests\Support\EngineTestCase;
use WooInventoryGuard\Tests\Support\FixedCategories;

/**
 * A shop with categories and rules, and a few words to speak about them.
 */
abstract class RuleTestCase extends EngineTestCase {

	protected FixedCategories $categories;

	protected Catalog $catalog;

	protected RuleList $rules;

	protected Work $work;

	protected Preview $preview;

	protected Origins $origins;

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->term_relationships} WHERE term_taxonomy_id > 1000" );
		$this->categories = new FixedCategories();
		$this->catalog    = $this->catalog_on( $wpdb );
		$this->rules      = $this->rules_on( $this->db );
		$this->work       = $this->work_on( $this->db );
		$low              = static fn(): Quantity => Quantity::of( 2 );
		$matching         = new Matching( $this->db, $this->rules, $this->categories );
		$this->preview    = new Preview( $this->db, $this->catalog->items, $matching, $this->rules, $this->categories, $low );
		$this->origins    = new Origins( $matching, new Names( $this->rules, $this->catalog->items, $this->categories ), $this->catalog->items, $low );
	}

	/**
	 * The shop lets the inventory change its products' thresholds and backorders, as WooCommerce does.
	 */
	final protected function catalog_on( \wpdb $wpdb ): Catalog {
		$catalog = new Catalog( $wpdb, $this->clock );
		$catalog->writer->share(
			new class() implements ProductFields {
				public function shared(): array {
					return array( 'low_stock_threshold', 'backorders' );
				}

				public function write( int $product_id, ItemChanges $changes ): void {}

				public function written( int $product_id ): void {}

				public function write_many( array $product_ids, ItemChanges $changes ): void {}

				public function written_many( array $product_ids ): void {}
			}
		);
		return $catalog;
	}

	final protected function rules_on( Db $db ): RuleList {
		return new RuleList( $db, $this->clock, new Turn( $db ), $this->categories );
	}

	final protected function work_on( Db $db ): Work {
		$rules       = $this->rules_on( $db );
		$inheritance = new Inheritance( $db, $this->clock, new Matching( $db, $rules, $this->categories ), $this->catalog->levels, $this->catalog->derived, static fn(): Quantity => Quantity::of( 2 ) );
		return new Work( $db, new Turn( $db ), $inheritance, $rules );
	}

	/**
	 * Makes a rule, and lets all items follow.
	 */
	final protected function rule( Scope $scope, int $id, int|string|null $low = null, ?Backorders $backorders = null, int|null $limit = null, string $text = '' ): Rule {
		$made = $this->rules->create( new Rule( 0, $scope, $id, 0, null === $low ? null : Quantity::of( $low ), $backorders, null === $limit ? null : Quantity::of( $limit ), $text ) );
		$this->follow();
		return $made;
	}

	final protected function follow(): void {
		self::assertTrue( $this->work->work( 30 ), 'All items have followed.' );
	}

	/**
	 * A product of the shop.
	 *
	 * @param array<string, int|string> $columns
	 */
	final protected function product( int $on_hand, int $category, array $columns = array() ): int {
		static $number = 500;
		++$number;
		$id = $this->item( $on_hand, $columns + array( 'kind' => 'simple', 'product_id' => $number, 'low_at' => 2, 'status' => 3 ) );
		if ( 0 !== $category ) {
			$this->put( $id, $category );
		}
		return $id;
	}

	final protected function put( int $item_id, int $category ): void {
		global $wpdb;
		$wpdb->insert( $wpdb->term_relationships, array( 'object_id' => $this->read( $item_id )->product_id, 'term_taxonomy_id' => 1000 + $category ) );
	}

	final protected function read( int $item_id ): Item {
		return $this->catalog->items->find( $item_id ) ?? self::fail( 'There is no such item.' );
	}

	/**
	 * "low at / backorders / limit / text" as it counts for an item.
	 */
	final protected function counts( int $item_id ): string {
		$item = $this->read( $item_id );
		return "{$item->low_at} / {$item->backorders->value} / " . ( $item->backorder_limit ?? '-' ) . ' / ' . $item->backorder_text;
	}

	/**
	 * @param array<string, mixed> $fields As in ItemChanges.
	 */
	final protected function say( int $item_id, array $fields ): void {
		$this->catalog->writer->update( $item_id, ItemChanges::of( $fields ), null );
	}
}
