<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop;

use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Component;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\LineExpander;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Reservations;

/**
 * What a bundle that comes back is made of: the components that left when it was sold, not those that it has today.
 */
final class Composition {

	public function __construct( private readonly Reservations $reservations, private readonly Items $items, private readonly LineExpander $expander ) {}

	/**
	 * What one set consists of today, for the lines that are bundles.
	 *
	 * @param list<OrderLine> $lines
	 * @return array<int, list<Component>> By item id.
	 */
	public function now( array $lines ): array {
		$ids     = array_values( array_unique( array_map( static fn( OrderLine $line ): int => (int) $line->item_id, OrderLine::known( $lines ) ) ) );
		$bundles = array();
		foreach ( $this->items->find_many( $ids ) as $id => $item ) {
			if ( Kind::Bundle === $item->kind ) {
				$bundles[] = $id;
			}
		}
		return array() === $bundles ? array() : $this->expander->components_of( $bundles );
	}

	/**
	 * For lines that give units back: what the sets that left last were made of, then those before them. Read before
	 * the transaction; what an order has taken changes only with its lines locked.
	 *
	 * @param list<OrderLine> $lines
	 * @return array<int, list<array{Quantity, list<Component>}>> By item id: so many sets of these, then so many of those.
	 */
	public function of( Reference $reference, array $lines ): array {
		$back = array_values( array_filter( $lines, static fn( OrderLine $line ): bool => null !== $line->item_id && $line->wanted->compare( $line->taken ) < 0 ) );
		$now  = array() === $back ? array() : $this->now( $back );
		if ( array() === $now ) {
			return array();
		}
		$parts = array();
		foreach ( $this->reservations->committed_of( $reference ) as $reservation ) {
			foreach ( $reservation->lines as $line ) {
				if ( isset( $now[ $line->item_id ] ) && array() !== $line->components ) {
					$parts[ $line->item_id ][] = array( $line->quantity, $line->components );
				}
			}
		}
		foreach ( $now as $item_id => $components ) {
			// Sets that were owed left without a reservation.
			$parts[ $item_id ][] = array( Quantity::of( 99_999_999 ), $components );
		}
		return $parts;
	}

	/**
	 * @param array<int, Quantity>                                $back  Units that come back by item id.
	 * @param array<int, list<array{Quantity, list<Component>}>> $parts See of().
	 * @return list<Line> Per level, in the order of locking.
	 */
	public static function apart( array $back, array $parts ): array {
		$lines = array();
		foreach ( $back as $item_id => $left ) {
			foreach ( $parts[ $item_id ] ?? array( array( $left, array() ) ) as $some ) {
				$sets = $left->compare( $some[0] ) < 0 ? $left : $some[0];
				if ( $sets->is_positive() ) {
					array_push( $lines, ...( new AskedLine( $item_id, ItemRows::LOCATION, $sets, '', $some[1] ) )->lines() );
					$left = $left->minus( $sets );
				}
			}
		}
		return Line::merge( $lines );
	}
}
