<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Shortfall\Outcome;
use WooInventoryGuard\Shortfall\Resolver;
use WooInventoryGuard\Shortfall\Shortfall;
use WooInventoryGuard\Shortfall\Shortfalls;

/**
 * The work list of what is sold and short.
 */
final class ShortfallsController extends Controller {

	/**
	 * @param \Closure(): (Resolver|null) $resolver NULL where there is no shop that has the orders.
	 */
	public function __construct( private readonly Shortfalls $shortfalls, private readonly \Closure $resolver ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/shortfalls', Access::VIEW, $this->index( ... ), 'List what is sold and short, the oldest first.', 'shortfall', many: true, query: 'shortfalls-query' ),
			new Operation( 'POST', '/shortfalls/{id}/resolve', Access::ADJUST, $this->resolve( ... ), 'Say what is done about it. With "taken" the units are taken now, if they are there.', 'shortfall', body: 'resolve-request', refusals: array( 404, 409 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$page = new Page( $call );
		$open = 'closed' !== $call->text( 'state' );
		return $page->response( array_map( self::shape( ... ), $this->shortfalls->page( $open, $page->size, $page->offset() ) ), $this->shortfalls->count( $open ) );
	}

	private function resolve( Call $call ): \WP_REST_Response {
		$one      = $this->shortfalls->find( $call->id() ) ?? throw NotThere::shortfall();
		$outcome  = Outcome::from( $call->text( 'outcome' ) ?? '' );
		$resolver = ( $this->resolver )();
		$after    = null === $resolver ? $one : $resolver->resolve( $one, $outcome );
		if ( Outcome::Taken === $outcome && $after->open ) {
			throw new StillShort();
		}
		return new \WP_REST_Response( self::shape( $after ) );
	}

	/**
	 * @return array<string, mixed> See Schema/shortfall.json.
	 */
	private static function shape( Shortfall $one ): array {
		return array(
			'id'         => $one->id,
			'order_id'   => $one->order_id,
			'line_id'    => $one->line_id,
			'item_id'    => $one->item_id,
			'missing'    => $one->missing->json(),
			'owed'       => $one->owed,
			'open'       => $one->open,
			'outcome'    => $one->outcome->value,
			'created_at' => Words::time( $one->created_at ),
			'closed_at'  => Words::maybe_time( $one->closed_at ),
		);
	}
}
