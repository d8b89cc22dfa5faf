<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

use WooInventoryGuard\Stock\Error\InvalidQuantity;

/**
 * A change of on hand that a person or a system asks for: so many more or fewer, or a counted number.
 */
final class Adjustment {

	/**
	 * @param Quantity      $by   The difference.
	 * @param Quantity|null $seen For a count: the number that the writer saw on the screen.
	 * @param Quantity|null $unit_cost What each unit cost that came; NULL where nobody said.
	 */
	private function __construct(
		public readonly int $item_id,
		public readonly int $location_id,
		public readonly Quantity $by,
		public readonly ?Quantity $seen,
		public readonly Cause $cause,
		public readonly ?Quantity $unit_cost = null
	) {}

	/**
	 * @param Quantity|null $unit_cost Only of units that come: what goes leaves at the average (see AverageCost).
	 * @throws InvalidQuantity For a change by nothing, and for a cost of units that go, or below zero.
	 */
	public static function delta( int $item_id, int $location_id, Quantity $by, Cause $cause, ?Quantity $unit_cost = null ): self {
		if ( $by->is_zero() ) {
			throw new InvalidQuantity( 'A change by zero changes nothing.' );
		}
		if ( null !== $unit_cost && ( $by->is_negative() || $unit_cost->is_negative() ) ) {
			throw new InvalidQuantity( 'Only units that come have a cost, and it is not below zero.' );
		}
		return new self( $item_id, $location_id, $by, null, $cause, $unit_cost );
	}

	/**
	 * @param Quantity $set  What was counted.
	 * @param Quantity $seen What the books said when the counter looked. Equal is fine: the count is written down.
	 */
	public static function counted( int $item_id, int $location_id, Quantity $set, Quantity $seen, Cause $cause ): self {
		return new self( $item_id, $location_id, $set->minus( $seen ), $seen, $cause );
	}

	public function line(): Line {
		return new Line( $this->item_id, $this->location_id, $this->by );
	}

	/**
	 * Equal adjustments have equal texts.
	 */
	public function fingerprint(): string {
		$asked = array(
			$this->item_id,
			$this->location_id,
			$this->by->units,
			$this->seen?->units,
			$this->cause->reason,
			$this->cause->reference->type,
			$this->cause->reference->id,
			$this->cause->note,
		);
		// Without a cost it is the text that keys of earlier versions stand for.
		return Requests::fingerprint( 'adjust', null === $this->unit_cost ? $asked : array( ...$asked, $this->unit_cost->units ) );
	}
}
