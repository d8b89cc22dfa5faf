<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Restore;

use WooInventoryGuard\Rest\Words;
use WooInventoryGuard\Restore\MassEvent;

/**
 * A mass event as the outside sees it: see Schema/mass-event.json.
 */
final class MassEventShape {

	/**
	 * @return array<string, mixed>
	 */
	public static function of( MassEvent $event ): array {
		return array(
			'mark'            => $event->mark(),
			'items'           => $event->items,
			'all_zeroed'      => $event->zeroed >= $event->items,
			'reason'          => $event->reason,
			'actor'           => $event->actor,
			'actor_name'      => Words::actor( $event->actor ),
			'reference'       => Words::reference( $event->reference ),
			'reference_label' => Words::reference_label( $event->reference ),
			'first_at'        => Words::moment( $event->first_at ),
			'last_at'         => Words::moment( $event->last_at ),
		);
	}
}
