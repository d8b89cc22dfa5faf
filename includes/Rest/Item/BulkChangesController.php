<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Item;

use WooInventoryGuard\Bulk\BulkChange;
use WooInventoryGuard\Bulk\BulkChanges;
use WooInventoryGuard\Bulk\Matches;
use WooInventoryGuard\Bulk\NoSuchChange;
use WooInventoryGuard\Bulk\Preview;
use WooInventoryGuard\Bulk\Runner;
use WooInventoryGuard\Bulk\State;
use WooInventoryGuard\Bulk\Step;
use WooInventoryGuard\Bulk\Values;
use WooInventoryGuard\Bulk\Wish;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Soon;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Page;
use WooInventoryGuard\Rest\Words;
use WooInventoryGuard\Stock\Quantity;

/**
 * One change of everything that a filter matches: looked at, started, watched, undone. It goes on by itself; a screen
 * that watches it lends a hand, so that nobody waits for a shop whose cron sleeps.
 */
final class BulkChangesController extends Controller {

	/** Seconds of work in one request: short enough for a progress bar that moves. */
	private const SECONDS = 2.0;

	public function __construct(
		private readonly BulkChanges $changes,
		private readonly Preview $preview,
		private readonly Runner $runner,
		private readonly Soon $soon,
		private readonly Clock $clock
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/bulk-changes', Access::VIEW, $this->index( ... ), 'List changes of many items, newest first.', 'bulk-change', many: true, query: 'bulk-changes-query' ),
			new Operation( 'POST', '/bulk-changes', Access::ADJUST, $this->make( ... ), 'Look what a change of everything that a filter matches would do; nothing happens yet.', 'bulk-change', body: 'bulk-change-request', status: 201, refusals: array( 422 ) ),
			new Operation( 'GET', '/bulk-changes/{id}', Access::VIEW, $this->show( ... ), 'Read how far a change is.', 'bulk-change', refusals: array( 404 ) ),
			new Operation( 'POST', '/bulk-changes/{id}/start', Access::ADJUST, $this->start( ... ), 'Start a change; it goes on by itself.', 'bulk-change', body: 'bulk-change-step', refusals: array( 404 ) ),
			new Operation( 'POST', '/bulk-changes/{id}/work', Access::ADJUST, $this->work( ... ), 'Lend a change that is under way a hand for a moment, and read how far it is.', 'bulk-change', body: 'bulk-change-step', refusals: array( 404 ) ),
			new Operation( 'POST', '/bulk-changes/{id}/undo', Access::ADJUST, $this->undo( ... ), 'Undo a change as one act; what somebody has changed meanwhile stays. Goes on by itself.', 'bulk-change', body: 'bulk-change-step', refusals: array( 404, 409 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$page = new Page( $call );
		return $page->response( array_map( $this->shape( ... ), $this->changes->page( $page->offset(), $page->size ) ), $this->changes->count() );
	}

	private function make( Call $call ): \WP_REST_Response {
		$made     = $this->changes->make( self::matches( $call ), self::wish( $call ), $call->actor(), $call->key() );
		$change   = $made['change'];
		$response = new \WP_REST_Response( $this->shape( $change ) + array( 'examples' => $this->examples( $change ) ), $made['replayed'] ? 200 : 201 );
		$response->header( 'Location', rest_url( self::ROOT . '/bulk-changes/' . $change->id ) );
		return $response;
	}

	private function show( Call $call ): \WP_REST_Response {
		return new \WP_REST_Response( $this->shape( $this->changes->find( $call->id() ) ?? throw self::missing() ) );
	}

	private function start( Call $call ): \WP_REST_Response {
		return $this->step( $call, $this->changes->start( ... ) );
	}

	private function undo( Call $call ): \WP_REST_Response {
		return $this->step( $call, $this->changes->undo( ... ) );
	}

	/**
	 * @param \Closure(int): BulkChange $step
	 */
	private function step( Call $call, \Closure $step ): \WP_REST_Response {
		$call->key();
		try {
			$change = $step( $call->id() );
		} catch ( NoSuchChange ) {
			throw self::missing();
		}
		if ( $change->state->is_under_way() ) {
			$this->soon->plan();
		}
		return new \WP_REST_Response( $this->shape( $change ) );
	}

	private function work( Call $call ): \WP_REST_Response {
		$call->key();
		$this->runner->work( $call->id(), self::SECONDS );
		return $this->show( $call );
	}

	private static function missing(): NotThere {
		return new NotThere( __( 'There is no bulk change with this number.', 'woo-inventory-guard' ) );
	}

	/**
	 * @throws InvalidInput Where it names nothing: all items are meant only where that is said.
	 */
	private static function matches( Call $call ): Matches {
		$filter  = $call->values()['filter'] ?? null;
		$filter  = is_array( $filter ) ? $filter : array();
		$matches = Matches::from_array( $filter );
		if ( $matches->is_everything() && true !== ( $filter['all'] ?? null ) ) {
			throw InvalidInput::of( 'filter.all', __( 'filter.all: say true to change every item, or name in filter which ones are meant.', 'woo-inventory-guard' ) );
		}
		return $matches;
	}

	/**
	 * @throws InvalidInput Unless it is either fields or the number on hand.
	 */
	private static function wish( Call $call ): Wish {
		$set     = $call->values()['set'] ?? null;
		$on_hand = $call->values()['on_hand'] ?? null;
		if ( is_array( $set ) === is_array( $on_hand ) ) {
			throw InvalidInput::of( 'set', __( 'Say what is to be changed: send either set (fields) or on_hand (the number on hand).', 'woo-inventory-guard' ) );
		}
		return is_array( $on_hand ) ? Wish::of_stock( self::stock( $on_hand ) ) : Wish::of_fields( Values::of( $set ) );
	}

	/**
	 * @param array<mixed> $sent
	 */
	private static function stock( array $sent ): Step {
		$how    = $sent['how'] ?? '';
		$how    = 'set' === $how || 'percent' === $how ? $how : 'delta';
		$amount = $sent['amount'] ?? null;
		$amount = $amount instanceof Quantity ? $amount : Quantity::zero();
		if ( 'set' === $how && $amount->is_negative() ) {
			throw InvalidInput::of( 'on_hand.amount', __( 'on_hand.amount: there cannot be less than 0 of anything.', 'woo-inventory-guard' ) );
		}
		if ( 'set' !== $how && $amount->is_zero() ) {
			throw InvalidInput::of( 'on_hand.amount', __( 'on_hand.amount must not be 0: say how many came, or (negative) went.', 'woo-inventory-guard' ) );
		}
		if ( 'percent' === $how && $amount->compare( Quantity::of( -100 ) ) < 0 ) {
			throw InvalidInput::of( 'on_hand.amount', __( 'on_hand.amount: not more than 100 percent can be taken away.', 'woo-inventory-guard' ) );
		}
		if ( 'percent' === $how && $amount->compare( Quantity::of( 1000 ) ) > 0 ) {
			throw InvalidInput::of( 'on_hand.amount', __( 'on_hand.amount: at most 1,000 percent can be added.', 'woo-inventory-guard' ) );
		}
		$reason = $sent['reason'] ?? '';
		$note   = $sent['note'] ?? '';
		return new Step( $how, $amount, is_string( $reason ) ? $reason : '', is_string( $note ) ? $note : '' );
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private function examples( BulkChange $change ): array {
		return array_map(
			static fn( array $one ): array => array(
				'before' => (object) $one['before'],
				'after'  => (object) $one['after'],
			) + $one,
			$this->preview->examples( $change )
		);
	}

	/**
	 * @return array<string, mixed> See Schema/bulk-change.json.
	 */
	private function shape( BulkChange $change ): array {
		$step = $change->wish->step;
		return array(
			'id'         => $change->id,
			'state'      => $change->state->value,
			'filter'     => array(
				'search' => $change->matches->search,
				'status' => $change->matches->status?->slug(),
				'kind'   => $change->matches->kind?->value,
				'picked' => count( $change->matches->ids ),
			),
			'set'        => null === $change->wish->values ? null : (object) $change->wish->values->shape(),
			'on_hand'    => null === $step ? null : array(
				'how'    => $step->how,
				'amount' => $step->amount->json(),
				'reason' => $step->reason,
				'note'   => $step->note,
			),
			'matched'    => $change->matched,
			'changing'   => $change->changing,
			'same'       => $change->same,
			'done'       => $change->done,
			'total'      => State::Undoing === $change->state || State::Undone === $change->state ? $change->changed : max( $change->matched, $change->done ),
			'changed'    => $change->changed,
			'put_back'   => $change->put_back,
			'kept'       => $change->kept,
			'can_undo'   => $change->can_be_undone( $this->clock->now() ),
			'actor'      => Words::actor( $change->actor ),
			'created_at' => Words::time( $change->created_at ),
			'started_at' => Words::maybe_time( $change->started_at ),
			'ended_at'   => Words::maybe_time( $change->ended_at ),
		);
	}
}
