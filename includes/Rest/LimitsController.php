<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Limit\Limit;
use WooInventoryGuard\Limit\Limits;
use WooInventoryGuard\Limit\Scope;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Stock\Quantity;

/**
 * How much of an item or of a category may be bought.
 */
final class LimitsController extends Controller {

	public function __construct( private readonly Limits $limits, private readonly Items $items ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/limits', Access::CONFIGURE, $this->index( ... ), 'List purchase limits.', 'limit', many: true, query: 'limits-query' ),
			new Operation( 'POST', '/limits', Access::CONFIGURE, $this->create( ... ), 'Limit how much of an item or a category may be bought.', 'limit', body: 'limit-request', status: 201, refusals: array( 409 ) ),
			new Operation( 'GET', '/limits/{id}', Access::CONFIGURE, $this->show( ... ), 'Read one limit.', 'limit', refusals: array( 404 ) ),
			new Operation( 'PUT', '/limits/{id}', Access::CONFIGURE, $this->change( ... ), 'Change a limit; what is left out stays.', 'limit', body: 'limit-update', refusals: array( 404 ) ),
			new Operation( 'DELETE', '/limits/{id}', Access::CONFIGURE, $this->delete( ... ), 'Take a limit away, with what it has counted.', 'limit', refusals: array( 404 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$page = new Page( $call );
		return $page->response( array_map( self::shape( ... ), $this->limits->page( $page->number, $page->size ) ), $this->limits->count() );
	}

	private function create( Call $call ): \WP_REST_Response {
		$call->key();
		$scope = Scope::from( (string) $call->text( 'scope' ) );
		$id    = (int) $call->int( 'scope_id' );
		if ( Scope::Item === $scope && null === $this->items->find( $id ) ) {
			throw InvalidInput::of( 'scope_id', __( 'scope_id: there is no such item.', 'woo-inventory-guard' ) );
		}
		$made   = $this->limits->create( self::with( new Limit( 0, $scope, $id, null, null, null, null, null ), $call ) );
		$answer = new \WP_REST_Response( self::shape( $made ), 201 );
		$answer->header( 'Location', rest_url( self::ROOT . '/limits/' . $made->id ) );
		return $answer;
	}

	private function show( Call $call ): \WP_REST_Response {
		return new \WP_REST_Response( self::shape( $this->find( $call ) ) );
	}

	private function change( Call $call ): \WP_REST_Response {
		$call->key();
		$limit = $this->find( $call );
		return new \WP_REST_Response( self::shape( $this->limits->change( $limit->id, self::with( $limit, $call ) ) ?? throw self::missing() ) );
	}

	private function delete( Call $call ): \WP_REST_Response {
		$limit = $this->find( $call );
		$this->limits->delete( $limit->id );
		return new \WP_REST_Response( self::shape( $limit ) );
	}

	private function find( Call $call ): Limit {
		return $this->limits->find( $call->id() ) ?? throw self::missing();
	}

	private static function missing(): NotThere {
		return new NotThere( __( 'There is no limit with this number.', 'woo-inventory-guard' ) );
	}

	/**
	 * The limit with what was sent laid over it.
	 *
	 * @throws InvalidInput When nothing would be limited.
	 */
	private static function with( Limit $limit, Call $call ): Limit {
		$of    = static function ( string $field, ?Quantity $now ) use ( $call ): ?Quantity {
			return $call->has( $field ) ? $call->quantity( $field ) : $now;
		};
		$after = new Limit(
			$limit->id,
			$limit->scope,
			$limit->scope_id,
			$of( 'most_per_order', $limit->most_per_order ),
			$of( 'most_per_customer', $limit->most_per_customer ),
			$call->has( 'window_days' ) ? $call->int( 'window_days' ) : $limit->window_days,
			$of( 'least', $limit->least ),
			$of( 'multiple_of', $limit->multiple_of )
		);
		if ( null === $after->most() && null === $after->least && null === $after->multiple_of ) {
			throw InvalidInput::of( 'most_per_customer', __( 'Say what is limited: send most_per_order, most_per_customer, least or multiple_of.', 'woo-inventory-guard' ) );
		}
		return $after;
	}

	/**
	 * @return array<string, mixed> See Schema/limit.json.
	 */
	private static function shape( Limit $limit ): array {
		return array(
			'id'                => $limit->id,
			'scope'             => $limit->scope->value,
			'scope_id'          => $limit->scope_id,
			'most_per_order'    => $limit->most_per_order?->json(),
			'most_per_customer' => $limit->most_per_customer?->json(),
			'window_days'       => $limit->window_days,
			'least'             => $limit->least?->json(),
			'multiple_of'       => $limit->multiple_of?->json(),
		);
	}
}
