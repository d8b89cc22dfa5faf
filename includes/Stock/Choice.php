<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

/**
 * One place in a set: so many units of any of these items.
 */
final class Choice {

	/**
	 * @param non-empty-list<int> $items    Any of them will do, also some of each; the first that can be had is taken.
	 * @param Quantity            $quantity Units in one set, of all of them together.
	 * @param bool                $optional An extra: in as many whole sets as there is stock for, and never a reason to refuse.
	 */
	public function __construct( public readonly array $items, public readonly Quantity $quantity, public readonly bool $optional = false ) {}

	public static function of( Component $component ): self {
		return new self( array( $component->item_id ), $component->quantity );
	}

	/**
	 * Whether every set takes the same here.
	 */
	public function is_plain(): bool {
		return 1 === count( $this->items ) && ! $this->optional;
	}

	/**
	 * @param list<self> $choices
	 */
	public static function all_plain( array $choices ): bool {
		foreach ( $choices as $choice ) {
			if ( ! $choice->is_plain() ) {
				return false;
			}
		}
		return true;
	}

	/**
	 * One set of what is wanted most, without extras: each item once, in the order of ids.
	 *
	 * @param list<self> $choices
	 * @return list<Component>
	 */
	public static function first_of( array $choices ): array {
		$sums = array();
		foreach ( $choices as $choice ) {
			if ( ! $choice->optional ) {
				$sums[ $choice->items[0] ] = $choice->quantity->plus( $sums[ $choice->items[0] ] ?? Quantity::zero() );
			}
		}
		ksort( $sums );
		return array_map( static fn( int $item_id, Quantity $quantity ): Component => new Component( $item_id, $quantity ), array_keys( $sums ), array_values( $sums ) );
	}
}
