<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

use WooInventoryGuard\Stock\Error\InvalidQuantity;
use WooInventoryGuard\Stock\Sets\Made;

/**
 * One line as the caller asked for it, a bundle still whole.
 */
final class AskedLine {

	/**
	 * @param string          $sku        What the item was called then; kept, so that the first answer stays the same.
	 * @param list<Component> $components What one unit takes, where the item is a bundle; filled in by the engine.
	 * @param Quantity|null   $seen       What the caller has just read as available, backorders included, if it did:
	 *                                    lets the engine refuse without locking anything. Never a reason to accept.
	 * @param list<Made>      $made       Instead of components where not every set is made of the same: all of the sets,
	 *                                    so many of these, so many of those; filled in by the engine.
	 * @param Quantity|null   $gone       How many of those sets have been committed, in their order; null is none.
	 */
	public function __construct(
		public readonly int $item_id,
		public readonly int $location_id,
		public readonly Quantity $quantity,
		public readonly string $sku = '',
		public readonly array $components = array(),
		public readonly ?Quantity $seen = null,
		public readonly array $made = array(),
		public readonly ?Quantity $gone = null
	) {}

	/**
	 * @param list<Made> $made
	 */
	public function made_of( array $made ): self {
		return 1 === count( $made )
			? new self( $this->item_id, $this->location_id, $this->quantity, $this->sku, $made[0]->components )
			: new self( $this->item_id, $this->location_id, $this->quantity, $this->sku, made: $made );
	}

	/**
	 * The line after so many more of its sets have been committed.
	 */
	public function after( Quantity $sets ): self {
		return new self( $this->item_id, $this->location_id, $this->quantity, $this->sku, $this->components, null, $this->made, $sets->plus( $this->gone ?? Quantity::zero() ) );
	}

	/**
	 * What it consists of, in the order in which it is committed.
	 *
	 * @return non-empty-list<Made>
	 */
	public function kinds(): array {
		return array() === $this->made ? array( new Made( $this->quantity, $this->components ) ) : $this->made;
	}

	/**
	 * The levels that this line takes from.
	 *
	 * @return list<Line>
	 * @throws InvalidQuantity When a part of a component would need more than four places.
	 */
	public function lines(): array {
		if ( array() === $this->components && array() === $this->made ) {
			return array( new Line( $this->item_id, $this->location_id, $this->quantity ) );
		}
		$lines = array();
		foreach ( $this->kinds() as $kind ) {
			foreach ( $kind->components as $part ) {
				$lines[] = new Line( $part->item_id, $this->location_id, $part->quantity->times( $kind->sets ) );
			}
		}
		return $lines;
	}

	/**
	 * @return array<string, mixed> For the `asked` column.
	 */
	public function to_array(): array {
		return array(
			'item_id'     => $this->item_id,
			'location_id' => $this->location_id,
			'quantity'    => $this->quantity->sql(),
			'sku'         => $this->sku,
			'components'  => array_map( static fn( Component $part ): array => array( $part->item_id, $part->quantity->sql() ), $this->components ),
		)
			+ ( array() === $this->made ? array() : array( 'made' => array_map( static fn( Made $kind ): array => $kind->to_array(), $this->made ) ) )
			+ ( null === $this->gone ? array() : array( 'gone' => $this->gone->sql() ) );
	}

	/**
	 * @param array{item_id: int, location_id: int, quantity: string, sku: string, components: list<array{int, string}>, made?: list<array{string, list<array{int, string}>}>, gone?: string} $data
	 */
	public static function from_array( array $data ): self {
		return new self(
			$data['item_id'],
			$data['location_id'],
			Quantity::of( $data['quantity'] ),
			$data['sku'],
			array_map( static fn( array $part ): Component => new Component( $part[0], Quantity::of( $part[1] ) ), $data['components'] ),
			null,
			array_map( Made::from_array( ... ), $data['made'] ?? array() ),
			isset( $data['gone'] ) ? Quantity::of( $data['gone'] ) : null
		);
	}
}
