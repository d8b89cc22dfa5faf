<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Text;

/**
 * What components are called in a list: "=" and the SKU; "~" and the name of an item without SKU, as long as no other item
 * has that name (as for rows, see Identity); else "#" and a number, which means something in this shop only.
 */
final class PartNames {

	public function __construct( private readonly Items $items ) {}

	/**
	 * @param list<int> $ids
	 * @return array<int, string> By item; none for one that is gone.
	 */
	public function of( array $ids ): array {
		$names = array();
		foreach ( array_chunk( array_values( array_unique( $ids ) ), 500 ) as $some ) {
			$items = $this->items->find_many( $some );
			$bare  = array_map( static fn( Item $item ): string => $item->name, array_values( array_filter( $items, static fn( Item $item ): bool => '' === $item->sku && self::can_be_written( $item->name ) ) ) );
			$lone  = $this->lone( $bare );
			foreach ( $items as $id => $item ) {
				$names[ $id ] = match ( true ) {
					'' !== $item->sku             => '=' . $item->sku,
					isset( $lone[ $item->name ] ) => '~' . $item->name,
					default                       => "#{$id}",
				};
			}
		}
		return $names;
	}

	/**
	 * @param list<string> $names
	 * @return array<string, int> The items that are there, by name.
	 */
	public function ids( array $names ): array {
		$ids = array();
		$by  = array(
			'=' => array(),
			'~' => array(),
			'#' => array(),
		);
		foreach ( array_unique( $names ) as $name ) {
			$by[ $name[0] ][] = substr( $name, 1 );
		}
		foreach ( array_chunk( $by['='], 500 ) as $some ) {
			foreach ( $this->items->by_skus( $some ) as $sku => $item ) {
				$ids[ '=' . $sku ] = $item->id;
			}
		}
		foreach ( $this->lone( $by['~'] ) as $name => $item ) {
			$ids[ '~' . $name ] = $item->id;
		}
		foreach ( $this->items->find_many( array_map( intval( ... ), $by['#'] ) ) as $id => $item ) {
			$ids[ '#' . $id ] = $item->id;
		}
		return $ids;
	}

	/**
	 * @param list<string> $names
	 * @return array<array-key, Item> Items without SKU that nobody shares the name with.
	 */
	private function lone( array $names ): array {
		$found = array() === $names ? array() : $this->items->by_names( array_values( array_unique( $names ) ) );
		return array_map( static fn( array $items ): Item => $items[0], array_filter( $found, static fn( array $items ): bool => 1 === count( $items ) && '' === $items[0]->sku ) );
	}

	/**
	 * Not a name that would be read back as another one.
	 */
	private static function can_be_written( string $name ): bool {
		return '' !== $name && Text::line( $name, Text::NAME ) === $name;
	}
}
