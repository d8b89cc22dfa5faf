<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

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
			'reason'          => $movement->reason,
			'reference'       => Words::reference( $movement->reference ),
			'reference_label' => Words::reference_label( $movement->reference ),
			'reference_link'  => Words::reference_link( $movement->reference ),
			'actor'           => $movement->actor,
			'actor_name'      => Words::actor( $movement->actor ),
			'note'            => $movement->note,
			'created_at'      => Words::moment( $movement->created_at ),
		);
	}
}
