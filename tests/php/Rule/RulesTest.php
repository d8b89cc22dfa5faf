<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rule;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Writing\ItemChanges;
use WooInventoryGuard\Install\OwnValues;
use WooInventoryGuard\Rule\OrderChanged;
use WooInventoryGuard\Rule\Rule;
use WooInventoryGuard\Rule\RuleList;
use WooInventoryGuard\Rule\RuleTaken;
use WooInventoryGuard\Rule\Scope;
use WooInventoryGuard\Stock\Component;
use WooInventoryGuard\Stock\Quantity;

/**
 * What counts for items, by whom it is said, and what happens when somebody says something else.
 */
final class RulesTest extends RuleTestCase {

	public function test_the_nearest_one_that_says_something_wins(): void {
		$shoes     = $this->categories->set( 1, 'Shoes' );
		$boots     = $this->categories->set( 2, 'Boots', $shoes );
		$parent    = $this->product( 0, $boots, array( 'kind' => 'variable', 'tracked' => 0 ) );
		$variation = $this->item( 9, array( 'kind' => 'variation', 'product_id' => 901, 'parent_id' => $parent ) );
		$part      = $this->item( 9, array( 'low_at' => 2 ) );

		$shop = $this->rule( Scope::Shop, 0, null, Backorders::Notify, 3, 'Ships in a month' );
		self::assertSame( array( '2 / notify / 3 / Ships in a month', '2 / notify / 3 / Ships in a month' ), array( $this->counts( $variation ), $this->counts( $part ) ) );

		$this->rule( Scope::Category, $shoes, 5, null, 20 );
		self::assertSame( '5 / notify / 20 / Ships in a month', $this->counts( $variation ), 'What the category does not say, the shop does.' );
		self::assertSame( '2 / notify / 3 / Ships in a month', $this->counts( $part ), 'It is in no category.' );

		$of_boots = $this->rule( Scope::Category, $boots, 7 );
		self::assertSame( '7 / notify / 20 / Ships in a month', $this->counts( $variation ), 'The category below comes before the one above.' );

		$product = $this->rule( Scope::Product, $parent, 9, null, null, 'Ships on Monday' );
		self::assertSame( '9 / notify / 20 / Ships on Monday', $this->counts( $variation ) );

		$this->say( $variation, array( 'low_stock_threshold' => Quantity::of( 1 ), 'backorders' => Backorders::No ) );
		self::assertSame( '1 / no / 20 / Ships on Monday', $this->counts( $variation ), 'Each part is inherited by itself.' );

		self::assertSame(
			array( 'variation 1', 'product 9', 'category 7', 'category 5', 'shop -', 'shop 2' ),
			array_map( static fn( array $voice ): string => $voice['level'] . ' ' . ( $voice['value'] ?? '-' ), $this->origins->of( $this->read( $variation ) )['low'] )
		);

		foreach ( array( $of_boots, $product, $shop ) as $rule ) {
			self::assertTrue( $this->rules->delete( $rule->id ) );
		}
		$this->follow();
		self::assertSame( '1 / no / 20 / ', $this->counts( $variation ), 'What it says itself is not lost.' );
		$this->say( $variation, array( 'low_stock_threshold' => null, 'backorders' => null ) );
		self::assertSame( '5 / no / 20 / ', $this->counts( $variation ), 'What is taken away is inherited at once.' );
		self::assertSame( '2 / no / - / ', $this->counts( $part ) );
	}

	public function test_the_owner_puts_categories_in_order(): void {
		$tea   = $this->categories->set( 1, 'Tea' );
		$sale  = $this->categories->set( 2, 'Sale' );
		$item  = $this->product( 9, $tea );
		$first = $this->rule( Scope::Category, $tea, 5 );
		$this->put( $item, $sale );
		$second = $this->rule( Scope::Category, $sale, 8 );
		self::assertSame( '5 / no / - / ', $this->counts( $item ), 'A rule that is made later comes later.' );

		$this->rules->reorder( array( $second->id, $first->id ) );
		$this->follow();
		self::assertSame( '8 / no / - / ', $this->counts( $item ) );
		self::assertSame( array( $second->id, $first->id ), array_map( static fn( Rule $rule ): int => $rule->id, $this->rules->page( 10, 0 ) ) );
		$this->expectException( OrderChanged::class );
		$this->rules->reorder( array( $first->id ) );
	}

	public function test_there_is_one_rule_for_a_category(): void {
		$tea = $this->categories->set( 1, 'Tea' );
		$this->rule( Scope::Category, $tea, 5 );
		$this->expectException( RuleTaken::class );
		$this->rule( Scope::Category, $tea, 6 );
	}

	public function test_the_engine_sells_what_a_rule_allows_and_no_more(): void {
		$shoes = $this->categories->set( 1, 'Shoes' );
		$item  = $this->product( 2, $shoes );
		self::assertCount( 1, $this->refused( fn() => $this->reserve( array( $item => 5 ) ) ) );

		$rule = $this->rule( Scope::Category, $shoes, 5, Backorders::Notify, 3 );
		self::assertSame( '2 / 0 / 2 / low', $this->sums( $item ), 'Its status follows the threshold.' );
		$this->reserve( array( $item => 5 ) );
		self::assertSame( array( '1 asked, 0 left, short' ), self::told( $this->refused( fn() => $this->reserve( array( $item => 1 ) ) ) ) );

		$this->rules->change( $rule->id, new Rule( $rule->id, Scope::Category, $shoes, 1, null, Backorders::Notify, Quantity::of( 1 ), '' ) );
		$this->follow();
		self::assertSame( '2.0000', $this->owed( $item ), 'A rule may allow less than is promised: that is owed, and nothing more is sold.' );
		self::assertSame( '2 / 5 / -3 / backorder', $this->sums( $item ) );
	}

	public function test_a_bundle_takes_only_the_threshold(): void {
		$part   = $this->item( 8 );
		$bundle = $this->item( 0, array( 'kind' => 'bundle', 'available' => 4, 'status' => 3, 'low_at' => 2 ) );
		$this->catalog->bundles->put( $bundle, array( new Component( $part, Quantity::of( 2 ) ) ) );
		$this->rule( Scope::Shop, 0, 6, Backorders::Yes, 4 );
		self::assertSame( '6 / no / - / ', $this->counts( $bundle ) );
		self::assertSame( 'low', $this->read( $bundle )->status->slug() );
		self::assertSame( '6 / yes / 4 / ', $this->counts( $part ) );
	}

	public function test_an_item_that_is_made_later_takes_what_rules_say(): void {
		$this->rule( Scope::Shop, 0, 6 );
		$item = $this->item( 9 );
		$this->work->items( array( $item ) );
		self::assertSame( '6 / no / - / ', $this->counts( $item ) );
	}

	public function test_a_shop_whose_last_rule_is_gone_pays_nothing_any_more(): void {
		$rule = $this->rule( Scope::Shop, 0, 6 );
		self::assertTrue( RuleList::any() );
		$this->rules->delete( $rule->id );
		self::assertTrue( RuleList::any(), 'Items still have to forget it.' );
		$this->follow();
		self::assertFalse( RuleList::any() );
	}

	public function test_work_that_is_killed_goes_on_where_it_was(): void {
		$items = array();
		for ( $number = 0; $number < 600; $number++ ) {
			$items[] = $this->bare( $number );
		}
		$this->rules->create( new Rule( 0, Scope::Shop, 0, 0, Quantity::of( 6 ), null, null, '' ) );
		$die = $this->rival( static fn() => throw new \RuntimeException( 'Killed.' ), '/^UPDATE `wp_wig_rule_state` SET after_id/', 2 );
		try {
			$this->work->work( 30 );
			self::fail( 'It should have been killed.' );
		} catch ( \RuntimeException $killed ) {
			self::assertSame( 'Killed.', $killed->getMessage() );
		}
		$die->leaves();
		$done = self::is_sqlite() ? 0 : 250;
		self::assertSame( array( 'state' => 'running', 'done' => $done, 'total' => 600 ), $this->work->status() );
		self::assertSame( $done, $this->low_at( 6 ), 'A portion is done or not.' );

		$this->follow();
		self::assertSame( 600, $this->low_at( 6 ) );
		self::assertSame( array( 'state' => 'done', 'done' => 600, 'total' => 600 ), $this->work->status() );
	}

	public function test_two_workers_do_a_portion_once(): void {
		for ( $number = 0; $number < 300; $number++ ) {
			$this->bare( $number );
		}
		$this->rules->create( new Rule( 0, Scope::Shop, 0, 0, Quantity::of( 6 ), null, null, '' ) );
		$rival = $this->rival( fn() => $this->work_on( $this->rival_db() )->work( 0 ), '/^UPDATE `wp_wig_rule_state` SET turn = turn \+ 1 WHERE id = 1 AND edition/' );
		$this->follow();
		self::assertSame( 1, $rival->acted() );
		self::assertSame( 300, (int) $this->db->value( 'SELECT done FROM %i', $this->db->table( 'rule_state' ) ) );
		self::assertSame( 300, (int) $this->db->value( 'SELECT COUNT(*) FROM %i WHERE version = 2', $this->db->table( 'items' ) ), 'None was written twice.' );
	}

	public function test_an_edit_at_the_same_moment_is_not_lost(): void {
		$item  = $this->product( 9, $this->categories->set( 1, 'Shoes' ) );
		$this->rules->create( new Rule( 0, Scope::Category, 1, 0, Quantity::of( 6 ), Backorders::Yes, Quantity::of( 4 ), '' ) );
		$other = $this->catalog_on( self::connection() );
		$rival = $this->rival(
			fn() => $other->writer->update( $item, ItemChanges::of( array( 'low_stock_threshold' => Quantity::of( 1 ) ) ), null ),
			'/^UPDATE `wp_wig_items` SET status = CASE WHEN kind/'
		);
		$this->follow();
		self::assertSame( 1, $rival->acted() );
		self::assertSame( '1 / yes / 4 / ', $this->counts( $item ) );
	}

	public function test_a_rule_that_is_changed_meanwhile_counts_in_the_end(): void {
		$items = array( $this->item( 9 ), $this->item( 9 ) );
		$rule  = $this->rules->create( new Rule( 0, Scope::Shop, 0, 0, Quantity::of( 6 ), null, null, '' ) );
		$rival = $this->rival(
			fn() => $this->rules_on( $this->rival_db() )->change( $rule->id, new Rule( $rule->id, Scope::Shop, 0, 0, Quantity::of( 8 ), null, null, '' ) ),
			'/^UPDATE `wp_wig_rule_state` SET turn = turn \+ 1 WHERE id = 1 AND edition/'
		);
		$this->follow();
		self::assertSame( 1, $rival->acted() );
		self::assertSame( array( '8 / no / - / ', '8 / no / - / ' ), array_map( $this->counts( ... ), $items ) );
	}

	public function test_a_preview_counts_all_and_shows_five_that_would_change_first(): void {
		$shoes = $this->categories->set( 1, 'Shoes' );
		$named = array();
		foreach ( array( 'A', 'B', 'C', 'D', 'E', 'F', 'G' ) as $name ) {
			$named[ $name ] = $this->product( 9, $shoes, array( 'name' => $name ) );
		}
		$this->product( 9, 0, array( 'name' => 'Teapot' ) );
		$this->say( $named['A'], array( 'low_stock_threshold' => Quantity::of( 4 ) ) );
		$this->say( $named['B'], array( 'low_stock_threshold' => Quantity::of( 4 ) ) );
		$before = self::checksum();
		$found  = $this->preview->of( new Rule( 0, Scope::Category, $shoes, 0, Quantity::of( 6 ), null, null, '' ) );

		self::assertSame( 7, $found['items'] );
		self::assertSame(
			array( 'C 2 6', 'D 2 6', 'E 2 6', 'F 2 6', 'G 2 6' ),
			array_map( static fn( array $one ): string => "{$one['item']->name} {$one['before']->low} {$one['after']->low}", $found['examples'] )
		);
		self::assertSame( $before, self::checksum(), 'Nothing was written.' );

		$rule = $this->rule( Scope::Category, $shoes, 6 );
		self::assertSame( 7, $this->preview->count( $rule ) );
		self::assertSame( array( 'A', 'B' ), array_map( static fn( object $item ): string => $item->name, $this->preview->items( $rule, 2, 0 ) ) );
		self::assertSame( '4 / no / - / ', $this->counts( $named['A'] ) );
	}

	public function test_what_items_said_before_there_were_rules_is_theirs(): void {
		$said = $this->item( 9, array( 'backorders' => 'yes', 'backorder_limit' => 4, 'backorder_text' => 'Soon' ) );
		$none = $this->item( 9 );
		OwnValues::note( $this->db );
		OwnValues::note( $this->db );
		$this->rule( Scope::Shop, 0, null, Backorders::Notify, 9, 'Later' );
		OwnValues::note( $this->db );
		self::assertSame( array( '2 / yes / 4 / Soon', '2 / notify / 9 / Later' ), array( $this->counts( $said ), $this->counts( $none ) ) );
	}

	/**
	 * An item without a level: by the hundred.
	 */
	private function bare( int $number ): int {
		global $wpdb;
		$now = '2026-03-02 08:00:00';
		$wpdb->insert( $this->db->table( 'items' ), array( 'kind' => 'part', 'sku' => "BARE-$number", 'name' => "Bare $number", 'low_at' => 2, 'created_at' => $now, 'updated_at' => $now ) );
		return (int) $wpdb->insert_id;
	}

	private function low_at( int $low ): int {
		return (int) $this->db->value( 'SELECT COUNT(*) FROM %i WHERE low_at = CAST( %s AS DECIMAL(19,4) )', $this->db->table( 'items' ), (string) $low );
	}
}
