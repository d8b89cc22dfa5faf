<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stock;

use WooInventoryGuard\Rest\Words;
use WooInventoryGuard\Stock\Lines\Folding;
use WooInventoryGuard\Stock\Movement;

/**
 * A line of the ledger as the outside sees it: see Schema/movement.json.
 */
final class MovementShape {

	/**
	 * @return array<string, mixed>
	 */
	public static function of( Movement $movement ): array {
		return array(
			'id'              => $movement->id,
			'item_id'         => $movement->item_id,
			'location_id'     => $movement->location_id,
			'delta'           => $movement->delta->json(),
			'balance_after'   => $movement->balance_after->json(),
			'unit_cost'       => $movement->unit_cost?->json(),
			'reason'          => $movement->reason,
			'reference'       => Words::reference( $movement->reference ),
			'reference_label' => Folding::TYPE === $movement->reference->type ? self::folded( $movement ) : Words::reference_label( $movement->reference ),
			'reference_link'  => Words::reference_link( $movement->reference ),
			'actor'           => $movement->actor,
			'actor_name'      => Words::actor( $movement->actor ),
			'note'            => $movement->note,
			'stands_for'      => $movement->stands_for,
			'created_at'      => Words::moment( $movement->created_at ),
		);
	}

	private static function folded( Movement $sum ): string {
		return sprintf(
			/* translators: 1: a number, 2: month and year, such as May 2023 */
			_n( '%1$s movement of %2$s, folded', '%1$s movements of %2$s, folded', $sum->stands_for, 'woo-inventory-guard' ),
			number_format_i18n( $sum->stands_for ),
			(string) wp_date( 'F Y', $sum->created_at->getTimestamp() )
		);
	}
}
