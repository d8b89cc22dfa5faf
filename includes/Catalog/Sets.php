<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

use WooInventoryGuard\Stock\Component;
use WooInventoryGuard\Stock\Quantity;
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
	 * @param list<Component>                                                                 $parts Of one set; none is a bundle that cannot be sold.
	 * @param array<int, array{tracked: bool, available: Quantity, allowance: Quantity}> $stock By item id.
	 */
	public static function of( array $parts, array $stock ): self {
		$available = null;
		$possible  = null;
		foreach ( $parts as $part ) {
			$of_item = $stock[ $part->item_id ] ?? null;
			if ( null === $of_item ) {
				return new self( Quantity::zero(), false, true );
			}
			if ( $of_item['tracked'] ) {
				$available = self::least( $available, $of_item['available']->whole_sets_of( $part->quantity ) );
				$possible  = self::least( $possible, $of_item['available']->plus( $of_item['allowance'] )->whole_sets_of( $part->quantity ) );
			}
		}
		if ( null === $available || null === $possible ) {
			return new self( Quantity::zero(), false, array() === $parts );
		}
		return new self( $available->is_negative() ? Quantity::zero() : $available, $possible->is_positive(), true );
	}

	public function status( Quantity $low_at ): StockStatus {
		return Rules::status_of( $this->tracked, $this->available, $low_at, $this->more );
	}

	private static function least( ?Quantity $one, Quantity $other ): Quantity {
		return null === $one || $other->compare( $one ) < 0 ? $other : $one;
	}
}
