<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Bundle;

use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Component;
use WooInventoryGuard\Stock\Quantity;

/**
 * A bundle's list as it is written: one row an item, whatever it was entered as.
 */
final class BundleList {

	/**
	 * @param array<int, array{quantity: Quantity, choice: int, place: int, optional: bool}> $rows By item, in the order of ids; see Install\Schema.
	 */
	private function __construct( public readonly array $rows ) {}

	/**
	 * Throws what Bundles::put() says of a list that cannot be.
	 *
	 * @param list<Component|Choice> $components
	 */
	public static function of( array $components ): self {
		$rows = array();
		foreach ( $components as $component ) {
			$choice = $component instanceof Choice ? $component : Choice::of( $component );
			if ( ! $choice->quantity->is_positive() ) {
				throw new InvalidComponent( $choice->items[0], 'quantity' );
			}
			foreach ( $choice->items as $place => $item_id ) {
				$row = array(
					'quantity' => $choice->quantity,
					'choice'   => 1 < count( $choice->items ) ? $choice->items[0] : 0,
					'place'    => $place,
					'optional' => $choice->optional,
				);
				if ( isset( $rows[ $item_id ] ) ) {
					if ( ! $choice->is_plain() || 0 !== $rows[ $item_id ]['choice'] || $rows[ $item_id ]['optional'] ) {
						throw new InvalidComponent( $item_id, 'twice' );
					}
					$row['quantity'] = $row['quantity']->plus( $rows[ $item_id ]['quantity'] );
				}
				$rows[ $item_id ] = $row;
			}
		}
		if ( count( $rows ) > Bundles::MOST_COMPONENTS ) {
			throw new BundleTooLarge( 'components', Bundles::MOST_COMPONENTS );
		}
		if ( array() !== $rows && array() === array_filter( $rows, static fn( array $row ): bool => ! $row['optional'] ) ) {
			// It would be sold without end.
			throw new InvalidComponent( array_key_first( $rows ), 'only_extras' );
		}
		ksort( $rows );
		return new self( $rows );
	}

	/**
	 * Whether every set takes this item.
	 */
	public function is_plain( int $item_id ): bool {
		return 0 === $this->rows[ $item_id ]['choice'] && ! $this->rows[ $item_id ]['optional'];
	}
}
