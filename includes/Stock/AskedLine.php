<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

/**
 * One line as the caller asked for it, a bundle still whole.
 */
final class AskedLine {

	/**
	 * @param string          $sku        What the item was called then; kept, so that the first answer stays the same.
	 * @param list<Component> $components What one unit takes, where the item is a bundle; filled in by the engine.
	 * @param Quantity|null   $seen       What the caller has just read as available, backorders included, if it did:
	 *                                    lets the engine refuse without locking anything. Never a reason to accept.
	 */
	public function __construct(
		public readonly int $item_id,
		public readonly int $location_id,
		public readonly Quantity $quantity,
		public readonly string $sku = '',
		public readonly array $components = array(),
		public readonly ?Quantity $seen = null
	) {}

	/**
	 * The levels that this line takes from.
	 *
	 * @return list<Line>
	 * @throws InvalidQuantity When a part of a component would need more than four places.
	 */
	public function lines(): array {
		if ( array() === $this->components ) {
			return array( new Line( $this->item_id, $this->location_id, $this->quantity ) );
		}
		return array_map(
			fn( Component $part ): Line => new Line( $part->item_id, $this->location_id, $part->quantity->times( $this->quantity ) ),
			$this->components
		);
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
		);
	}

	/**
	 * @param array{item_id: int, location_id: int, quantity: string, sku: string, components: list<array{int, string}>} $data
	 */
	public static function from_array( array $data ): self {
		return new self(
			$data['item_id'],
			$data['location_id'],
			Quantity::of( $data['quantity'] ),
			$data['sku'],
			array_map( static fn( array $part ): Component => new Component( $part[0], Quantity::of( $part[1] ) ), $data['components'] )
		);
	}
}
