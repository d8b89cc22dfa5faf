<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Item;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;

/**
 * Small pictures of items, for many at once: the product's own, else that of the product that it is a variation of.
 */
final class Pictures {

	public function __construct( private readonly Items $items ) {}

	/**
	 * @param list<array<string, string|null>> $rows With item_id, product_id and parent_id.
	 * @return array<int, string> Address by item; those without a picture are left out.
	 */
	public function of( array $rows ): array {
		$parents = self::numbers( array_map( static fn( array $row ): int => (int) $row['parent_id'], $rows ) );
		$parents = array_map( static fn( Item $item ): int => (int) $item->product_id, $this->items->find_many( $parents ) );
		$posts   = self::numbers( array( ...array_map( static fn( array $row ): int => (int) $row['product_id'], $rows ), ...array_values( $parents ) ) );
		if ( array() === $posts ) {
			return array();
		}
		update_meta_cache( 'post', $posts );
		$pictures = array();
		foreach ( $posts as $post ) {
			$pictures[ $post ] = (int) get_metadata( 'post', $post, '_thumbnail_id', true );
		}
		$shown = self::numbers( array_values( $pictures ) );
		if ( array() !== $shown ) {
			_prime_post_caches( $shown, false, true );
		}
		$found = array();
		foreach ( $rows as $row ) {
			foreach ( array( (int) $row['product_id'], $parents[ (int) $row['parent_id'] ] ?? 0 ) as $post ) {
				$url = 0 === ( $pictures[ $post ] ?? 0 ) ? false : wp_get_attachment_image_url( $pictures[ $post ], 'thumbnail' );
				if ( false !== $url ) {
					$found[ (int) $row['item_id'] ] = $url;
					break;
				}
			}
		}
		return $found;
	}

	/**
	 * @param list<int> $numbers
	 * @return list<int> Each once, without zeros.
	 */
	private static function numbers( array $numbers ): array {
		return array_values( array_unique( array_filter( $numbers, static fn( int $number ): bool => $number > 0 ) ) );
	}
}
