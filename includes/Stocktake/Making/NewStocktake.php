<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Making;

use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stocktake\Review\Goods;

/**
 * A stocktake that somebody (or a schedule) wants.
 */
final class NewStocktake {

	/**
	 * @param list<int>     $counters     Users; empty for everybody who may manage stocktakes.
	 * @param Quantity|null $approve_over Only ever stricter than the shop's own.
	 * @param int           $created_by   0 for a schedule.
	 */
	public function __construct(
		public readonly string $name,
		public readonly Scope $scope,
		public readonly string $note = '',
		public readonly bool $blind = true,
		public readonly Goods $packing = Goods::Shelf,
		public readonly int $location_id = 1,
		public readonly array $counters = array(),
		public readonly Share $share = Share::None,
		public readonly ?string $due_on = null,
		public readonly ?Quantity $approve_over = null,
		public readonly int $created_by = 0,
		public readonly ?int $schedule_id = null,
		public readonly ?string $schedule_day = null
	) {}

	/**
	 * Equal wishes have equal texts.
	 *
	 * @return array<mixed>
	 */
	public function fingerprint(): array {
		return array( $this->name, $this->note, $this->blind, $this->packing->value, $this->location_id, $this->scope->to_array(), $this->counters, $this->share->value, $this->due_on, $this->approve_over?->units );
	}
}
