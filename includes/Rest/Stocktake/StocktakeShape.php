<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stocktake;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\NotYours;
use WooInventoryGuard\Rest\Words;
use WooInventoryGuard\Stocktake\Making\Crew;
use WooInventoryGuard\Stocktake\State;
use WooInventoryGuard\Stocktake\Stocktake;
use WooInventoryGuard\Stocktake\StocktakeList;
use WooInventoryGuard\Stocktake\Stocktakes;

/**
 * A stocktake as the outside sees it (Schema/stocktake.json), and who may see it.
 */
final class StocktakeShape {

	public function __construct(
		private readonly Stocktakes $stocktakes,
		private readonly StocktakeList $list,
		private readonly Crew $crew,
		private readonly Clock $clock
	) {}

	/**
	 * The stocktake that the path names, for who manages stocktakes, and for those to whom it was given.
	 *
	 * @throws NotThere|NotYours
	 */
	public function given( Call $call ): Stocktake {
		$stocktake = $this->stocktakes->find( $call->id() );
		if ( null === $stocktake ) {
			throw NotThere::stocktake();
		}
		if ( ! self::manages() && ! $this->crew->has( $stocktake->id, $call->actor() ) ) {
			throw new NotYours();
		}
		return $stocktake;
	}

	public static function manages(): bool {
		return Access::can( Access::ADJUST );
	}

	/**
	 * @return array<string, mixed>
	 */
	public function one( Stocktake $stocktake ): array {
		return $this->many( array( $stocktake ) )[0];
	}

	/**
	 * @param list<Stocktake> $stocktakes
	 * @return ($stocktakes is non-empty-list ? non-empty-list<array<string, mixed>> : list<array<string, mixed>>)
	 */
	public function many( array $stocktakes ): array {
		$progress = $this->list->progress( array_map( static fn( Stocktake $one ): int => $one->id, $stocktakes ), get_current_user_id() );
		return array_map( fn( Stocktake $one ): array => $this->row( $one, $progress[ $one->id ] ), $stocktakes );
	}

	/**
	 * The server's clock, to the microsecond: what devices measure their own against.
	 */
	public function server_time(): string {
		return Words::moment( $this->clock->now() );
	}

	/**
	 * @param array{items: int, counted: int, recounts: int, mine: int, mine_counted: int, to_apply: int, applied: int, undone: int} $progress
	 * @return array<string, mixed>
	 */
	private function row( Stocktake $one, array $progress ): array {
		$manages = self::manages();
		return array(
			'id'              => $one->id,
			'name'            => $one->name,
			'note'            => $one->note,
			'state'           => $one->state->value,
			'blind'           => $one->blind,
			'packing'         => $one->packing->value,
			'location_id'     => $one->location_id,
			'scope'           => $one->scope->to_array(),
			'filling'         => ! $one->filled && State::Open === $one->state,
			'items'           => $progress['items'],
			'counted'         => $progress['counted'],
			'recounts'        => $progress['recounts'],
			'mine'            => array(
				'items'   => $progress['mine'],
				'counted' => $progress['mine_counted'],
			),
			'counters'        => array_map(
				static fn( array $counter ): array => array(
					'user_id' => $counter['user_id'],
					'name'    => Words::actor( $counter['user_id'] ),
				) + $counter,
				$this->crew->of( $one->id )
			),
			'share'           => $one->shared->value,
			'due_on'          => $one->due_on,
			'schedule_id'     => $one->schedule_id,
			'approve_over'    => $manages ? $one->approve_over?->json() : null,
			'created_by'      => $one->created_by,
			'created_by_name' => Words::actor( $one->created_by ),
			'created_at'      => Words::maybe_time( $one->created_at ),
			'started_at'      => Words::maybe_time( $one->started_at ),
			'finished_at'     => Words::maybe_time( $one->finished_at ),
			'applied_at'      => Words::maybe_time( $one->applied_at ),
			'undone_at'       => Words::maybe_time( $one->undone_at ),
			'last_count_at'   => Words::maybe_time( $one->last_count_at ),
			'progress'        => self::progress( $one->state, $progress ),
			'undo_asked_by'   => $one->undo_asked_by,
			'version'         => $one->version,
			'may'             => array(
				'count'  => $one->state->takes_counts(),
				'review' => $manages,
			),
			'server_time'     => $this->server_time(),
		);
	}

	/**
	 * @param array{items: int, counted: int, recounts: int, mine: int, mine_counted: int, to_apply: int, applied: int, undone: int} $progress
	 * @return array{done: int, total: int}|null
	 */
	private static function progress( State $state, array $progress ): ?array {
		return match ( $state ) {
			State::Applying => array(
				'done'  => $progress['applied'],
				'total' => $progress['to_apply'],
			),
			State::Undoing  => array(
				'done'  => $progress['undone'],
				'total' => $progress['applied'],
			),
			default         => null,
		};
	}
}
