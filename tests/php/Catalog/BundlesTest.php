<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Catalog;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Bundle\BundleCycle;
use WooInventoryGuard\Catalog\Bundle\BundleGraph;
use WooInventoryGuard\Catalog\Bundle\Bundles;
use WooInventoryGuard\Catalog\Bundle\BundleTooLarge;
use WooInventoryGuard\Catalog\Bundle\BundleWindow;
use WooInventoryGuard\Catalog\Bundle\DerivedBundles;
use WooInventoryGuard\Catalog\Bundle\HasStock;
use WooInventoryGuard\Catalog\Bundle\InvalidComponent;
use WooInventoryGuard\Catalog\Writing\ItemChanges;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Writing\NewItem;
use WooInventoryGuard\Catalog\Bundle\NotABundle;
use WooInventoryGuard\Catalog\Writing\StaleVersion;
use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Component;
use WooInventoryGuard\Stock\Error\NotTracked;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\StockStatus;
use WooInventoryGuard\Stock\Error\UnknownItem;
use WooInventoryGuard\Tests\Support\Rival;

/**
 * What bundles are made of, and how many of them there are.
 */
final class BundlesTest extends CatalogTestCase {

	public function test_a_bundle_comes_apart_into_its_parts_at_any_depth(): void {
		$cup    = $this->part( 'Cup' );
		$spoon  = $this->part( 'Spoon' );
		$box    = $this->part( 'Box' );
		$place  = $this->bundle(
			'Place setting',
			array(
				$cup->id   => 1,
				$spoon->id => '2',
			)
		);
		$table  = $this->bundle(
			'Table for two',
			array(
				$place->id => 2,
				$spoon->id => 1,
			)
		);
		$hamper = $this->bundle(
			'Hamper',
			array(
				$table->id => 1,
				$box->id   => '0.5',
			)
		);
		self::assertSame(
			array(
				$hamper->id => array(
					$cup->id   => '2',
					$spoon->id => '5',
					$box->id   => '0.5',
				),
				$place->id  => array(
					$cup->id   => '1',
					$spoon->id => '2',
				),
			),
			array_map( self::amounts( ... ), $this->catalog->bundles->choices_of( array( $hamper->id, $place->id ) ) )
		);
		self::assertSame( array( 'Box', 'Table for two' ), array_map( static fn( $line ): string => $line->item->name, $this->catalog->bundles->list_of( $hamper->id ) ) );
	}

	public function test_taking_a_bundle_apart_costs_one_query_a_level(): void {
		$part  = $this->part( 'Part' );
		$outer = array();
		for ( $i = 0; $i < 5; $i++ ) {
			$inner   = $this->bundle( 'Inner ' . $i, array( $part->id => 1 ) );
			$outer[] = $this->bundle(
				'Outer ' . $i,
				array(
					$inner->id => 1,
					$part->id  => 1,
				)
			)->id;
		}
		$watch = Rival::comes( static fn() => null, '/bundle_components/' );
		$this->catalog->bundles->choices_of( $outer );
		self::assertSame( 2, $watch->seen() );
	}

	public function test_a_bundle_with_an_empty_bundle_in_it_cannot_be_sold(): void {
		$part  = $this->part( 'Part', '', 10 );
		$empty = $this->bundle( 'Empty' );
		$outer = $this->bundle(
			'Outer',
			array(
				$part->id  => 1,
				$empty->id => 1,
			)
		);
		self::assertSame( array( $outer->id => array() ), $this->catalog->bundles->choices_of( array( $outer->id ) ) );
		self::assertSame( array( '0', StockStatus::Out ), array( (string) $outer->available, $outer->status ) );
		$this->expectException( NotTracked::class );
		$this->reserve( $outer->id, 1 );
	}

	public function test_a_bundle_cannot_contain_itself(): void {
		$bundle = $this->bundle( 'Selfish' );
		$this->refuses_cycle( $bundle->id, $bundle->id, array( 'Selfish', 'Selfish' ) );
	}

	public function test_a_cycle_is_refused_with_its_way(): void {
		$part   = $this->part( 'Part' );
		$small  = $this->bundle( 'Small', array( $part->id => 1 ) );
		$medium = $this->bundle( 'Medium', array( $small->id => 1 ) );
		$large  = $this->bundle(
			'Large',
			array(
				$medium->id => 1,
				$part->id   => 1,
			)
		);
		$before = self::checksum();
		$this->refuses_cycle( $small->id, $large->id, array( 'Small', 'Large', 'Medium', 'Small' ) );
		self::assertSame( $before, self::checksum() );
	}

	public function test_two_changes_at_once_cannot_make_a_cycle_together(): void {
		$one = $this->bundle( 'One' );
		$two = $this->bundle( 'Two' );
		// On MariaDB the rival comes when our transaction has begun, and would be made to wait once we had the first lock.
		$rival = $this->rival( fn() => $this->put( $two->id, array( $one->id => 1 ), $this->rival_catalog() ), '/^UPDATE `wp_wig_bundle_edition`/' );
		$this->refuses_cycle( $one->id, $two->id, array( 'One', 'Two', 'One' ) );
		self::assertSame( 1, $rival->acted() );
		self::assertSame( array(), $this->catalog->bundles->list_of( $one->id ) );
	}

	public function test_a_change_that_began_before_anothers_end_sees_what_the_other_wrote(): void {
		$one   = $this->bundle( 'One' );
		$two   = $this->bundle( 'Two' );
		$rival = $this->rival( fn() => $this->put( $two->id, array( $one->id => 1 ), $this->rival_catalog() ), '/^UPDATE `wp_wig_bundle_edition`/' );
		try {
			$this->db->transaction(
				function () use ( $one, $two ): void {
					// A caller who has read before: at REPEATABLE READ a plain read would go on showing that moment.
					$this->db->value( 'SELECT COUNT(*) FROM %i', $this->db->table( 'bundle_components' ) );
					$own = new Bundles( $this->db, $this->clock, $this->catalog->items, new BundleGraph( $this->db ), $this->catalog->derived );
					$own->put( $one->id, self::components( array( $two->id => 1 ) ) );
				}
			);
			self::fail( 'The cycle was not seen.' );
		} catch ( BundleCycle $cycle ) {
			self::assertCount( 3, $cycle->path );
		}
		self::assertSame( 1, $rival->acted() );
	}

	public function test_a_list_replaces_the_one_before(): void {
		$cup    = $this->part( 'Cup' );
		$spoon  = $this->part( 'Spoon' );
		$bundle = $this->bundle( 'Set', array( $cup->id => 1 ) );
		$this->catalog->bundles->put( $bundle->id, array( new Component( $spoon->id, Quantity::of( 1 ) ), new Component( $spoon->id, Quantity::of( '0.5' ) ) ), $bundle->version );
		self::assertSame( array( $bundle->id => array( $spoon->id => '1.5' ) ), array_map( self::amounts( ... ), $this->catalog->bundles->choices_of( array( $bundle->id ) ) ) );
		$this->expectException( StaleVersion::class );
		$this->catalog->bundles->put( $bundle->id, array(), $bundle->version );
	}

	public function test_what_cannot_be_a_component_is_refused(): void {
		$part     = $this->part( 'Part' );
		$variable = $this->part( 'Shirt' );
		$bundle   = $this->bundle( 'Set' );
		$this->db->execute( "UPDATE %i SET kind = 'variable' WHERE id = %d", $this->db->table( 'items' ), $variable->id );
		$before = self::checksum();
		foreach ( array( array( $part->id, 0, 'quantity' ), array( $part->id, -1, 'quantity' ), array( 999, 1, 'unknown' ), array( $variable->id, 1, 'variable' ) ) as list( $id, $quantity, $why ) ) {
			try {
				$this->put( $bundle->id, array( $id => $quantity ) );
				self::fail( "Component {$id} was taken." );
			} catch ( InvalidComponent $refusal ) {
				self::assertSame( array( $id, $why ), array( $refusal->item_id, $refusal->why ) );
			}
		}
		self::assertSame( $before, self::checksum() );
	}

	public function test_quantities_that_need_more_than_four_places_together_are_refused(): void {
		$part  = $this->part( 'Part' );
		$inner = $this->bundle( 'Inner', array( $part->id => '0.0001' ) );
		$this->expectException( InvalidComponent::class );
		$this->bundle( 'Outer', array( $inner->id => '0.5' ) );
	}

	public function test_bundles_have_their_limits(): void {
		$inner = $this->bundle( 'Level 0', array( $this->part( 'Part' )->id => 1 ) );
		for ( $level = 1; $level <= BundleGraph::DEEPEST; $level++ ) {
			$inner = $this->bundle( 'Level ' . $level, array( $inner->id => 1 ) );
		}
		try {
			$this->bundle( 'Too deep', array( $inner->id => 1 ) );
			self::fail( 'Too deep.' );
		} catch ( BundleTooLarge $refusal ) {
			self::assertSame( 'depth', $refusal->what );
		}
		$this->expectException( BundleTooLarge::class );
		$this->put( $inner->id, array_fill( 1, Bundles::MOST_COMPONENTS + 1, 1 ) );
	}

	public function test_only_bundles_have_components(): void {
		$part = $this->part( 'Part' );
		foreach ( array(
			$part->id => NotABundle::class,
			999       => UnknownItem::class,
		) as $id => $refusal ) {
			try {
				$this->put( $id, array() );
				self::fail( 'Not a bundle.' );
			} catch ( \RuntimeException $error ) {
				self::assertInstanceOf( $refusal, $error );
			}
		}
	}

	public function test_there_are_as_many_bundles_as_the_scarcest_part_allows(): void {
		$cup   = $this->part( 'Cup', '', 9 );
		$spoon = $this->part( 'Spoon', '', 20 );
		$place = $this->bundle(
			'Place setting',
			array(
				$cup->id   => 1,
				$spoon->id => 2,
			)
		);
		$table = $this->bundle(
			'Table',
			array(
				$place->id => 2,
				$spoon->id => 2,
			)
		);
		self::assertSame( array( '9', '3' ), array( (string) $place->available, (string) $table->available ) );
		$this->reserve( $spoon->id, 7 );
		self::assertSame( array( '6', '2' ), array( (string) $this->fresh( $place )->available, (string) $this->fresh( $table )->available ) );
		self::assertSame( StockStatus::Low, $this->fresh( $table )->status );
		$this->reserve( $table->id, 2 );
		self::assertSame( array( '0', StockStatus::Out ), array( (string) $this->fresh( $table )->available, $this->fresh( $table )->status ) );
		$this->catalog->ledger->adjust( Adjustment::delta( $spoon->id, 1, Quantity::of( 100 ), self::cause() ), $this->key() );
		self::assertSame( array( '5', '2' ), array( (string) $this->fresh( $place )->available, (string) $this->fresh( $table )->available ) );
	}

	public function test_a_bundle_is_on_backorder_when_its_parts_may_be(): void {
		$lamp   = $this->make( new NewItem( Kind::Part, 'Lamp', backorders: Backorders::Yes ), 0 );
		$bulb   = $this->part( 'Bulb', '', 5 );
		$bundle = $this->bundle(
			'Lamp with bulb',
			array(
				$lamp->id => 1,
				$bulb->id => 1,
			)
		);
		self::assertSame( array( '0', StockStatus::Backorder ), array( (string) $bundle->available, $bundle->status ) );
		$renamed = $this->catalog->writer->update( $bundle->id, ItemChanges::of( array( 'name' => 'Bright lamp' ) ), null );
		self::assertSame( StockStatus::Backorder, $renamed->status );
	}

	public function test_a_bundle_of_parts_that_nobody_counts_is_not_tracked(): void {
		$flyer = $this->part( 'Flyer' );
		$this->db->execute( 'UPDATE %i SET tracked = 0, status = 4 WHERE id = %d', $this->db->table( 'items' ), $flyer->id );
		self::assertSame( StockStatus::Untracked, $this->bundle( 'Flyers', array( $flyer->id => 10 ) )->status );
	}

	public function test_the_last_refresh_to_end_has_seen_every_commit(): void {
		$cup    = $this->part( 'Cup', '', 10 );
		$bundle = $this->bundle( 'Set', array( $cup->id => 1 ) );
		// Between our sale's commit and our refresh's lock a rival sells too, and refreshes.
		$rival = Rival::comes( fn() => $this->reserve( $cup->id, 3, $this->rival_catalog() ), self::is_sqlite() ? '/^SELECT DISTINCT bundle_id/' : '/^SELECT id, product_id, available, status, low_at .* FOR UPDATE/s' );
		$this->reserve( $cup->id, 4 );
		self::assertSame( 1, $rival->acted() );
		self::assertSame( '3', (string) $this->fresh( $bundle )->available );
	}

	public function test_a_simple_product_without_units_becomes_a_bundle_and_an_ordinary_product_again(): void {
		$cup  = $this->part( 'Cup', '', 10 );
		$set  = $this->part( 'Set', '', 3 );
		$told = new class() implements BundleWindow {
			/** @var list<int> */
			public array $products = array();

			public function status_changed( int $item_id, int $product_id ): void {
				$this->products[] = $product_id;
			}
		};
		$this->catalog->derived->show_in( $told );
		$this->db->execute( "UPDATE %i SET kind = 'simple', product_id = 77 WHERE id = %d", $this->db->table( 'items' ), $set->id );
		$contents = array( new Component( $cup->id, Quantity::of( 4 ) ) );
		try {
			$this->catalog->bundles->put( $set->id, $contents );
			self::fail( 'Three units would be in nobody\'s count.' );
		} catch ( HasStock $refused ) {
			self::assertSame( array( $set->id, Kind::Simple ), array( $refused->item_id, $this->fresh( $set )->kind ) );
		}
		$this->catalog->ledger->adjust( Adjustment::delta( $set->id, 1, Quantity::of( -3 ), self::cause() ), $this->key() );
		$this->catalog->bundles->put( $set->id, $contents );
		self::assertSame( array( Kind::Bundle, '2', array( 77 ) ), array( $this->fresh( $set )->kind, (string) $this->fresh( $set )->available, $told->products ) );
		$this->reserve( $set->id, 2 );
		self::assertSame( array( '0', array( 77, 77 ) ), array( (string) $this->fresh( $set )->available, $told->products ) );

		$this->catalog->bundles->put( $set->id, array() );
		self::assertSame( array( Kind::Simple, false, StockStatus::Untracked ), array( $this->fresh( $set )->kind, $this->fresh( $set )->tracked, $this->fresh( $set )->status ) );
	}

	public function test_what_a_crash_left_behind_is_healed_in_rounds(): void {
		$cup   = $this->part( 'Cup', '', 10 );
		$some  = range( 1, 60 );
		$items = $this->db->table( 'items' );
		$this->db->execute( 'INSERT INTO %i (kind, name, available, status, created_at, updated_at) VALUES ' . $this->db->marks( $some, "('bundle', 'Set', 77, 3, '2026-01-01', '2026-01-01')" ), $items );
		$ids = array_map( 'intval', $this->db->column( "SELECT id FROM %i WHERE kind = 'bundle' ORDER BY id", $items ) );
		$this->db->execute( 'INSERT INTO %i (bundle_id, component_id, quantity) VALUES ' . $this->db->marks( $some, "(%d, {$cup->id}, 1)" ), $this->db->table( 'bundle_components' ), ...$ids );
		$rounds = 0;
		for ( $after = 0; null !== $after; $rounds++ ) {
			$after = $this->catalog->derived->refresh_all( $after );
		}
		self::assertSame( 2, $rounds );
		self::assertSame( array( '60' ), $this->db->column( "SELECT COUNT(*) FROM %i WHERE kind = 'bundle' AND available = 10 AND status = 3", $items ) );
	}

	public function test_a_shop_without_bundles_pays_nothing(): void {
		delete_option( DerivedBundles::OPTION );
		$cup   = $this->part( 'Cup', '', 10 );
		$watch = Rival::comes( static fn() => null, '/bundle_/' );
		$this->reserve( $cup->id, 1 );
		self::assertSame( 0, $watch->seen() );
	}

	/**
	 * @param list<string> $names
	 */
	private function refuses_cycle( int $bundle, int $component, array $names ): void {
		try {
			$this->put( $bundle, array( $component => 1 ) );
			self::fail( 'The cycle was not seen.' );
		} catch ( BundleCycle $cycle ) {
			self::assertSame( $names, array_column( $cycle->path, 'name' ) );
		}
	}

	private function reserve( int $item_id, int $units, ?Catalog $by = null ): void {
		$key = $this->key();
		( $by ?? $this->catalog )->reservations->reserve( $key, new Reference( 'order', $key ), array( new AskedLine( $item_id, 1, Quantity::of( $units ) ) ), null, 0 );
	}

	/**
	 * @param list<Choice> $choices
	 * @return array<int|string, string> By item id; alternatives with a stroke between, extras with a question mark.
	 */
	private static function amounts( array $choices ): array {
		$amounts = array();
		foreach ( $choices as $choice ) {
			$amounts[ implode( '|', $choice->items ) . ( $choice->optional ? '?' : '' ) ] = (string) $choice->quantity;
		}
		return $amounts;
	}
}
