<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Catalog;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Bundle\BundleContents;
use WooInventoryGuard\Catalog\Bundle\BundleGraph;
use WooInventoryGuard\Catalog\Bundle\BundleTooLarge;
use WooInventoryGuard\Catalog\Bundle\Bundles;
use WooInventoryGuard\Catalog\Bundle\InvalidComponent;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Writing\NewItem;
use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Component;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\StockStatus;

/**
 * Bundles in which any of some items will do, and extras: what is kept, and how many there are.
 */
final class ChoicesTest extends CatalogTestCase {

	public function test_a_list_keeps_alternatives_in_their_order_and_extras(): void {
		list( $cup, $oak, $bamboo, $card ) = array( $this->part( 'Cup' ), $this->part( 'Oak' ), $this->part( 'Bamboo' ), $this->part( 'Card' ) );
		$set                               = $this->set( 'Tea set', self::any_of( 2, $cup ), self::any_of( 1, $bamboo, $oak ), self::extra( 1, $card ) );
		self::assertSame( array( '2 Cup', '1 Bamboo or Oak', '1 Card, optional' ), $this->told( $set ) );
		self::assertSame( array( $set->id => 3 ), $this->contents()->sizes( array( $set->id ) ) );
		self::assertSame( 'Tea set', $this->contents()->with( $oak->id, 0, 9 )[0]->item->name );

		$this->catalog->bundles->put( $set->id, array( self::any_of( 1, $oak, $bamboo ), self::any_of( 1, $cup ), new Component( $cup->id, Quantity::of( 2 ) ) ) );
		self::assertSame( array( '1 Oak or Bamboo', '3 Cup' ), $this->in_order( $set ) );
	}

	public function test_bundles_within_bundles_bring_their_alternatives_along(): void {
		list( $cup, $oak, $bamboo, $card ) = array( $this->part( 'Cup', '', 20 ), $this->part( 'Oak', '', 3 ), $this->part( 'Bamboo', '', 2 ), $this->part( 'Card' ) );
		$set                               = $this->set( 'Tea set', self::any_of( 2, $cup ), self::any_of( 1, $bamboo, $oak ), self::extra( 1, $card ) );
		$box                               = $this->set( 'Wedding box', self::any_of( 2, $set ), self::any_of( 1, $cup ), self::extra( 1, $card ) );
		$all                               = $this->set( 'Hamper', self::any_of( 1, $box ), self::any_of( 1, $bamboo, $oak ) );
		$flat                              = array_map(
			static fn( Choice $choice ): array => array( $choice->items, (string) $choice->quantity, $choice->optional ),
			$this->catalog->bundles->choices_of( array( $all->id ) )[ $all->id ]
		);
		self::assertSame( array( array( array( $cup->id ), '5', false ), array( array( $bamboo->id, $oak->id ), '3', false ), array( array( $card->id ), '3', true ) ), $flat );
		self::assertSame( array( '5', '2', '1' ), array( (string) $set->available, (string) $box->available, (string) $all->available ) );
	}

	public function test_it_sells_out_only_when_no_alternative_is_left(): void {
		list( $oak, $bamboo ) = array( $this->part( 'Oak', '', 1 ), $this->part( 'Bamboo', '', 2 ) );
		$set                  = $this->set( 'Tray', self::any_of( 1, $bamboo, $oak ), self::extra( 5, $this->part( 'Card' ) ) );
		self::assertSame( '3', (string) $set->available );
		$this->reserve( $set, 2 );
		self::assertSame( array( '1', '0', '1' ), array_map( fn( Item $item ): string => (string) $this->fresh( $item )->available, array( $set, $bamboo, $oak ) ) );
		$this->reserve( $oak, 1 );
		self::assertSame( array( '0', StockStatus::Out ), array( (string) $this->fresh( $set )->available, $this->fresh( $set )->status ) );
		$this->catalog->ledger->adjust( Adjustment::delta( $bamboo->id, 1, Quantity::of( 4 ), self::cause() ), $this->key() );
		self::assertSame( '4', (string) $this->fresh( $set )->available );
	}

	public function test_places_that_share_are_counted_together(): void {
		list( $oak, $bamboo ) = array( $this->part( 'Oak', '', 5 ), $this->part( 'Bamboo', '', 9 ) );
		$inner                = $this->set( 'Tray', self::any_of( 1, $bamboo, $oak ) );
		$set                  = $this->set( 'Trays', self::any_of( 1, $inner ), self::any_of( 1, $bamboo ), self::any_of( '0.5', $oak ) );
		self::assertSame( '5', (string) $set->available );
		$least = $this->contents()->bottlenecks( array( $set->id ) )[ $set->id ];
		self::assertSame( array( '2.5', '14', '5' ), array( (string) $least->per_set, (string) $least->offered, (string) $least->sets ) );
		self::assertEqualsCanonicalizing( array( 'Oak', 'Bamboo' ), array( $least->item->name, $least->alternatives[0]->name ) );
	}

	public function test_what_is_not_counted_or_owed_adds_nothing_and_a_backorder_does(): void {
		$oak    = $this->part( 'Oak', '', 2 );
		$flyer  = $this->part( 'Flyer', '', 7 );
		$bamboo = $this->make( new NewItem( Kind::Part, 'Bamboo', backorders: Backorders::Yes ), 0 );
		$this->db->execute( 'UPDATE %i SET tracked = 0, status = 4 WHERE id = %d', $this->db->table( 'items' ), $flyer->id );
		$this->reserve( $bamboo, 3 );
		$set = $this->set( 'Tray', self::any_of( 1, $flyer, $bamboo, $oak ) );
		self::assertSame( array( '2', StockStatus::Low ), array( (string) $set->available, $set->status ) );
		self::assertSame( '2', (string) $this->contents()->bottlenecks( array( $set->id ) )[ $set->id ]->offered );
		$this->reserve( $oak, 2 );
		self::assertSame( array( '0', StockStatus::Backorder ), array( (string) $this->fresh( $set )->available, $this->fresh( $set )->status ) );
	}

	public function test_what_cannot_be_is_refused(): void {
		list( $cup, $oak ) = array( $this->part( 'Cup' ), $this->part( 'Oak' ) );
		$inner             = $this->set( 'Inner', self::any_of( 1, $cup ) );
		$set               = $this->set( 'Set', self::any_of( 1, $cup ) );
		$before            = self::checksum();
		foreach ( array(
			array( $oak->id, 'twice', array( self::any_of( 1, $cup, $oak ), self::any_of( 1, $oak ) ) ),
			array( $oak->id, 'twice', array( self::any_of( 1, $oak ), self::any_of( 1, $cup, $oak ) ) ),
			array( $oak->id, 'twice', array( self::any_of( 1, $cup, $oak, $oak ) ) ),
			array( $cup->id, 'twice', array( self::extra( 1, $cup ), self::any_of( 1, $cup ) ) ),
			array( $cup->id, 'only_extras', array( self::extra( 1, $cup ) ) ),
			array( $cup->id, 'quantity', array( self::any_of( 0, $cup, $oak ) ) ),
			array( $inner->id, 'bundle', array( self::any_of( 1, $cup, $inner ) ) ),
			array( $inner->id, 'bundle', array( self::any_of( 1, $cup ), self::extra( 1, $inner ) ) ),
			array( $set->id, 'bundle', array( self::any_of( 1, $cup, $set ) ) ),
		) as list( $item, $why, $list ) ) {
			try {
				$this->catalog->bundles->put( $set->id, $list );
				self::fail( "Taken: $why" );
			} catch ( InvalidComponent $refused ) {
				self::assertSame( array( $item, $why ), array( $refused->item_id, $refused->why ) );
			}
		}
		self::assertSame( $before, self::checksum() );
		$this->expectException( BundleTooLarge::class );
		$this->catalog->bundles->put( $set->id, array( new Choice( range( 1, Bundles::MOST_COMPONENTS + 1 ), Quantity::of( 1 ) ) ) );
	}

	public function test_an_alternative_does_not_become_a_bundle(): void {
		list( $cup, $oak, $tray ) = array( $this->part( 'Cup' ), $this->part( 'Oak' ), $this->part( 'Tray' ) );
		$this->db->execute( "UPDATE %i SET kind = 'simple', product_id = 77 WHERE id = %d", $this->db->table( 'items' ), $tray->id );
		$set = $this->set( 'Set', self::any_of( 1, $oak, $tray ) );
		try {
			$this->catalog->bundles->put( $tray->id, array( self::any_of( 1, $cup ) ) );
			self::fail( 'It is an alternative.' );
		} catch ( InvalidComponent $refused ) {
			self::assertSame( array( 'chosen', Kind::Simple ), array( $refused->why, $this->fresh( $tray )->kind ) );
		}
		$this->catalog->bundles->put( $set->id, array( self::any_of( 1, $tray ) ) );
		$this->catalog->bundles->put( $tray->id, array( self::any_of( 1, $cup ) ) );
		self::assertSame( Kind::Bundle, $this->fresh( $tray )->kind );
	}

	private function set( string $name, Choice ...$choices ): Item {
		$bundle = $this->bundle( $name );
		$this->catalog->bundles->put( $bundle->id, array_values( $choices ) );
		return $this->fresh( $bundle );
	}

	private static function any_of( int|string $quantity, Item $first, Item ...$others ): Choice {
		return new Choice( array( $first->id, ...array_map( static fn( Item $item ): int => $item->id, array_values( $others ) ) ), Quantity::of( $quantity ) );
	}

	private static function extra( int $quantity, Item $item ): Choice {
		return new Choice( array( $item->id ), Quantity::of( $quantity ), true );
	}

	private function contents(): BundleContents {
		return new BundleContents( $this->db, $this->catalog->items, new BundleGraph( $this->db ) );
	}

	/**
	 * @return list<string>
	 */
	private function told( Item $bundle ): array {
		$told = array();
		foreach ( $this->catalog->bundles->list_of( $bundle->id ) as $line ) {
			$told[] = $line->quantity . ' ' . implode( ' or ', self::names( array( $line->item, ...$line->alternatives ) ) ) . ( $line->optional ? ', optional' : '' );
		}
		return $told;
	}

	/**
	 * @return list<string>
	 */
	private function in_order( Item $bundle ): array {
		$told = $this->told( $bundle );
		sort( $told );
		return $told;
	}

	private function reserve( Item $item, int $units ): void {
		$key = $this->key();
		$this->catalog->reservations->reserve( $key, new Reference( 'order', $key ), array( new AskedLine( $item->id, 1, Quantity::of( $units ) ) ), null, 0 );
	}
}
