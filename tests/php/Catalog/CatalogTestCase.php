<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Catalog;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Writing\NewItem;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Component;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Support\TestCase;

/**
 * A shop with a catalog, and a few words to speak about it.
 */
abstract class CatalogTestCase extends TestCase {

	protected Catalog $catalog;

	private int $keys = 0;

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		$this->catalog = new Catalog( $wpdb, $this->clock );
	}

	/**
	 * The catalog of somebody else: the same shop and clock, another connection.
	 */
	final protected function rival_catalog(): Catalog {
		return new Catalog( self::connection(), $this->clock );
	}

	final protected function key(): string {
		$this->keys++;
		return 'key-' . $this->keys;
	}

	final protected function part( string $name, string $sku = '', int|string $on_hand = 0, string $barcode = '' ): Item {
		return $this->make( new NewItem( Kind::Part, $name, $sku, $barcode ), $on_hand );
	}

	/**
	 * @param array<int, int|string> $components Quantity by item id.
	 */
	final protected function bundle( string $name, array $components = array() ): Item {
		$bundle = $this->make( new NewItem( Kind::Bundle, $name, $name ) );
		if ( array() !== $components ) {
			$this->put( $bundle->id, $components );
		}
		return $this->fresh( $bundle );
	}

	final protected function make( NewItem $new, int|string $on_hand = 0 ): Item {
		return $this->catalog->writer->create( $new, Quantity::of( $on_hand ), self::cause(), $this->key() )['item'];
	}

	/**
	 * @param array<int, int|string> $components Quantity by item id.
	 */
	final protected function put( int $bundle, array $components, ?Catalog $by = null ): void {
		( $by ?? $this->catalog )->bundles->put( $bundle, self::components( $components ) );
	}

	/**
	 * @param array<int, int|string> $components Quantity by item id.
	 * @return list<Component>
	 */
	final protected static function components( array $components ): array {
		$list = array();
		foreach ( $components as $item_id => $quantity ) {
			$list[] = new Component( $item_id, Quantity::of( $quantity ) );
		}
		return $list;
	}

	final protected function fresh( Item $item ): Item {
		return $this->catalog->items->find( $item->id ) ?? self::fail( "Item {$item->id} has gone." );
	}

	/**
	 * @param list<Item> $items
	 * @return list<string>
	 */
	final protected static function names( array $items ): array {
		return array_map( static fn( Item $item ): string => $item->name, $items );
	}

	final protected static function cause(): Cause {
		return new Cause( 'opening', Reference::none() );
	}
}
