<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Bundle;

use WooInventoryGuard\Catalog\Rules;
use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Sets\SetCount;
use WooInventoryGuard\Stock\StockStatus;

/**
 * How many whole sets of a bundle its components make.
 */
final class Sets {

	/**
	 * @param Quantity $available From what is there.
	 * @param bool     $more      Whether backorders of the components allow at least one set where there is none.
	 * @param bool     $tracked   Whether any component is counted.
	 */
	private function __construct( public readonly Quantity $available, private readonly bool $more, private readonly bool $tracked ) {}

	/**
	 * @param list<Choice>                                                                     $choices Of one set; none is a bundle that cannot be sold.
	 * @param array<int, array{tracked: bool, available: Quantity, allowance: Quantity}> $stock   By item id.
	 */
	public static function of( array $choices, array $stock ): self {
		$available = array();
		$possible  = array();
		foreach ( $stock as $item_id => $of_item ) {
			if ( $of_item['tracked'] ) {
				$available[ $item_id ] = $of_item['available'];
				$possible[ $item_id ]  = $of_item['available']->plus( $of_item['allowance'] );
			}
		}
		foreach ( $choices as $choice ) {
			if ( ! $choice->optional && array() === array_intersect_key( array_flip( $choice->items ), $stock ) ) {
				return new self( Quantity::zero(), false, true );
			}
		}
		$sets = SetCount::of( $choices, $available );
		return null === $sets
			? new self( Quantity::zero(), false, array() === $choices )
			: new self( Quantity::of( $sets->sets ), 0 < ( SetCount::of( $choices, $possible )->sets ?? 0 ), true );
	}

	public function status( Quantity $low_at ): StockStatus {
		return Rules::status_of( $this->tracked, $this->available, $low_at, $this->more );
	}
}
