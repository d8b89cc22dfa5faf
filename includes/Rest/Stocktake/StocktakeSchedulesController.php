<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stocktake;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Page;
use WooInventoryGuard\Stocktake\Review\Goods;
use WooInventoryGuard\Stocktake\Making\Schedule;
use WooInventoryGuard\Stocktake\Making\Schedules;
use WooInventoryGuard\Stocktake\Making\Scope;
use WooInventoryGuard\Stocktake\Making\Share;

/**
 * Schedules, which make stocktakes on their days.
 */
final class StocktakeSchedulesController extends Controller {

	public function __construct( private readonly Schedules $schedules ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/stocktake-schedules', Access::ADJUST, $this->index( ... ), 'List schedules of stocktakes.', 'stocktake-schedule', many: true, query: 'page-query' ),
			new Operation( 'POST', '/stocktake-schedules', Access::ADJUST, $this->create( ... ), 'Make a schedule.', 'stocktake-schedule', body: 'stocktake-schedule-request', status: 201 ),
			new Operation( 'GET', '/stocktake-schedules/{id}', Access::ADJUST, $this->show( ... ), 'Read a schedule.', 'stocktake-schedule', refusals: array( 404 ), versioned: true ),
			new Operation( 'PUT', '/stocktake-schedules/{id}', Access::ADJUST, $this->change( ... ), 'Change a schedule; what is left out stays.', 'stocktake-schedule', body: 'stocktake-schedule-update', refusals: array( 404, 412 ), versioned: true ),
			new Operation( 'DELETE', '/stocktake-schedules/{id}', Access::ADJUST, $this->delete( ... ), 'Take a schedule away; the stocktakes that it made stay.', 'stocktake-schedule', refusals: array( 404 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$page = new Page( $call );
		return $page->response( $this->shapes( $this->schedules->page( $page->size, $page->offset() ) ), $this->schedules->count() );
	}

	private function create( Call $call ): \WP_REST_Response {
		$call->key();
		$made   = $this->schedules->create( self::with( null, $call ) );
		$answer = new \WP_REST_Response( $this->shapes( array( $made ) )[0], 201 );
		$answer->header( 'Location', rest_url( self::ROOT . '/stocktake-schedules/' . $made->id ) );
		return $answer;
	}

	private function show( Call $call ): \WP_REST_Response {
		return $this->answer( $this->find( $call ) );
	}

	private function change( Call $call ): \WP_REST_Response {
		$call->key();
		return $this->answer( $this->schedules->change( $call->id(), static fn( Schedule $schedule ): Schedule => self::with( $schedule, $call ), $call->if_match() ) ?? throw self::missing() );
	}

	private function delete( Call $call ): \WP_REST_Response {
		$schedule = $this->find( $call );
		$answer   = $this->shapes( array( $schedule ) )[0];
		$this->schedules->delete( $schedule->id );
		return new \WP_REST_Response( $answer );
	}

	private function answer( Schedule $schedule ): \WP_REST_Response {
		$answer = new \WP_REST_Response( $this->shapes( array( $schedule ) )[0] );
		$answer->header( 'ETag', '"' . $schedule->version . '"' );
		return $answer;
	}

	private function find( Call $call ): Schedule {
		return $this->schedules->find( $call->id() ) ?? throw self::missing();
	}

	private static function missing(): NotThere {
		return new NotThere( __( 'There is no schedule with this number.', 'woo-inventory-guard' ) );
	}

	/**
	 * What was sent, laid over the schedule that is there.
	 */
	private static function with( ?Schedule $was, Call $call ): Schedule {
		$values  = $call->values();
		$next_on = StocktakesController::day( $call, 'next_on' ) ?? $was->next_on ?? '';
		$times   = is_array( $values['times'] ?? null ) ? $values['times'] : array();
		$before  = $was->times ?? array(
			'A' => 4,
			'B' => 2,
			'C' => 1,
		);
		$every   = $call->text( 'every' ) ?? $was->every ?? 'month';
		return new Schedule(
			$was->id ?? 0,
			$call->text( 'name' ) ?? $was->name ?? '',
			in_array( $every, Schedule::EVERY, true ) ? $every : 'month',
			$next_on,
			is_bool( $values['active'] ?? null ) ? $values['active'] : $was->active ?? true,
			$call->has( 'next_on' ) || null === $was ? (int) substr( $next_on, 8, 2 ) : $was->day,
			$call->int( 'portion_days' ) ?? $was->portion_days ?? 1,
			array(
				'A' => is_int( $times['A'] ?? null ) ? $times['A'] : $before['A'],
				'B' => is_int( $times['B'] ?? null ) ? $times['B'] : $before['B'],
				'C' => is_int( $times['C'] ?? null ) ? $times['C'] : $before['C'],
			),
			$call->int( 'days_to_count' ) ?? $was->days_to_count ?? 7,
			is_bool( $values['blind'] ?? null ) ? $values['blind'] : $was->blind ?? true,
			Goods::tryFrom( (string) $call->text( 'packing' ) ) ?? $was->packing ?? Goods::Shelf,
			$call->int( 'location_id' ) ?? $was->location_id ?? 1,
			is_array( $values['scope'] ?? null ) ? Scope::from_array( $values['scope'] ) : $was->scope ?? new Scope(),
			$call->has( 'counters' ) ? StocktakesController::people( $call ) : $was->counters ?? array(),
			Share::tryFrom( (string) $call->text( 'share' ) ) ?? $was->share ?? Share::None
		);
	}

	/**
	 * @param list<Schedule> $schedules
	 * @return ($schedules is non-empty-list ? non-empty-list<array<string, mixed>> : list<array<string, mixed>>)
	 */
	private function shapes( array $schedules ): array {
		$last = $this->schedules->last( array_map( static fn( Schedule $schedule ): int => $schedule->id, $schedules ) );
		return array_map(
			static fn( Schedule $schedule ): array => array(
				'id'                => $schedule->id,
				'name'              => $schedule->name,
				'every'             => $schedule->every,
				'next_on'           => $schedule->next_on,
				'active'            => $schedule->active,
				'last_stocktake_id' => $last[ $schedule->id ] ?? null,
				'version'           => $schedule->version,
			) + array_diff_key( $schedule->plan(), array( 'day' => 0 ) ),
			$schedules
		);
	}
}
