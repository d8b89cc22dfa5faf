<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Level;

use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Quantity;

/**
 * One change of one level, in the integers that the statement binds: quantities in ten-thousandths.
 *
 * @internal
 */
final class Change {

	/** By how much available grows: on hand minus reserved. */
	public readonly int $free;

	/** 1 when the change is a line of the ledger, so the level's `seq` goes up. */
	public readonly int $recorded;

	/**
	 * @param int|null $seen   The number on hand that must still be there, null for any.
	 * @param int      $forced 1 when it has happened already and is only taken note of: no limit applies.
	 * @param int      $online 1 when what is kept back from online sale must stay.
	 */
	private function __construct(
		public readonly int $item_id,
		public readonly int $location_id,
		public readonly int $on_hand,
		public readonly int $reserved,
		public readonly ?int $seen,
		public readonly int $forced,
		bool $recorded,
		public readonly int $online = 0
	) {
		$this->free     = $on_hand - $reserved;
		$this->recorded = $recorded ? 1 : 0;
	}

	/**
	 * Units are promised, or (negative) free again.
	 */
	public static function of_reserved( Line $line, bool $online = false ): self {
		return new self( $line->item_id, $line->location_id, 0, $line->quantity->units, null, 0, false, $online ? 1 : 0 );
	}

	/**
	 * Promised units leave.
	 */
	public static function of_sale( Line $line ): self {
		return new self( $line->item_id, $line->location_id, -$line->quantity->units, -$line->quantity->units, null, 0, true );
	}

	/**
	 * Units come (positive) or go.
	 */
	public static function of_on_hand( Line $line ): self {
		return new self( $line->item_id, $line->location_id, $line->quantity->units, 0, null, 0, true );
	}

	/**
	 * A count: the difference from the number that the writer saw, if that number is still there.
	 */
	public static function of_count( Line $difference, Quantity $seen ): self {
		return new self( $difference->item_id, $difference->location_id, $difference->quantity->units, 0, $seen->units, 0, true );
	}

	/**
	 * What has already happened outside and can only be written down.
	 */
	public static function of_fact( Line $line ): self {
		return new self( $line->item_id, $line->location_id, $line->quantity->units, 0, null, 1, true );
	}
}
