<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Shop\Following\ItemRows;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Component;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\LineExpander;
use WooInventoryGuard\Stock\Sets\Made;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Reservation;
use WooInventoryGuard\Stock\Reservations;
use WooInventoryGuard\Stock\ReservationState;

/**
 * What a bundle that comes back is made of: the components that left when it was sold, not those that it has today.
 */
final class Composition {

	public function __construct(
		private readonly Reservations $reservations,
		private readonly Items $items,
		private readonly LineExpander $expander,
		private readonly Marks $marks
	) {}

	/**
	 * What one set consists of today, for the lines that are bundles: of alternatives the first, and no extras.
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
		return array() === $bundles ? array() : array_map( Choice::first_of( ... ), $this->expander->choices_of( $bundles ) );
	}

	/**
	 * For lines that give units back: what the sets that left last were made of, then those before them. Read before
	 * the transaction; what an order has taken changes only with its lines locked.
	 *
	 * @param list<OrderLine> $lines
	 * @return array<int, list<Made>> By item id: so many sets of these, then so many of those.
	 */
	public function of( Reference $reference, array $lines ): array {
		$back = array_values( array_filter( $lines, static fn( OrderLine $line ): bool => null !== $line->item_id && $line->wanted->compare( $line->taken ) < 0 ) );
		$now  = array() === $back ? array() : $this->now( $back );
		if ( array() === $now ) {
			return array();
		}
		$parts = array_intersect_key( $this->taken( $reference, $back ), $now );
		foreach ( $now as $item_id => $components ) {
			// Sets that were owed left without a reservation.
			$parts[ $item_id ][] = new Made( Quantity::of( 99_999_999 ), $components );
		}
		return $parts;
	}

	/**
	 * What the sets are made of that an order has and has not given back: those that left last first.
	 *
	 * @param list<OrderLine> $lines Of the bundles that are meant.
	 * @return array<int, list<Made>> By item id; nothing for what is no bundle.
	 */
	public function taken( Reference $reference, array $lines ): array {
		$products = array();
		foreach ( OrderLine::known( $lines ) as $line ) {
			$products[ (int) $line->item_id ] = $line->product_id;
		}
		$parts = array();
		foreach ( $this->reservations->committed_of( $reference ) as $reservation ) {
			foreach ( $reservation->lines as $line ) {
				if ( isset( $products[ $line->item_id ] ) && array() !== $line->kinds()[0]->components ) {
					$parts[ $line->item_id ] = array( ...$parts[ $line->item_id ] ?? array(), ...self::gone( $reservation, $line ) );
				}
			}
		}
		$various = array_filter( $parts, static fn( array $kinds ): bool => 1 < count( $kinds ) );
		$taken   = array() === $various ? array() : $this->marks->of_products( (int) $reference->id );
		foreach ( $various as $item_id => $kinds ) {
			// What left last has come back first.
			$back              = Made::count( $kinds )->minus( $taken[ $products[ $item_id ] ] ?? Quantity::zero() );
			$parts[ $item_id ] = $back->is_positive() ? Made::after( $kinds, $back ) : $kinds;
		}
		return $parts;
	}

	/**
	 * @return list<Made>
	 */
	private static function gone( Reservation $reservation, AskedLine $line ): array {
		return null === $line->gone || ReservationState::Committed === $reservation->state ? $line->kinds() : Made::first( $line->kinds(), $line->gone );
	}

	/**
	 * @param array<int, Quantity>   $back  Units that come back by item id.
	 * @param array<int, list<Made>> $parts See of().
	 * @return list<Line> Per level, in the order of locking.
	 */
	public static function apart( array $back, array $parts ): array {
		$lines = array();
		foreach ( $back as $item_id => $left ) {
			foreach ( Made::first( $parts[ $item_id ] ?? array( new Made( $left, array() ) ), $left ) as $some ) {
				array_push( $lines, ...( new AskedLine( $item_id, ItemRows::LOCATION, $some->sets, '', $some->components ) )->lines() );
			}
		}
		return Line::merge( $lines );
	}
}
