<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stocktake;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Page;
use WooInventoryGuard\Stocktake\Making\Crew;
use WooInventoryGuard\Stocktake\Making\Filling;
use WooInventoryGuard\Stocktake\Review\Goods;
use WooInventoryGuard\Stocktake\Making\NewStocktake;
use WooInventoryGuard\Stocktake\Making\Scope;
use WooInventoryGuard\Stocktake\Making\Share;
use WooInventoryGuard\Stocktake\State;
use WooInventoryGuard\Stocktake\Stocktake;
use WooInventoryGuard\Stocktake\StocktakeList;
use WooInventoryGuard\Stocktake\Stocktakes;
use WooInventoryGuard\Stocktake\WrongState;

/**
 * Stocktakes: made, given to people, brought from state to state.
 */
final class StocktakesController extends Controller {

	/** Most shops have all their items within it; of larger ones the job goes on. */
	private const FILL_SECONDS = 3.0;

	public function __construct(
		private readonly Stocktakes $stocktakes,
		private readonly StocktakeList $list,
		private readonly Filling $filling,
		private readonly Crew $crew,
		private readonly StocktakeShape $shape
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/stocktakes', Access::COUNT, $this->index( ... ), 'List stocktakes, the newest first; who only counts sees those given to them.', 'stocktake', many: true, query: 'stocktakes-query' ),
			new Operation( 'POST', '/stocktakes', Access::ADJUST, $this->create( ... ), 'Make a stocktake.', 'stocktake', body: 'stocktake-request', status: 201, refusals: array( 422 ) ),
			new Operation( 'GET', '/stocktakes/{id}', Access::COUNT, $this->show( ... ), 'Read one stocktake.', 'stocktake', refusals: array( 404 ) ),
			new Operation( 'PUT', '/stocktakes/{id}', Access::ADJUST, $this->change( ... ), 'Change a stocktake, or bring it to another state; what is left out stays.', 'stocktake', body: 'stocktake-update', refusals: array( 404, 409 ) ),
			new Operation( 'PUT', '/stocktakes/{id}/counters', Access::ADJUST, $this->counters( ... ), 'Say who counts, and share the items out.', 'stocktake', body: 'stocktake-counters-request', refusals: array( 404, 409 ) ),
			new Operation( 'PUT', '/stocktakes/{id}/limit', Access::CONFIGURE, $this->tighten( ... ), 'Set a lower value from which a second person must agree, in this stocktake; a higher one is refused.', 'stocktake', body: 'stocktake-limit-request', refusals: array( 404, 409 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$page  = new Page( $call );
		$state = (string) $call->text( 'state' );
		$only  = StocktakeShape::manages() ? 0 : $call->actor();
		return $page->response( $this->shape->many( $this->list->page( $state, $only, $page->size, $page->offset() ) ), $this->list->count( $state, $only ) );
	}

	private function create( Call $call ): \WP_REST_Response {
		$scope = $call->values()['scope'] ?? array();
		$made  = $this->stocktakes->create(
			new NewStocktake(
				(string) $call->text( 'name' ),
				Scope::from_array( is_array( $scope ) ? $scope : array() ),
				(string) $call->text( 'note' ),
				true === ( $call->values()['blind'] ?? true ),
				Goods::from( (string) $call->text( 'packing' ) ),
				(int) $call->int( 'location_id' ),
				self::people( $call ),
				Share::from( (string) $call->text( 'share' ) ),
				self::day( $call ),
				$call->quantity( 'approve_over' ),
				$call->actor()
			),
			$call->key()
		);
		$this->filling->work( $made->id, self::FILL_SECONDS );
		$answer = new \WP_REST_Response( $this->shape->one( $this->stocktakes->find( $made->id ) ?? $made ), 201 );
		$answer->header( 'Location', rest_url( self::ROOT . '/stocktakes/' . $made->id ) );
		return $answer;
	}

	private function show( Call $call ): \WP_REST_Response {
		$stocktake = $this->shape->given( $call );
		if ( ! $stocktake->filled && State::Open === $stocktake->state && StocktakeShape::manages() ) {
			// Where no cron ever runs, looking at it brings it on.
			$this->filling->work( $stocktake->id, 1.0 );
			$stocktake = $this->shape->given( $call );
		}
		return new \WP_REST_Response( $this->shape->one( $stocktake ) );
	}

	private function change( Call $call ): \WP_REST_Response {
		$call->key();
		$stocktake = $this->shape->given( $call );
		$fields    = array();
		foreach ( array( 'name', 'note' ) as $field ) {
			if ( $call->has( $field ) ) {
				$fields[ $field ] = (string) $call->text( $field );
			}
		}
		if ( $call->has( 'due_on' ) ) {
			$fields['due_on'] = self::day( $call );
		}
		if ( $call->has( 'blind' ) ) {
			$fields['blind'] = true === $call->values()['blind'];
		}
		if ( $call->has( 'packing' ) ) {
			$fields['packing'] = Goods::from( (string) $call->text( 'packing' ) );
		}
		if ( array() !== $fields ) {
			$this->stocktakes->change( $stocktake->id, $fields );
		}
		if ( $call->has( 'state' ) ) {
			$this->stocktakes->move( $stocktake->id, State::from( (string) $call->text( 'state' ) ) );
		}
		return new \WP_REST_Response( $this->shape->one( $this->shape->given( $call ) ) );
	}

	private function counters( Call $call ): \WP_REST_Response {
		$call->key();
		$stocktake = $this->shape->given( $call );
		if ( ! $this->crew->set( $stocktake->id, self::people( $call ), Share::from( (string) $call->text( 'share' ) ) ) ) {
			throw new WrongState( $stocktake->id, $stocktake->state );
		}
		return new \WP_REST_Response( $this->shape->one( $this->shape->given( $call ) ) );
	}

	private function tighten( Call $call ): \WP_REST_Response {
		$call->key();
		$stocktake = $this->shape->given( $call );
		$over      = $call->quantity( 'approve_over' );
		if ( null === $over || ! $this->stocktakes->tighten( $stocktake->id, $over ) ) {
			throw InvalidInput::of( 'approve_over', __( 'approve_over: in a stocktake the limit can only become stricter. Choose a lower value than the present one.', 'woo-inventory-guard' ) );
		}
		return new \WP_REST_Response( $this->shape->one( $this->shape->given( $call ) ) );
	}

	/**
	 * Users who may count.
	 *
	 * @return list<int>
	 * @throws InvalidInput
	 */
	public static function people( Call $call ): array {
		$users = $call->values()['counters'] ?? array();
		$users = array_values( array_filter( is_array( $users ) ? $users : array(), is_int( ... ) ) );
		foreach ( $users as $number => $user ) {
			if ( ! user_can( $user, Access::COUNT ) ) {
				/* translators: %s: name of a field, such as counters[0] */
				throw InvalidInput::of( "counters[{$number}]", sprintf( __( '%s: this user may not count. Give them the role "Stock counter" first.', 'woo-inventory-guard' ), "counters[{$number}]" ) );
			}
		}
		return array_values( array_unique( $users ) );
	}

	/**
	 * @throws InvalidInput
	 */
	public static function day( Call $call, string $field = 'due_on' ): ?string {
		$text = $call->text( $field );
		if ( null !== $text && 1 !== preg_match( '/\A\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\z/', $text ) ) {
			/* translators: %s: name of a field */
			throw InvalidInput::of( $field, sprintf( __( '%s must be a day such as 2026-12-31.', 'woo-inventory-guard' ), $field ) );
		}
		return $text;
	}
}
