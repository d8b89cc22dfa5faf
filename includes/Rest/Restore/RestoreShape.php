<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Restore;

use WooInventoryGuard\History\ReversalStore;
use WooInventoryGuard\Rest\Stock\DocumentShape;
use WooInventoryGuard\Rest\Words;
use WooInventoryGuard\Restore\Restore;
use WooInventoryGuard\Restore\State;
use WooInventoryGuard\Stock\Reference;

/**
 * A restore as the outside sees it: see Schema/restore.json.
 */
final class RestoreShape {

	public function __construct( private readonly ReversalStore $reversals ) {}

	/**
	 * @return array<string, mixed>
	 */
	public function of( Restore $restore ): array {
		$matches  = $restore->which->matches;
		$reversal = $this->reversals->of( new Reference( Restore::TYPE, (string) $restore->id ) );
		return array(
			'id'         => $restore->id,
			'state'      => $restore->state->value,
			'moment'     => Words::moment( $restore->moment ),
			'keep_sales' => $restore->keep_sales,
			'filter'     => array(
				'search'     => $matches->search,
				'status'     => $matches->status?->slug(),
				'kind'       => $matches->kind?->value,
				'categories' => $restore->which->categories,
				'picked'     => count( $matches->ids ),
			),
			'event'      => null === $restore->event ? null : MassEventShape::of( $restore->event ),
			'items'      => $restore->items,
			'unknown'    => $restore->unknown,
			'changing'   => $restore->changing,
			'units_in'   => $restore->in->json(),
			'units_out'  => $restore->out->json(),
			'done'       => $restore->done,
			'can_undo'   => null === $reversal && 0 < $restore->done && null !== $restore->started_at,
			'reversal'   => null === $reversal ? null : DocumentShape::reversal( $reversal ),
			'actor'      => Words::actor( $restore->actor ),
			'created_at' => Words::time( $restore->created_at ),
			'started_at' => Words::maybe_time( $restore->started_at ),
			'ended_at'   => State::Done === $restore->state ? Words::maybe_time( $restore->ended_at ) : null,
		);
	}
}
