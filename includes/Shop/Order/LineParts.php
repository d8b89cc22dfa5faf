<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Stock\Sets\Made;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Reservation;

/**
 * What the bundles of an order are really made of: which alternative was taken for how many, and which extras.
 */
final class LineParts {

	public function __construct( private readonly Composition $composition, private readonly Items $items ) {}

	/**
	 * @param list<OrderLine>      $lines
	 * @param Reservation|null     $held   What the order holds.
	 * @param array<int, Quantity> $shares By line id: how much of it is held for that line.
	 * @return array<int, string> By line id; lines that are no bundles are left out.
	 */
	public function of( Reference $reference, array $lines, ?Reservation $held, array $shares ): array {
		$holding = array();
		foreach ( $held->lines ?? array() as $line ) {
			if ( array() !== $line->kinds()[0]->components ) {
				$holding[ $line->item_id ] = array( ...$holding[ $line->item_id ] ?? array(), ...Made::after( $line->kinds(), $line->gone ?? Quantity::zero() ) );
			}
		}
		$taken = $this->composition->taken( $reference, $lines );
		$sums  = array();
		foreach ( $lines as $line ) {
			$id                     = (int) $line->item_id;
			$sums[ $line->line_id ] = self::sums(
				array(
					...self::take( $taken, $id, $line->taken ),
					...self::take( $holding, $id, $shares[ $line->line_id ] ?? Quantity::zero() ),
				)
			);
		}
		$sums  = array_filter( $sums );
		$items = $this->items->find_many( array_keys( array_replace( array(), ...array_values( $sums ) ) ) );
		return array_map( static fn( array $of_line ): string => self::words( $of_line, $items ), $sums );
	}

	/**
	 * The next so many sets of an item, each once.
	 *
	 * @param array<int, list<Made>> $kinds By item; those that are taken go.
	 * @return list<Made>
	 */
	private static function take( array &$kinds, int $item_id, Quantity $sets ): array {
		$all               = $kinds[ $item_id ] ?? array();
		$kinds[ $item_id ] = Made::after( $all, $sets );
		return Made::first( $all, $sets );
	}

	/**
	 * @param list<Made> $kinds
	 * @return array<int, Quantity> By item, in the order of ids.
	 */
	private static function sums( array $kinds ): array {
		$sums = array();
		foreach ( $kinds as $kind ) {
			foreach ( $kind->components as $part ) {
				$sums[ $part->item_id ] = $part->quantity->times( $kind->sets )->plus( $sums[ $part->item_id ] ?? Quantity::zero() );
			}
		}
		ksort( $sums );
		return $sums;
	}

	/**
	 * @param array<int, Quantity> $sums
	 * @param array<int, Item>     $items
	 */
	private static function words( array $sums, array $items ): string {
		$words = array();
		foreach ( $sums as $item_id => $units ) {
			/* translators: 1: units, 2: name of a component. */
			$words[] = sprintf( __( '%1$s × %2$s', 'woo-inventory-guard' ), (string) $units, $items[ $item_id ]->name ?? '#' . $item_id );
		}
		return implode( wp_get_list_item_separator(), $words );
	}
}
