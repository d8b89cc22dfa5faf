<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stock;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Page;
use WooInventoryGuard\Rest\Words;
use WooInventoryGuard\Shortfall\Outcome;
use WooInventoryGuard\Shortfall\Resolver;
use WooInventoryGuard\Shortfall\Shortfall;
use WooInventoryGuard\Shortfall\ShortfallList;
use WooInventoryGuard\Shortfall\Shortfalls;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * The work list of what is sold and short.
 */
final class ShortfallsController extends Controller {

	/**
	 * @param \Closure(): (Resolver|null) $resolver NULL where there is no shop that has the orders.
	 */
	public function __construct( private readonly Shortfalls $shortfalls, private readonly ShortfallList $list, private readonly Items $items, private readonly \Closure $resolver ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/shortfalls', Access::VIEW, $this->index( ... ), 'List what is sold and short, the oldest first.', 'shortfall', many: true, query: 'shortfalls-query' ),
			new Operation( 'POST', '/shortfalls/{id}/resolve', Access::ADJUST, $this->resolve( ... ), 'Say what is done about it. With "taken" the units are taken now, if they are there; "wait" takes an earlier decision back.', 'shortfall', body: 'resolve-request', refusals: array( 404, 409 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$page  = new Page( $call );
		$state = match ( $call->text( 'state' ) ) {
			'closed' => 'closed',
			'ready'  => 'ready',
			default  => 'open',
		};
		$order    = (int) $call->int( 'order_id' );
		$item     = (int) $call->int( 'item_id' );
		$counts   = $this->list->counts( $order, $item );
		$response = $page->response( $this->shapes( $this->list->page( $state, $order, $item, $page->size, $page->offset() ) ), $counts[ $state ] );
		$response->header( 'X-WIG-Counts', (string) wp_json_encode( $counts ) );
		return $response;
	}

	private function resolve( Call $call ): \WP_REST_Response {
		$one      = $this->shortfalls->find( $call->id() ) ?? throw NotThere::shortfall();
		$outcome  = Outcome::from( $call->text( 'outcome' ) ?? '' );
		$resolver = ( $this->resolver )();
		$after    = null === $resolver ? $one : $resolver->resolve( $one, $outcome );
		if ( Outcome::Taken === $outcome && $after->open ) {
			throw new StillShort();
		}
		return new \WP_REST_Response( $this->shapes( array( $after ) )[0] );
	}

	/**
	 * @param list<Shortfall> $many
	 * @return list<array<string, mixed>>
	 */
	private function shapes( array $many ): array {
		$items = array() === $many ? array() : $this->items->find_many( array_values( array_unique( array_map( static fn( Shortfall $one ): int => $one->item_id, $many ) ) ) );
		return array_map( static fn( Shortfall $one ): array => self::shape( $one, $items[ $one->item_id ] ?? null ), $many );
	}

	/**
	 * @param Item|null $item NULL where it is gone.
	 * @return array<string, mixed> See Schema/shortfall.json.
	 */
	private static function shape( Shortfall $one, ?Item $item ): array {
		$order = new Reference( 'order', (string) $one->order_id );
		return array(
			'id'          => $one->id,
			'order_id'    => $one->order_id,
			'order_label' => Words::reference_label( $order ),
			'order_link'  => Words::reference_link( $order ),
			'line_id'     => $one->line_id,
			'item_id'     => $one->item_id,
			'item_name'   => $item->name ?? '',
			'item_sku'    => $item->sku ?? '',
			'missing'     => $one->missing->json(),
			'can_be_had'  => self::can_be_had( $one, $item )->json(),
			'owed'        => $one->owed,
			'open'        => $one->open,
			'outcome'     => $one->outcome->value,
			'created_at'  => Words::time( $one->created_at ),
			'closed_at'   => Words::maybe_time( $one->closed_at ),
		);
	}

	/**
	 * For people to look at; what is really there, taking decides.
	 */
	private static function can_be_had( Shortfall $one, ?Item $item ): Quantity {
		$free = null === $item || $one->owed ? Quantity::zero() : $item->available->plus( $item->allowance );
		return $free->is_positive() ? $free : Quantity::zero();
	}
}
