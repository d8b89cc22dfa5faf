<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Sets;

use WooInventoryGuard\Stock\Component;
use WooInventoryGuard\Stock\Quantity;

/**
 * So many sets that are made of the same.
 */
final class Made {

	/**
	 * @param Quantity        $sets       How many.
	 * @param list<Component> $components What one of them takes; none for an item that is no bundle.
	 */
	public function __construct( public readonly Quantity $sets, public readonly array $components ) {}

	/**
	 * @return array{string, list<array{int, string}>} For the `asked` column.
	 */
	public function to_array(): array {
		return array( $this->sets->sql(), array_map( static fn( Component $part ): array => array( $part->item_id, $part->quantity->sql() ), $this->components ) );
	}

	/**
	 * @param array{string, list<array{int, string}>} $data
	 */
	public static function from_array( array $data ): self {
		return new self(
			Quantity::of( $data[0] ),
			array_map( static fn( array $part ): Component => new Component( $part[0], Quantity::of( $part[1] ) ), $data[1] )
		);
	}

	/**
	 * What is left of these after so many have gone, the first ones first.
	 *
	 * @param list<self> $kinds
	 * @return list<self>
	 */
	public static function after( array $kinds, Quantity $gone ): array {
		return self::cut( $kinds, $gone )[1];
	}

	/**
	 * The first so many of these. Fewer, where there are not so many.
	 *
	 * @param list<self> $kinds
	 * @return list<self>
	 */
	public static function first( array $kinds, Quantity $sets ): array {
		return self::cut( $kinds, $sets )[0];
	}

	/**
	 * @param list<self> $kinds
	 */
	public static function count( array $kinds ): Quantity {
		return array_reduce( $kinds, static fn( Quantity $sum, self $kind ): Quantity => $sum->plus( $kind->sets ), Quantity::zero() );
	}

	/**
	 * @param list<self> $kinds
	 * @return array{list<self>, list<self>} The first so many, and the others.
	 */
	private static function cut( array $kinds, Quantity $at ): array {
		$parts = array( array(), array() );
		foreach ( $kinds as $kind ) {
			$before = $kind->sets->compare( $at ) < 0 ? $kind->sets : $at;
			foreach ( array( $before, $kind->sets->minus( $before ) ) as $side => $sets ) {
				if ( $sets->is_positive() ) {
					$parts[ $side ][] = new self( $sets, $kind->components );
				}
			}
			$at = $at->minus( $before );
		}
		return $parts;
	}
}
