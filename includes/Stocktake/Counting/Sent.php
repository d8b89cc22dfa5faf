<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Counting;

use WooInventoryGuard\Stock\Quantity;

/**
 * One count, as a device sent it, its moment by the server's clock.
 */
final class Sent {

	/**
	 * @param string   $uuid     Made by the device, lower case.
	 * @param int|null $item_id  NULL where only a code is known.
	 * @param string   $undo     uuid of the count that is taken back; '' unless Mode::Undo.
	 * @param int|null $round    The item's round, as the device knew it; NULL for the present one.
	 */
	public function __construct(
		public readonly string $uuid,
		public readonly Mode $mode,
		public readonly ?int $item_id,
		public readonly string $code,
		public readonly Quantity $quantity,
		public readonly string $undo,
		public readonly string $place,
		public readonly ?int $round,
		public readonly Moment $moment,
		public readonly string $note
	) {}
}
