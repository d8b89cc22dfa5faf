<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reservation;

/**
 * Finds out which items a request means: each is named by item_id, by SKU, or by both where they agree.
 */
final class Lines {

	public function __construct( private readonly Items $items ) {}

	/**
	 * The entries of `lines`.
	 *
	 * @param Reservation|null $first What this key was answered before: an SKU means what it meant then.
	 * @return list<AskedLine>
	 * @throws InvalidInput Names the entry's own field.
	 */
	public function asked( Call $call, ?Reservation $first = null ): array {
		$entries = $call->entries( 'lines' );
		$known   = null === $first ? array() : self::skus_of( $first );
		$ids     = $this->ids( $call, $entries, 'lines', $known );
		// The answer tells the SKU as it was at first, also where it was not asked by it.
		$skus = array_map( 'strval', array_flip( $known ) ) + array_map( static fn( Item $item ): string => $item->sku, $this->items->find_many( $ids ) );
		return array_map(
			static fn( int $id, array $entry ): AskedLine => new AskedLine( $id, (int) $entry['location_id'], $entry['quantity'] instanceof Quantity ? $entry['quantity'] : Quantity::zero(), $skus[ $id ] ?? '' ),
			$ids,
			$entries
		);
	}

	/**
	 * The one item that a body names at its top.
	 *
	 * @throws InvalidInput
	 */
	public function item( Call $call ): int {
		return $this->ids( $call, array( $call->values() ), '' )[0];
	}

	/**
	 * @param list<array<mixed>>   $entries Each with item_id, sku or both.
	 * @param string               $list    Name of the list, for the words of a refusal; '' for the body itself.
	 * @param array<array-key, int> $known Item ids by SKU that need no looking up.
	 * @return list<int>
	 * @throws InvalidInput
	 */
	public function ids( Call $call, array $entries, string $list, array $known = array() ): array {
		$skus     = array_values( array_unique( array_filter( array_map( static fn( array $entry ): mixed => $entry['sku'] ?? null, $entries ), 'is_string' ) ) );
		$found    = $known + array_map( static fn( Item $item ): int => $item->id, $this->items->by_skus( array_values( array_diff( $skus, array_map( 'strval', array_keys( $known ) ) ) ) ) );
		$ids      = array();
		$problems = array();
		foreach ( $entries as $index => $entry ) {
			$path  = '' === $list ? '' : $list . '[' . $index . '].';
			$id    = is_int( $entry['item_id'] ?? null ) ? $entry['item_id'] : null;
			$sku   = is_string( $entry['sku'] ?? null ) ? $entry['sku'] : null;
			$meant = null === $sku ? $id : $found[ $sku ] ?? null;
			if ( null === $sku && null === $id ) {
				/* translators: 1: name of a field, 2: name of another field */
				$problems[ $path . 'item_id' ] = sprintf( __( 'Say which item: send %1$s or %2$s.', 'woo-inventory-guard' ), $path . 'item_id', $path . 'sku' );
			} elseif ( null === $meant ) {
				/* translators: %s: name of a field */
				$problems[ $path . 'sku' ] = sprintf( __( '%s: there is no item with exactly this SKU.', 'woo-inventory-guard' ), $path . 'sku' );
			} elseif ( null !== $id && $id !== $meant ) {
				/* translators: 1: name of a field, 2: name of another field */
				$problems[ $path . 'sku' ] = sprintf( __( '%1$s and %2$s name different items. Send one of them.', 'woo-inventory-guard' ), $path . 'item_id', $path . 'sku' );
			} else {
				$call->name( 'item', $meant, $path . ( null === $sku ? 'item_id' : 'sku' ) );
				$call->name( 'location', (int) ( $entry['location_id'] ?? 1 ), $path . 'location_id' );
				$ids[] = $meant;
			}
		}
		if ( array() !== $problems ) {
			throw new InvalidInput( $problems );
		}
		return $ids;
	}

	/**
	 * @return array<array-key, int>
	 */
	private static function skus_of( Reservation $reservation ): array {
		$skus = array();
		foreach ( $reservation->lines as $line ) {
			if ( '' !== $line->sku ) {
				$skus[ $line->sku ] = $line->item_id;
			}
		}
		return $skus;
	}
}
