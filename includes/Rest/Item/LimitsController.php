<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Item;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Limit\Limit;
use WooInventoryGuard\Limit\Limits;
use WooInventoryGuard\Limit\Scope;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Page;
use WooInventoryGuard\Stock\Quantity;

/**
 * How much of an item or of a category may be bought.
 */
final class LimitsController extends Controller {

	/**
	 * @param \Closure(list<int>): array<int, string> $categories Names of categories by their number, as the shop has them.
	 */
	public function __construct( private readonly Limits $limits, private readonly Items $items, private readonly \Closure $categories ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/limits', Access::CONFIGURE, $this->index( ... ), 'List purchase limits.', 'limit', many: true, query: 'limits-query' ),
			new Operation( 'POST', '/limits', Access::CONFIGURE, $this->create( ... ), 'Limit how much of an item or a category may be bought.', 'limit', body: 'limit-request', status: 201, refusals: array( 409 ) ),
			new Operation( 'GET', '/limits/{id}', Access::CONFIGURE, $this->show( ... ), 'Read one limit.', 'limit', refusals: array( 404 ), versioned: true ),
			new Operation( 'PUT', '/limits/{id}', Access::CONFIGURE, $this->change( ... ), 'Change a limit; what is left out stays.', 'limit', body: 'limit-update', refusals: array( 404, 412 ), versioned: true ),
			new Operation( 'DELETE', '/limits/{id}', Access::CONFIGURE, $this->delete( ... ), 'Take a limit away, with what it has counted.', 'limit', refusals: array( 404 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$page = new Page( $call );
		return $page->response( $this->shapes( $this->limits->page( $page->number, $page->size ) ), $this->limits->count() );
	}

	private function create( Call $call ): \WP_REST_Response {
		$call->key();
		$scope = Scope::from( (string) $call->text( 'scope' ) );
		$id    = (int) $call->int( 'scope_id' );
		if ( Scope::Item === $scope && null === $this->items->find( $id ) ) {
			throw InvalidInput::of( 'scope_id', __( 'scope_id: there is no such item.', 'woo-inventory-guard' ) );
		}
		$made   = $this->limits->create( self::with( new Limit( 0, $scope, $id, null, null, null, null, null ), $call ) );
		$answer = new \WP_REST_Response( $this->shape( $made ), 201 );
		$answer->header( 'Location', rest_url( self::ROOT . '/limits/' . $made->id ) );
		return $answer;
	}

	private function show( Call $call ): \WP_REST_Response {
		return $this->answer( $this->find( $call ) );
	}

	private function change( Call $call ): \WP_REST_Response {
		$call->key();
		return $this->answer( $this->limits->change( $call->id(), static fn( Limit $limit ): Limit => self::with( $limit, $call ), $call->if_match() ) ?? throw self::missing() );
	}

	private function delete( Call $call ): \WP_REST_Response {
		$limit = $this->find( $call );
		$this->limits->delete( $limit->id );
		return new \WP_REST_Response( $this->shape( $limit ) );
	}

	private function answer( Limit $limit ): \WP_REST_Response {
		$answer = new \WP_REST_Response( $this->shape( $limit ) );
		$answer->header( 'ETag', '"' . $limit->version . '"' );
		return $answer;
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
	 * @return array<string, mixed>
	 */
	private function shape( Limit $limit ): array {
		return $this->shapes( array( $limit ) )[0];
	}

	/**
	 * @param list<Limit> $limits
	 * @return ($limits is non-empty-list ? non-empty-list<array<string, mixed>> : list<array<string, mixed>>)
	 */
	private function shapes( array $limits ): array {
		$ids = array(
			Scope::Item->value     => array(),
			Scope::Category->value => array(),
		);
		foreach ( $limits as $limit ) {
			$ids[ $limit->scope->value ][] = $limit->scope_id;
		}
		$names = array(
			Scope::Item->value     => array_map( static fn( Item $item ): string => $item->name, $this->items->find_many( $ids[ Scope::Item->value ] ) ),
			Scope::Category->value => array() === $ids[ Scope::Category->value ] ? array() : ( $this->categories )( $ids[ Scope::Category->value ] ),
		);
		return array_map( static fn( Limit $limit ): array => self::row( $limit, $names[ $limit->scope->value ][ $limit->scope_id ] ?? '' ), $limits );
	}

	/**
	 * @return array<string, mixed> See Schema/limit.json.
	 */
	private static function row( Limit $limit, string $name ): array {
		return array(
			'id'                => $limit->id,
			'scope'             => $limit->scope->value,
			'scope_id'          => $limit->scope_id,
			'scope_name'        => $name,
			'most_per_order'    => $limit->most_per_order?->json(),
			'most_per_customer' => $limit->most_per_customer?->json(),
			'window_days'       => $limit->window_days,
			'least'             => $limit->least?->json(),
			'multiple_of'       => $limit->multiple_of?->json(),
			'version'           => $limit->version,
		);
	}
}
